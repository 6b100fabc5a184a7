// Is manifest.json what Slack takes, by Slack's own schema?
//
//   node check-manifest.mjs SCHEMA MANIFEST
//
// The manifest is also spoilt in ways that the schema must refuse: were those to pass, this check would guard nothing.
import { readFileSync } from 'node:fs';
import Ajv from 'ajv';

const [schemaFile, manifestFile] = process.argv.slice(2);
if (!schemaFile || !manifestFile) {
  console.error('usage: node check-manifest.mjs SCHEMA MANIFEST');
  process.exit(2);
}

const read = (file) => JSON.parse(readFileSync(file, 'utf8'));
// Slack's schema has a keyword of its own ("regex") and formats that are only notes.
const validate = new Ajv({ strict: false, validateFormats: false, allErrors: true }).compile(read(schemaFile));

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

const spoilt = (spoil) => {
  const manifest = read(manifestFile);
  spoil(manifest);
  return manifest;
};

check(validate(read(manifestFile)), `manifest.json: ${JSON.stringify(validate.errors, null, 2)}`);
check(!validate(spoilt((m) => { delete m.display_information.name; })), 'a manifest without a name passed');
check(!validate(spoilt((m) => { m.features.slash_commands[0].command = 'ao'; })), 'a command without its slash passed');
check(!validate(spoilt((m) => { m.settings.interactivity.request_url = 'nowhere'; })), 'an address that is none passed');
check(!validate(spoilt((m) => { m.oauth_config.scopes.optional = []; })), 'a member that Slack does not know passed');

console.log(`manifest: ${passed} passed, ${failed} failed`);
process.exit(failed === 0 ? 0 : 1);
