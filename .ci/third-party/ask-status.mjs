// Asks a running AoBot for `/ao status`, really signed, and looks at the answer. Needs nothing but Node.
//
//   SIGNING_SECRET=… node ask-status.mjs http://127.0.0.1:PORT [COMMIT]
import { createHmac } from 'node:crypto';

const [origin, commit] = process.argv.slice(2);
const secret = process.env.SIGNING_SECRET;
if (!origin || !secret) {
  console.error('usage: SIGNING_SECRET=… node ask-status.mjs ORIGIN [COMMIT]');
  process.exit(2);
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

async function ask(text, key) {
  const timestamp = Math.floor(Date.now() / 1000).toString();
  const body = new URLSearchParams({
    command: '/ao', text, user_id: 'U0ANYONE', user_name: 'anyone', team_id: 'T0TEAM', channel_id: 'C0CHANNEL', channel_name: 'somewhere',
    api_app_id: 'A0APP', response_url: `${origin}/nowhere`, trigger_id: `1.${timestamp}`,
  }).toString();
  const signature = `v0=${createHmac('sha256', key).update(`v0:${timestamp}:${body}`).digest('hex')}`;
  const response = await fetch(`${origin}/slack/command`, {
    method: 'POST',
    headers: { 'content-type': 'application/x-www-form-urlencoded', 'x-slack-request-timestamp': timestamp, 'x-slack-signature': signature },
    body,
  });
  return { status: response.status, text: await response.text() };
}

const ready = await (await fetch(`${origin}/health/ready`)).json();
check(ready.status === 'ok', `/health/ready says ${JSON.stringify(ready)}`);
check(!commit || ready.commit === commit, `it says that it was built from ${ready.commit}, not from ${commit}`);

const { status, text } = await ask('status', secret);
check(status === 200, `/ao status was answered ${status} ${text}`);
const answer = status === 200 ? JSON.parse(text) : {};
check(answer.response_type === 'ephemeral', 'the answer is not for the asker alone');
check(answer.blocks?.length > 2, 'the answer has no blocks');
check(/KR 2\.2/.test(JSON.stringify(answer.blocks)) && /key results/i.test(answer.text ?? ''), `the answer does not speak of key results: ${answer.text}`);

const forged = await ask('status', `${secret}x`);
check(forged.status === 401, `a forged request was answered ${forged.status}`);

console.log(`one signed /ao status: ${passed} passed, ${failed} failed`);
process.exit(failed === 0 ? 0 : 1);
