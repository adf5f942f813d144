/** `npm run schemas`: writes the JSON Schemas of the YAML files, which editors read, from the declarations. */
import { join, resolve } from 'node:path';
import { yamlSchemas } from '../src/derive/yaml-schemas.ts';
import { writeWhole } from '../src/disk/write.ts';
import { parseOptions } from './lib/options.ts';

parseOptions('schemas', {});
const root = resolve(import.meta.dirname, '..');
for (const { path, text } of yamlSchemas()) {
  writeWhole(join(root, path), text);
  console.log(`写出 ${path}`);
}
