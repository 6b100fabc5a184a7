// Do Slack's own libraries accept what we sign? Requests that our code signed are posted to a Bolt app on loopback, as they are
// (Bolt must verify and route each) and with one byte of the body changed (Bolt must refuse).
//
//   AOBOT_SIGNED_REQUESTS=requests.jsonl dotnet test tests/AoBot.Slack.Tests --filter SignedRequestsDump
//   node check-signatures.mjs requests.jsonl      (within five minutes: signatures grow old)
import { readFileSync } from 'node:fs';
import bolt from '@slack/bolt';

const { App, HTTPReceiver, LogLevel } = bolt;
const signingSecret = '0123456789abcdef0123456789abcdef'; // SlackRequest.Secret, of no real app

const file = process.argv[2];
if (!file) {
  console.error('usage: node check-signatures.mjs FILE');
  process.exit(2);
}
const requests = readFileSync(file, 'utf8').split('\n').filter(Boolean).map((line) => JSON.parse(line));

let reached = [];
const receiver = new HTTPReceiver({
  signingSecret,
  endpoints: ['/slack/command', '/slack/action', '/slack/event'],
  logLevel: LogLevel.ERROR,
});
const app = new App({
  receiver,
  logLevel: LogLevel.ERROR,
  authorize: async () => ({ botToken: 'xoxb-none', botId: 'B1', botUserId: 'U0BOT' }),
});
app.command('/ao', async ({ ack, command }) => {
  reached.push(`command ${command.text}`);
  await ack();
});
app.action('act', async ({ ack }) => {
  reached.push('action act');
  await ack();
});
app.view('form', async ({ ack }) => {
  reached.push('view form');
  await ack();
});
app.event('app_mention', async ({ event }) => {
  reached.push(`event ${event.text}`);
});

const server = await app.start({ port: 0, host: '127.0.0.1' });
const origin = `http://127.0.0.1:${server.address().port}`;

// What Bolt must have understood, told from the request alone.
function expected({ path, body }) {
  if (path === '/slack/command') {
    return `command ${new URLSearchParams(body).get('text')}`;
  }
  const payload = JSON.parse(path === '/slack/event' ? body : new URLSearchParams(body).get('payload'));
  switch (payload.type) {
    case 'block_actions': return `action ${payload.actions[0].action_id}`;
    case 'view_submission': return `view ${payload.view.callback_id}`;
    case 'event_callback': return `event ${payload.event.text}`;
    default: return undefined; // url_verification is answered by Bolt itself
  }
}

async function post({ path, headers, body }) {
  reached = [];
  const response = await fetch(origin + path, { method: 'POST', headers, body });
  return { status: response.status, text: await response.text() };
}

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

for (const [index, request] of requests.entries()) {
  const name = `request ${index + 1} (${request.path})`;
  const { status, text } = await post(request);
  const words = expected(request);
  check(status === 200, `${name}: Bolt answered ${status} ${text}`);
  check(words === undefined ? text.includes(JSON.parse(request.body).challenge) : reached[0] === words, `${name}: Bolt understood ${reached[0]} instead of ${words}`);

  const tampered = await post({ ...request, body: request.body.replace(/.$/su, '~') });
  check(tampered.status === 401 && reached.length === 0, `${name}: Bolt took it with a byte changed (${tampered.status})`);
}

await app.stop();
check(requests.length > 0, 'there are no requests to check');
console.log(`signatures: ${passed} passed, ${failed} failed`);
process.exit(failed === 0 ? 0 : 1);
