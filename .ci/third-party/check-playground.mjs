// Does the Playground pass for Slack with Slack's own libraries? @slack/web-api drives its Web API, and a Bolt app is the bot behind it:
// Bolt must accept the signature of every request and understand it.
//
//   node check-playground.mjs path/to/AoBot.Playground.dll
import { spawn } from 'node:child_process';
import { createServer } from 'node:net';
import bolt from '@slack/bolt';
import webApi from '@slack/web-api';

const { WebClient, LogLevel, retryPolicies } = webApi;
const dll = process.argv[2];
if (!dll) {
  console.error('usage: node check-playground.mjs AoBot.Playground.dll');
  process.exit(2);
}

const signingSecret = '0123456789abcdef0123456789abcdef'; // of no real app
const token = 'xoxb-of-no-real-app';
const channel = 'C0ALPHAOMEGA';

let passed = 0;
let failed = 0;
function check(ok, what) {
  if (ok) {
    passed += 1;
  } else {
    failed += 1;
    console.error(`FAILED: ${what}`);
  }
}

const freePort = () => new Promise((resolve) => {
  const server = createServer().listen(0, '127.0.0.1', () => {
    const { port } = server.address();
    server.close(() => resolve(port));
  });
});

// The bot: what it understood, in order.
const understood = [];
const receiver = new bolt.HTTPReceiver({
  signingSecret,
  endpoints: ['/slack/command', '/slack/action', '/slack/options', '/slack/event'],
  logLevel: LogLevel.ERROR,
});
const app = new bolt.App({
  receiver,
  logLevel: LogLevel.ERROR,
  authorize: async () => ({ botToken: token, botId: 'B0AOBOT', botUserId: 'U0AOBOT' }),
  clientOptions: { slackApiUrl: 'http://127.0.0.1:1/' },
});
let trigger;
app.command('/ao', async ({ ack, body }) => {
  understood.push(`command ${body.text}`);
  trigger = body.trigger_id;
  await ack({ response_type: 'ephemeral', text: 'from Bolt' });
});
app.action('go', async ({ ack, body, respond }) => {
  understood.push(`action ${body.actions[0].value}`);
  trigger = body.trigger_id;
  await ack();
  await respond({ replace_original: true, text: 'pressed' });
});
app.options('pick', async ({ ack, payload }) => {
  understood.push(`options ${payload.value}`);
  await ack({ options: [{ text: { type: 'plain_text', text: 'One' }, value: '1' }] });
});
app.view('form', async ({ ack, view }) => {
  understood.push(`view ${view.state.values.input.words.value}`);
  await ack();
});
app.view({ callback_id: 'form', type: 'view_closed' }, async ({ ack }) => {
  understood.push('closed');
  await ack();
});
app.shortcut('save', async ({ ack, shortcut }) => {
  understood.push(`shortcut ${shortcut.type}`);
  await ack();
});
app.event('app_mention', async ({ event }) => { understood.push(`mention ${event.text}`); });
app.event('member_joined_channel', async ({ event }) => { understood.push(`joined ${event.user}`); });
app.event('app_home_opened', async ({ event }) => { understood.push(`home ${event.tab}`); });

const server = await app.start({ port: 0, host: '127.0.0.1' });
const port = await freePort();
const url = `http://127.0.0.1:${port}`;
const playground = spawn('dotnet', [dll, '--urls', url, '--bot', `http://127.0.0.1:${server.address().port}`, '--signing-secret', signingSecret, '--token', token], { stdio: ['ignore', 'pipe', 'inherit'] });
await new Promise((resolve, reject) => {
  playground.stdout.on('data', (text) => { if (String(text).includes('is open at')) resolve(); });
  playground.on('exit', (code) => reject(new Error(`the Playground ended with ${code}`)));
});
playground.removeAllListeners('exit');

const slack = new WebClient(token, { slackApiUrl: `${url}/api/`, logLevel: LogLevel.ERROR, retryConfig: retryPolicies.fiveRetriesInFiveMinutes });
async function script(route, body) {
  const response = await fetch(`${url}/playground/${route}`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) });
  const answer = await response.json();
  check(response.ok, `${route}: ${response.status} ${answer.error}`);
  return answer;
}
const refused = (promise) => promise.then(() => 'no error', (error) => error.data?.error ?? error.message);
const modal = (callback) => ({
  type: 'modal',
  callback_id: callback,
  notify_on_close: true,
  title: { type: 'plain_text', text: 'A form' },
  submit: { type: 'plain_text', text: 'Send' },
  blocks: [{ type: 'input', block_id: 'input', label: { type: 'plain_text', text: 'Words' }, element: { type: 'plain_text_input', action_id: 'words' } }],
});

try {
  // The page comes with all that it names.
  const page = await (await fetch(url)).text();
  const files = [...page.matchAll(/(?:src|href)="(\/[^"?]+\.(?:js|css|svg))"/g)].map((match) => match[1]);
  check(files.length >= 3, `the page names ${files.length} files`);
  for (const file of files) {
    const response = await fetch(url + file);
    check(response.ok && (await response.text()).length > 100, `${file}: ${response.status}`);
  }

  // Slack's client drives it.
  const me = await slack.auth.test();
  check(me.user_id === 'U0AOBOT' && me.response_metadata.scopes.includes('chat:write'), 'auth.test tells who and with which scopes');
  const posted = await slack.chat.postMessage({ channel, text: 'hello', metadata: { event_type: 'aobot_notice', event_payload: { id: '7' } }, blocks: [{ type: 'actions', elements: [{ type: 'button', action_id: 'go', value: '7', text: { type: 'plain_text', text: 'Go' } }, { type: 'external_select', action_id: 'pick' }] }] });
  const edited = await slack.chat.update({ channel, ts: posted.ts, text: 'hello again', blocks: posted.message.blocks });
  check(edited.ts === posted.ts, 'chat.update keeps the ts');
  const history = await slack.conversations.history({ channel, include_all_metadata: true });
  check(history.messages[0].text === 'hello again' && history.messages[0].metadata.event_payload.id === '7' && history.messages[0].edited, 'history shows the edit and the metadata');
  check((await slack.chat.postEphemeral({ channel, user: 'U0PAT', text: 'psst' })).message_ts, 'chat.postEphemeral');
  check((await slack.conversations.history({ channel })).messages.length === 1, 'what is ephemeral is not in the history');
  const people = [];
  for await (const page of slack.paginate('users.list', { limit: 3 })) people.push(...page.members);
  check(people.length === 10 && new Set(people.map((person) => person.id)).size === 10, `users.list pages give ${people.length} people`);
  const reply = await slack.chat.postMessage({ channel, thread_ts: posted.ts, text: 'reply' });
  check((await slack.conversations.replies({ channel, ts: posted.ts })).messages[1].ts === reply.ts, 'conversations.replies');
  check((await slack.chat.getPermalink({ channel, message_ts: posted.ts })).permalink.includes(channel), 'chat.getPermalink');
  const home = await slack.views.publish({ user_id: 'U0PAT', view: { type: 'home', blocks: [{ type: 'divider' }] } });
  check((await refused(slack.views.publish({ user_id: 'U0PAT', hash: 'old', view: { type: 'home', blocks: [] } }))) === 'hash_conflict' && home.view.hash, 'views.publish with an old hash');
  check((await refused(slack.chat.postMessage({ channel, text: 'x', blocks: [{ type: 'header', text: { type: 'plain_text', text: 'x'.repeat(151) } }] }))) === 'invalid_blocks', 'invalid_blocks');
  check((await refused(new WebClient('xoxb-wrong', { slackApiUrl: `${url}/api/`, logLevel: LogLevel.ERROR }).auth.test())) === 'invalid_auth', 'invalid_auth');

  // Its own logic waits as it is told, and everything arrives.
  let waits = 0;
  slack.on('rate_limited', () => { waits += 1; });
  await Promise.all(Array.from({ length: 10 }, (_, number) => slack.chat.postMessage({ channel: 'U0SAM', text: `number ${number}` })));
  const direct = await slack.conversations.open({ users: 'U0SAM' });
  check(waits > 0, 'ten messages at once meet the limit');
  check((await slack.conversations.history({ channel: direct.channel.id })).messages.length === 10, 'after waiting, all ten are there, each once');

  // Bolt is the bot.
  const answer = await script('command', { user: 'fay', channel, text: 'status' });
  check(answer.messages[0]?.text === 'from Bolt', 'a command is answered');
  const opened = await slack.views.open({ trigger_id: trigger, view: modal('form') });
  check((await refused(slack.views.open({ trigger_id: trigger, view: modal('form') }))) === 'exchanged_trigger_id', 'a trigger works once');
  check((await refused(slack.views.update({ view_id: opened.view.id, hash: 'old', view: modal('form') }))) === 'hash_conflict', 'views.update with an old hash');
  await slack.views.update({ view_id: opened.view.id, hash: opened.view.hash, view: modal('form') });
  await script('submit', { user: 'fay', view_id: opened.view.id, state: { words: 'all well' } });
  await script('options', { user: 'fay', message_ts: posted.ts, action_id: 'pick', value: 'o' });
  await script('action', { user: 'fay', message_ts: posted.ts, action_id: 'go' });
  check((await slack.views.push({ trigger_id: trigger, view: modal('form') }).catch((error) => error.data)).error === 'not_found', 'nothing to push onto');
  await script('command', { user: 'fay', channel, text: 'again' });
  await slack.views.open({ trigger_id: trigger, view: modal('form') });
  await script('close', { user: 'fay', all: true });
  await script('shortcut', { user: 'fay', callback_id: 'save' });
  await script('shortcut', { user: 'fay', callback_id: 'save', message_ts: reply.ts });
  await script('event', { type: 'app_mention', user: 'pat', channel, text: 'next' });
  await script('event', { type: 'member_joined_channel', user: 'gus', channel });
  await script('event', { type: 'app_home_opened', user: 'gus' });
  const expected = ['command status', 'view all well', 'options o', 'action 7', 'command again', 'closed', 'shortcut shortcut', 'shortcut message_action', 'mention <@U0AOBOT> next', 'joined U0GUS', 'home home'];
  for (const words of expected) check(understood.includes(words), `Bolt understood: ${words} (it understood ${understood.join(', ')})`);

  const log = (await (await fetch(`${url}/playground/requests`)).json()).requests.filter((request) => request.direction === 'to_bot');
  check(log.length === expected.length && log.every((request) => request.status === 200 && request.signature_good), `Bolt accepted each of ${log.length} requests`);
} finally {
  playground.kill('SIGINT');
  await new Promise((resolve) => { playground.once('exit', resolve); });
  await app.stop();
}

console.log(`playground: ${passed} passed, ${failed} failed`);
process.exit(failed === 0 ? 0 : 1);
