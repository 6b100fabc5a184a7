// A Bolt app that answers /ao with a constant: what tests/AoBot.Benchmarks compares AoBot with. The constant is acknowledged as a string,
// which Bolt sends as it is; an object would cost a JSON.stringify for each answer.
//
//   node constant-answer.mjs PORT FILE SIGNING_SECRET
import { readFileSync } from 'node:fs';
import bolt from '@slack/bolt';

const { App, HTTPReceiver, LogLevel } = bolt;
const [port, file, signingSecret] = process.argv.slice(2);
if (!signingSecret) {
  console.error('usage: node constant-answer.mjs PORT FILE SIGNING_SECRET');
  process.exit(2);
}
const answer = readFileSync(file, 'utf8');

const app = new App({
  receiver: new HTTPReceiver({ signingSecret, endpoints: ['/slack/command'], logLevel: LogLevel.ERROR }),
  logLevel: LogLevel.ERROR,
  authorize: async () => ({ botToken: 'xoxb-none', botId: 'B1', botUserId: 'U0BOT' }),
});
app.command('/ao', async ({ ack }) => {
  await ack(answer);
});
await app.start({ port: Number(port), host: '127.0.0.1' });
