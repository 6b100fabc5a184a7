// Breaks what sends in three ways, each in a copy, and has the seeds played with it: were nothing noticed, they would guard nothing.
//
//   node .ci/break-the-sender.mjs
//
// Needs the .NET SDK and a Release build of tests/AoBot.Tests. Ends in a line "sender broken: N passed, N failed"; the exit code is 1 when
// a break went unnoticed, or could not be made any more.
import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

const root = path.dirname(import.meta.dirname);
const seeds = '20';
const breaks = {
  'nothing is claimed': {
    'src/AoBot/Outbox/NoticeRows.cs': [
      ['n => n.ClaimedAt == null, set', '_ => true, set'],
      ['return claimed == 1 ? now : null;', 'return claimed >= 0 ? now : null;'],
      ['if (begun != 1)', 'if (begun < 0)'],
    ],
  },
  'the reason is not checked again': {
    'src/AoBot/Updates/Reminders/UpdateReminderKind.cs': [['looked.Where(l => l.Obstacle is null).Select', 'looked.Select']],
  },
  'Slack is asked before the commit': {
    'src/AoBot/Outbox/NoticeSender.cs': [
      ['private Task<SlackOutcome<PostedMessage>> Post(', 'private async Task<SlackOutcome<PostedMessage>> Post('],
      [
        'return slack.Chat.PostMessage(message, () => rows.BeginSending(notice.Id, claim, send.About), cancellationToken);',
        'var outcome = await slack.Chat.PostMessage(message, () => Task.CompletedTask, cancellationToken); await rows.BeginSending(notice.Id, claim, send.About); return outcome;',
      ],
    ],
  },
};

const work = mkdtempSync(path.join(tmpdir(), 'broken-'));
try {
  const [source, tests] = [path.join(work, 'source'), path.join(work, 'tests')];
  for (const file of execFileSync('git', ['ls-files', '-z'], { cwd: root, encoding: 'utf8' }).split('\0').filter(Boolean)) {
    mkdirSync(path.dirname(path.join(source, file)), { recursive: true });
    cpSync(path.join(root, file), path.join(source, file));
  }

  cpSync(path.join(root, 'tests/AoBot.Tests/bin/Release/net10.0'), tests, { recursive: true });
  const noticed = Object.entries(breaks).filter(([name, files]) => isNoticed(name, files, source, tests)).length;
  const failed = Object.keys(breaks).length - noticed;
  console.log(`sender broken: ${noticed} passed, ${failed} failed`);
  process.exitCode = failed === 0 ? 0 : 1;
} finally {
  rmSync(work, { recursive: true, force: true });
}

function isNoticed(name, files, source, tests) {
  const whole = Object.keys(files).map(file => [path.join(source, file), readFileSync(path.join(root, file), 'utf8')]);
  try {
    for (const [file, changes] of Object.entries(files)) {
      writeFileSync(path.join(source, file), changes.reduce((text, [from, to]) => once(text, from, to, file), readFileSync(path.join(root, file), 'utf8')));
    }

    const build = run('dotnet', ['build', 'src/AoBot', '--configuration', 'Release', '--nologo', '-property:RunAnalyzers=false'], { cwd: source });
    if (build.status !== 0) {
      throw new Error(`does not build:\n${build.stdout.split('\n').filter(line => line.includes('error')).join('\n')}`);
    }

    cpSync(path.join(source, 'src/AoBot/bin/Release/net10.0/AoBot.dll'), path.join(tests, 'AoBot.dll'));
    const said = path.join(work, 'said');
    rmSync(said, { force: true });
    run('dotnet', ['test', path.join(tests, 'AoBot.Tests.dll'), '--filter', 'FullyQualifiedName~SeedTests.Whatever'], { cwd: work, env: { ...process.env, AOBOT_SEEDS: seeds, AOBOT_SAID: said } });

    // By what was promised, and not by a crash.
    const broken = readFileSync(said, 'utf8').split('\n').find(line => /^seed \d+ \(.*\): (?!nothing was wrong)/.test(line));
    console.log(`${name}: ${broken ? `noticed. ${broken.slice(0, 300)}` : 'not noticed'}`);
    return broken !== undefined;
  } catch (error) {
    console.log(`${name}: ${error.message}`);
    return false;
  } finally {
    whole.forEach(([file, text]) => writeFileSync(file, text));
  }
}

function once(text, from, to, file) {
  if (text.split(from).length !== 2) {
    throw new Error(`"${from}" is in ${file} ${text.split(from).length - 1} times, and not once`);
  }

  return text.replace(from, () => to);
}

function run(command, words, options) {
  return spawnSync(command, words, { encoding: 'utf8', maxBuffer: 1 << 28, ...options });
}
