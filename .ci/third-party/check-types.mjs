// Checks rendered payloads against Slack's own types:
//
//   node check-types.mjs DIRECTORY
//
// Every *.json in the directory is {"kind": "blocks" | "message" | "view", "payload": …}. All of them become typed constants
// of one TypeScript program, which is compiled against @slack/types. What that version of the types lacks (charts, the
// level of a header, calls) is checked here by hand and taken out first. Ends in a line "N passed, N failed"; the exit code is 1 when
// anything failed or there was nothing to check.
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import ts from 'typescript';
import { takeOutWhatTypesLack } from './beyond-types.mjs';

const here = import.meta.dirname;
const prelude = `import type { HomeView, KnownBlock, ModalView } from '@slack/types';
type Blocks = KnownBlock[];
type Message = { text: string; blocks?: KnownBlock[] };
type Strict<T extends { blocks: unknown }> = Omit<T, 'blocks'> & { blocks: KnownBlock[] };
type View = Strict<ModalView> | Strict<HomeView>;
`;
const types = { blocks: 'Blocks', message: 'Message', view: 'View' };

// A payload that is wrong on purpose: were it to pass, this check would guard nothing.
const decoy = { name: '(decoy)', kind: 'blocks', payload: [{ type: 'header', text: { type: 'mrkdwn', text: 'x' } }] };

const directory = process.argv[2];
if (!directory) {
  console.error('usage: node check-types.mjs DIRECTORY');
  process.exit(2);
}

const failures = new Map();
const fail = (name, message) => failures.set(name, [...(failures.get(name) ?? []), message]);
const payloads = readPayloads(directory);
compile([...payloads, decoy]);

if (!failures.delete(decoy.name)) {
  console.error('A header in mrkdwn passed: the types are not in use.');
  process.exit(2);
}

for (const [name, messages] of failures) {
  for (const message of messages) {
    console.error(`${name}: ${message}`);
  }
}

const failed = failures.size;
if (payloads.length === 0) {
  console.error(`No payloads in ${directory}: nothing was checked.`);
}

console.log(`${payloads.length - failed} passed, ${failed} failed`);
process.exit(failed === 0 && payloads.length > 0 ? 0 : 1);

function readPayloads(from) {
  return readdirSync(from).filter(name => name.endsWith('.json')).sort().map(name => {
    try {
      const { kind, payload } = JSON.parse(readFileSync(path.join(from, name), 'utf8'));
      if (!Object.hasOwn(types, kind) || typeof payload !== 'object' || payload === null) {
        fail(name, 'is not {"kind": "blocks" | "message" | "view", "payload": …}');
        return { name, kind: 'blocks', payload: [] };
      }

      return { name, kind, payload: takeOutWhatTypesLack(payload, message => fail(name, message)) };
    } catch (error) {
      fail(name, error.message);
      return { name, kind: 'blocks', payload: [] };
    }
  });
}

/** One compilation of one virtual source file for each payload. */
function compile(all) {
  const sources = new Map(all.map(({ kind, payload }, i) => [
    path.join(here, `payload-${i}.ts`),
    `${prelude}export const payload: ${types[kind]} = ${JSON.stringify(payload, null, 2)};\n`,
  ]));
  const options = {
    strict: true,
    noEmit: true,
    target: ts.ScriptTarget.ES2022,
    module: ts.ModuleKind.NodeNext,
    moduleResolution: ts.ModuleResolutionKind.NodeNext,
    types: [],
  };
  const host = ts.createCompilerHost(options);
  const { fileExists, readFile, getSourceFile } = host;
  host.fileExists = file => sources.has(path.normalize(file)) || fileExists.call(host, file);
  host.readFile = file => sources.get(path.normalize(file)) ?? readFile.call(host, file);
  host.getSourceFile = (file, language, ...rest) => sources.has(path.normalize(file))
    ? ts.createSourceFile(file, sources.get(path.normalize(file)), language)
    : getSourceFile.call(host, file, language, ...rest);

  const files = [...sources.keys()];
  for (const diagnostic of ts.getPreEmitDiagnostics(ts.createProgram(files, options, host))) {
    const text = ts.flattenDiagnosticMessageText(diagnostic.messageText, '\n  ');
    const at = diagnostic.file ? files.indexOf(path.normalize(diagnostic.file.fileName)) : -1;
    const line = at < 0 ? '' : ` near ${diagnostic.file.text.split('\n')[diagnostic.file.getLineAndCharacterOfPosition(diagnostic.start).line].trim()}`;
    fail(at < 0 ? '(compiler)' : all[at].name, `${text}${line}`);
  }
}
