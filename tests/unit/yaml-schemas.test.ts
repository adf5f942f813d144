/** The JSON Schemas that editors read: as the declarations say, described, and of the same opinion as the loader. */
import { existsSync, globSync, readFileSync } from 'node:fs';
import { basename, matchesGlob, resolve } from 'node:path';
import { Ajv, type ValidateFunction } from 'ajv';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { yamlSchemas } from '../../src/derive/yaml-schemas.ts';
import { departmentSchema, reportSchema } from '../../src/tables/report.ts';

const ROOT = resolve(import.meta.dirname, '../..');
const read = (path: string) => readFileSync(resolve(ROOT, path), 'utf8');
const ajv = new Ajv({ allErrors: true, formats: { uri: true } });
ajv.addVocabulary(['enumDescriptions']);
const validators = new Map<string, ValidateFunction>(
  yamlSchemas().map(({ path, text }) => [basename(path, '.schema.json'), ajv.compile(JSON.parse(text) as object)]),
);
const declared = { report: reportSchema, department: departmentSchema };
type Name = keyof typeof declared;

test.each(yamlSchemas())('$path is current', ({ path, text }) => {
  expect(existsSync(resolve(ROOT, path)) && read(path), `${path} 与声明不一致，请运行 npm run schemas`).toBe(text);
});

interface Node {
  readonly description?: string;
  readonly properties?: Readonly<Record<string, Node>>;
  readonly items?: Node;
  readonly enum?: readonly string[];
  readonly enumDescriptions?: readonly string[];
}

/** Every property below a node, with its path. */
function properties(node: Node, path = ''): [string, Node][] {
  const own = Object.entries(node.properties ?? {}).flatMap(([name, child]): [string, Node][] => [
    [`${path}${name}`, child],
    ...properties(child, `${path}${name}.`),
  ]);
  return [...own, ...(node.items ? properties(node.items, path) : [])];
}

test('every property is described in Chinese, and every word of the lists that have meanings', () => {
  const all = yamlSchemas().flatMap(({ text }) => properties(JSON.parse(text) as Node));
  expect(all.length).toBeGreaterThan(50);
  expect(all.filter(([, node]) => !/[\u4e00-\u9fff]/u.test(node.description ?? '')).map(([path]) => path)).toEqual([]);
  const reason = all.find(([path]) => path === 'absent.reason')![1];
  expect(reason.enumDescriptions).toEqual(['未公开', '不适用', '图表未附', '本站未收到']);
  expect(reason.enumDescriptions).toHaveLength(reason.enum!.length);
});

describe('the real files', () => {
  const files = globSync('data/departments/**/{report,department}.yaml', { cwd: ROOT }).sort();
  test('are ten', () => expect(files).toHaveLength(10));
  test.each(files)('%s is valid', (file) => {
    const validate = validators.get(basename(file, '.yaml'))!;
    validate(parse(read(file)));
    expect(validate.errors).toBeNull();
  });

  test('are those that the editor settings name', () => {
    const { 'yaml.schemas': schemas } = JSON.parse(read('.vscode/settings.json')) as {
      'yaml.schemas': Record<string, string>;
    };
    const named = Object.entries(schemas).flatMap(([schema, glob]) => {
      expect(yamlSchemas().map(({ path }) => `./${path}`)).toContain(schema);
      return files.filter(
        (file) => matchesGlob(file, glob) && basename(file, '.yaml') === basename(schema, '.schema.json'),
      );
    });
    expect(named.sort()).toEqual(files);
  });
});

/** A change to a sound file that both the loader and the schema refuse. */
const BAD: readonly (readonly [string, Name, (value: Record<string, unknown>) => object])[] = [
  ['an unknown key', 'report', (value) => ({ ...value, colour: 'red' })],
  ['no coverage', 'report', ({ coverage, ...rest }) => ({ ...rest, was: typeof coverage })],
  ['a year as text', 'report', (value) => ({ ...value, year: '2022' })],
  ['a kind that is none', 'report', (value) => ({ ...value, kinds: ['budget'] })],
  ['no source', 'report', (value) => ({ ...value, sources: [] })],
  ['a day that is only a month', 'report', (value) => ({ ...value, history: [{ date: '2026-11', text: '收录' }] })],
  [
    'a date that is none',
    'report',
    (value) => ({
      ...value,
      findings: [
        {
          id: 'x',
          grade: 'slip',
          explanation: '差',
          occurrences: [{ rule: 'A', subject: 'a', left: '1', right: '2' }],
          reply: { date: '去年', text: '答' },
        },
      ],
    }),
  ],
  ['a region of five digits', 'department', (value) => ({ ...value, region: '51081' })],
  ['a region as a number', 'department', (value) => ({ ...value, region: 510811 })],
  ['a level that is none', 'department', (value) => ({ ...value, level: 'village' })],
  ['too long a name', 'department', (value) => ({ ...value, name: '局'.repeat(61) })],
];
test.each(BAD)('%s is refused by both', (_, name, change) => {
  const folder = 'tests/fixtures/invalid/_base/data/departments/510811-xzspj';
  const sound = parse(read(`${folder}/${name === 'report' ? '2022/' : ''}${name}.yaml`)) as Record<string, unknown>;
  const opinion = (value: unknown) => [validators.get(name)!(value), declared[name].safeParse(value).success];
  expect(opinion(sound)).toEqual([true, true]);
  expect(opinion(change(sound))).toEqual([false, false]);
});
