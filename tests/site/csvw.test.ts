/** CSVW: an independent reader turns every table into the cells that the file holds, with the declared types. */
import { createReadStream } from 'node:fs';
import { join, posix } from 'node:path';
import CsvwParser from 'rdf-parser-csvw';
import { describe, expect, test } from 'vitest';
import { named, readJson, readTable } from './described.ts';
import { builtSite } from './pages.ts';
import { graphOf, type Quad } from './rdf.ts';

type Datatype = string | { readonly base: string; readonly format?: string; readonly minimum?: number };
interface Group {
  readonly dialect: object;
  readonly tables: readonly {
    readonly url: string;
    readonly tableSchema: {
      readonly columns: readonly {
        readonly name: string;
        readonly titles: Readonly<Record<string, string>>;
        readonly datatype: Datatype;
        readonly required?: boolean;
      }[];
      readonly primaryKey: readonly string[];
    };
  }[];
}

const ROW = 'http://www.w3.org/ns/csvw#row';
const files = (['MINGZHANG_SITE', 'MINGZHANG_SITE_ODD'] as const).flatMap((variable) => {
  const folder = builtSite(variable);
  return named(folder, 'csv-metadata.json').map((file) => ({ site: variable, folder, file }));
});

test('every folder with tables has its metadata', () => {
  const found = files.filter(({ site }) => site === 'MINGZHANG_SITE').map(({ file }) => posix.dirname(file));
  expect(found).toEqual([
    'data/130123-xzspj/2021',
    'data/510303-xzspj/2020',
    'data/510811-xzspj/2022',
    'data/511100-yshjj/2021',
    'data/511113-xzspj/2024',
    'data/all',
  ]);
});

describe.each(files)('$site/$file', ({ folder, file }) => {
  const { tables, ...group } = readJson<Group>(folder, file);

  test.each(tables.map((table) => [table.url, table] as const))('%s', async (url, table) => {
    const path = posix.join(posix.dirname(file), url);
    const { header, rows } = readTable(folder, path);
    const { columns, primaryKey } = table.tableSchema;
    expect(columns.map(({ titles }) => titles['und'])).toEqual(header);
    expect(columns.map(({ name }) => decodeURIComponent(name))).toEqual(header);
    for (const { titles, name } of columns) {
      expect(titles['zh-Hans'], name).toMatch(/\p{Script=Han}/u);
      // A variable of RFC 6570, not one that CSVW reserves.
      expect(name).toMatch(/^(?!_)(?:\w|%[0-9A-F]{2})+$/);
    }
    const at = primaryKey.map((name) => columns.findIndex((column) => column.name === name));
    expect(at.length > 0 && at.every((index) => index >= 0)).toBe(true);
    expect(new Set(rows.map((row) => JSON.stringify(at.map((index) => row[index])))).size).toBe(rows.length);

    const quads = await cells(folder, path, { ...group, ...table });
    expect(quads.filter(({ predicate }) => predicate.value === ROW).length).toBe(rows.length);
    const base = `https://mingzhang.example/${path}`;
    const read = quads.filter(({ predicate }) => predicate.value.startsWith(`${base}#`));
    const printed = rows.flat().filter((value) => value !== '');
    expect(read.length).toBe(printed.length);
    columns.forEach(({ name, datatype, required }, index) => {
      const values = rows.map((row) => row[index]!).filter((value) => value !== '');
      const found = read.filter(({ predicate }) => predicate.value === `${base}#${encodeURI(name)}`);
      expect(found.map(({ object }) => object.value)).toEqual(values);
      const type = typeof datatype === 'string' ? datatype : datatype.base;
      expect(new Set(found.map(({ object }) => typeOf(object)))).toEqual(
        new Set(values.length === 0 ? [] : [`http://www.w3.org/2001/XMLSchema#${type}`]),
      );
      expect(required && values.length < rows.length, `${name} is required`).toBeFalsy();
      const { format = '', minimum = -Infinity } = typeof datatype === 'string' ? {} : datatype;
      const outside = values.filter((value) => !new RegExp(format).test(value) || Number(value) < minimum);
      expect(outside).toEqual([]);
    });
  });
});

/** All quads that the reader makes of one table. */
async function cells(folder: string, path: string, description: object): Promise<Quad[]> {
  const baseIRI = `https://mingzhang.example/${path}`;
  const metadata = await graphOf(description, baseIRI);
  const quads: Quad[] = [];
  const reader = new CsvwParser({ metadata, baseIRI, timezone: 'utc' });
  for await (const quad of reader.import(createReadStream(join(folder, path)))) quads.push(quad as Quad);
  return quads;
}

/** The reader wraps the name of a type that has limits once more. */
function typeOf({ datatype }: Quad['object']): string {
  const value: unknown = datatype!.value;
  return typeof value === 'string' ? value : (value as { value: string }).value;
}
