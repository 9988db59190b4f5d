// Usage: node validate.mjs SCHEMA FILE…: checks JSON files against a draft-07 schema; exit 1 names every fault.
import { readFileSync } from 'node:fs';
import { Ajv } from 'ajv';

const [schema, ...files] = process.argv.slice(2).map(file => JSON.parse(readFileSync(file, 'utf8')));
delete schema.$id;
const validate = new Ajv({ allErrors: true, strict: false, validateFormats: false }).compile(schema);
let faults = 0;
for (const file of files) {
  if (!validate(file)) {
    faults += validate.errors.length;
    for (const error of validate.errors) console.log(`${error.instancePath || '/'}: ${error.message}`);
  }
}
process.exit(faults === 0 ? 0 : 1);
