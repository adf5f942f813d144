/** Data packages: readable by a client of version 1, and true to the standard's version 2. */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join, posix } from 'node:path';
import { Package } from 'datapackage';
import { describe, expect, test } from 'vitest';
import { named, readJson, readTable } from './described.ts';
import { builtSite, filesBelow } from './pages.ts';

interface Field {
  readonly name: string;
  readonly type: string;
  readonly title: string;
  readonly description: string;
  readonly missingValues?: readonly string[];
  readonly categories?: readonly { readonly value: string; readonly label: string }[];
  readonly constraints?: {
    readonly required?: boolean;
    readonly enum?: readonly string[];
    readonly pattern?: string;
    readonly maxLength?: number;
    readonly minimum?: number;
  };
}
interface Resource {
  readonly name: string;
  readonly type: string;
  readonly path: string;
  readonly title: string;
  readonly description: string;
  readonly format: string;
  readonly mediatype: string;
  readonly encoding: string;
  readonly bytes: number;
  readonly hash: string;
  readonly schema: {
    readonly fields: readonly Field[];
    readonly missingValues: readonly string[];
    readonly primaryKey: readonly string[];
    readonly foreignKeys?: readonly {
      readonly fields: readonly string[];
      readonly reference: { readonly fields: readonly string[]; readonly resource?: string };
    }[];
  };
}
interface Descriptor {
  readonly $schema: string;
  readonly name: string;
  readonly id?: string;
  readonly homepage?: string;
  readonly version: string;
  readonly licenses: readonly { readonly name: string; readonly path: string }[];
  readonly sources: readonly { readonly title: string; readonly publisher: string }[];
  readonly resources: readonly Resource[];
}

const ROOT = 'https://mingzhang.example/some/path/';
const SITES = ['MINGZHANG_SITE', 'MINGZHANG_SITE_BASE', 'MINGZHANG_SITE_ODD'] as const;
const packages = SITES.flatMap((variable) => {
  const folder = builtSite(variable);
  return named(folder, 'datapackage.json').map((file) => ({ site: variable, folder, file }));
});

test('every report with tables has a package, and so has the whole', () => {
  expect(packages.filter(({ site }) => site === 'MINGZHANG_SITE').map(({ file }) => file)).toEqual([
    'data/130123-xzspj/2021/datapackage.json',
    'data/510303-xzspj/2020/datapackage.json',
    'data/510811-xzspj/2022/datapackage.json',
    'data/511100-yshjj/2021/datapackage.json',
    'data/511113-xzspj/2024/datapackage.json',
    'data/datapackage.json',
  ]);
});

test('the whole describes every machine file of all reports', () => {
  const folder = builtSite('MINGZHANG_SITE');
  const described = readJson<Descriptor>(folder, 'data/datapackage.json').resources.map(({ path }) => `data/${path}`);
  const files = filesBelow(folder).filter((file) => /^data\/all\/[^.]+\.csv$/.test(file));
  expect(described.toSorted()).toEqual(files);
});

// Below a base path the tables are the same.
const tables = packages.filter(({ site }) => site !== 'MINGZHANG_SITE_BASE');

describe.each(packages)('$site/$file', ({ site, folder, file }) => {
  const descriptor = readJson<Descriptor>(folder, file);

  test('says what it is, under the standard’s profile', () => {
    expect(descriptor.$schema).toBe('https://datapackage.org/profiles/2.0/datapackage.json');
    expect(descriptor.name).toMatch(/^[a-z0-9._-]+$/);
    expect(descriptor.version).toMatch(/^[0-9a-f]{12}$/);
    expect(descriptor.licenses).toMatchObject([
      { name: 'CC-BY-4.0', path: 'https://creativecommons.org/licenses/by/4.0/' },
    ]);
    expect(descriptor.sources.length).toBeGreaterThan(0);
    for (const source of descriptor.sources) expect(source.title && source.publisher).toBeTruthy();
    const names = descriptor.resources.map(({ name }) => name);
    expect(new Set(names).size).toBe(names.length);
    // Only a site that knows its address says it.
    const page = file === 'data/datapackage.json' ? 'downloads/' : `departments/${posix.dirname(file).slice(5)}/`;
    const known = site === 'MINGZHANG_SITE_BASE';
    expect(descriptor.id).toBe(known ? ROOT + file : undefined);
    expect(descriptor.homepage).toBe(known ? ROOT + page : undefined);
  });
});

describe.each(tables)('$site/$file', ({ folder, file }) => {
  const descriptor = readJson<Descriptor>(folder, file);
  const below = (path: string) => posix.join(posix.dirname(file), path);

  test('a client of version 1 finds it valid and reads every row of every resource', async () => {
    const client = await Package.load(join(folder, file));
    expect(client.errors).toEqual([]);
    expect(client.valid).toBe(true);
    expect(client.resources.length).toBe(descriptor.resources.length);
    for (const resource of client.resources) {
      expect(resource.valid, resource.name).toBe(true);
      expect(resource.tabular).toBe(true);
      const table = readTable(folder, below(resource.descriptor.path));
      const rows = await resource.read({ keyed: true });
      expect(rows.length, resource.name).toBe(table.rows.length);
      expect(resource.headers).toEqual(table.header);
    }
  });

  test.each(descriptor.resources.map((resource) => [resource.name, resource] as const))(
    '%s: every value keeps what the schema says',
    (_, resource) => {
      const bytes = readFileSync(join(folder, below(resource.path)));
      expect(resource).toMatchObject({
        type: 'table',
        format: 'csv',
        mediatype: 'text/csv',
        encoding: 'utf-8',
        bytes: bytes.length,
        hash: `sha256:${createHash('sha256').update(bytes).digest('hex')}`,
      });
      // Relative, and never out of the package's folder.
      expect(resource.path).toMatch(/^(?!\/)(?!.*\.\.)[\w./-]+$/);
      const { fields, primaryKey, foreignKeys = [], missingValues } = resource.schema;
      const { header, rows } = readTable(folder, below(resource.path));
      expect(fields.map(({ name }) => name)).toEqual(header);
      const logical = rows.map((row) => fields.map((field, index) => logicalValue(field, row[index]!, missingValues)));
      const faults = rows.flatMap((row, line) =>
        fields.flatMap((field, index) =>
          isKept(field, logical[line]![index]!) ? [] : [`${line + 2} ${field.name}: ${row[index]}`],
        ),
      );
      expect(faults).toEqual([]);
      for (const { categories, constraints } of fields.filter((field) => field.categories)) {
        expect(categories!.map(({ value }) => value)).toEqual(constraints!.enum);
        expect(new Set(categories!.map(({ label }) => label)).size).toBe(categories!.length);
      }

      const columns = (names: readonly string[]) => names.map((name) => header.indexOf(name));
      const keys = logical.map((row) => JSON.stringify(columns(primaryKey).map((index) => row[index])));
      expect(primaryKey.length).toBeGreaterThan(0);
      expect(new Set(keys).size).toBe(rows.length);
      expect(logical.filter((row) => columns(primaryKey).some((index) => row[index] === null))).toEqual([]);

      for (const { fields: from, reference } of foreignKeys) {
        expect(reference.resource).toBeUndefined();
        const targets = new Set(logical.map((row) => JSON.stringify(columns(reference.fields).map((at) => row[at]))));
        const values = logical.map((row) => columns(from).map((index) => row[index]));
        const stray = values.filter((value) => !value.includes(null) && !targets.has(JSON.stringify(value)));
        expect(stray).toEqual([]);
      }
    },
  );
});

/** A value as Table Schema 2 reads it: null when missing. */
function logicalValue(field: Field, text: string, missing: readonly string[]): string | null {
  return (field.missingValues ?? missing).includes(text) ? null : text;
}

const LEXICAL: Readonly<Record<string, RegExp>> = {
  string: /^/,
  number: /^-?[0-9]+(?:\.[0-9]+)?$/,
  integer: /^-?[0-9]+$/,
};

/** Whether a value has the type of its field and keeps its constraints. */
function isKept({ type, constraints = {} }: Field, value: string | null): boolean {
  const { required, enum: allowed, pattern, maxLength, minimum } = constraints;
  if (value === null) return required !== true;
  return (
    LEXICAL[type]!.test(value) &&
    (minimum === undefined || Number(value) >= minimum) &&
    (pattern === undefined || new RegExp(pattern).test(value)) &&
    (maxLength === undefined || [...value].length <= maxLength) &&
    (allowed === undefined || allowed.includes(value))
  );
}
