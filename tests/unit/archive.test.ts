import { Ajv2020 } from 'ajv/dist/2020.js';
import JSZip from 'jszip';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { archive } from '../../src/derive/archive.ts';
import { checksumList, sha256 } from '../../src/derive/checksums.ts';
import { bytesOf, type Download } from '../../src/derive/download.ts';
import { reportFiles } from '../../src/derive/report-files.ts';
import { loadSite, reportsOf } from '../../src/site/site.ts';

afterEach(() => vi.unstubAllEnvs());

const site = loadSite('data');
const entry = reportsOf(site).find(({ department }) => department.id === '510811-xzspj')!;
const FOLDER = 'data/510811-xzspj/2022/';
const INSIDE = '510811-xzspj-2022/';
const file = (path: string, content: string): Download => ({ path, title: `标题 ${path}`, content: () => content });

/** The entries of an archive by name, read by another implementation of zip. */
async function entriesOf(files: readonly Download[], of = entry): Promise<Map<string, string>> {
  return read(archive(site, of, files));
}

/** The entries of the archive that the report offers. */
async function offeredEntries(): Promise<Map<string, string>> {
  return read(reportFiles(site, entry).find(({ path }) => path.endsWith('.zip'))!);
}

async function read(download: Download): Promise<Map<string, string>> {
  const zip = await JSZip.loadAsync(await bytesOf(download), { checkCRC32: true });
  const names = Object.values(zip.files).filter(({ dir }) => !dir);
  return new Map(
    await Promise.all(names.map(async (one) => [one.name, await one.async('string')] as [string, string])),
  );
}

describe('what goes in', () => {
  test('files for programs and readers, below one folder, in order; twins and binary files stay out', async () => {
    const files = await entriesOf([
      file(`${FOLDER}income.csv`, 'a\n1\n'),
      file(`${FOLDER}income.excel.csv`, '乙'),
      file(`${FOLDER}510811-xzspj-2022.xlsx`, '丙'),
      file(`${FOLDER}ledger/accounts.csv`, 'b\n2\n'),
      file(`${FOLDER}datapackage.json`, '{}'),
      { ...file(`${FOLDER}compare.json`, '{}'), internal: true },
      file(`${FOLDER}notes.md`, '说明'),
      file('data/510811-xzspj/department.yaml', 'name: 某'),
    ]);
    expect([...files.keys()]).toEqual(
      [
        'README.txt',
        'SHA256SUMS',
        'datapackage.json',
        'department.yaml',
        'income.csv',
        'ledger/accounts.csv',
        'notes.md',
      ].map((name) => INSIDE + name),
    );
    expect(files.get(`${INSIDE}ledger/accounts.csv`)).toBe('b\n2\n');
  });

  test('every curated file of the report, byte for byte', async () => {
    const files = await offeredEntries();
    const curated = [...site.files.values()].filter(({ path }) => path.startsWith(entry.checked.report.folder));
    expect(curated.length).toBeGreaterThan(10);
    for (const { path, bytes } of curated)
      expect(files.get(INSIDE + path.slice(entry.checked.report.folder.length)), path).toBe(
        new TextDecoder().decode(bytes),
      );
  });

  test('what it holds can be understood without the site: descriptions and schema lie beside', async () => {
    const files = await offeredEntries();
    const json = (name: string) => JSON.parse(files.get(INSIDE + name)!);
    const { resources } = json('datapackage.json') as { resources: { path: string }[] };
    const tables = [...files.keys()].filter((name) => name.endsWith('.csv')).map((name) => name.slice(INSIDE.length));
    expect(tables).toContain('findings.csv');
    expect(resources.map(({ path }) => path).toSorted()).toEqual(tables.toSorted());
    expect(files.has(`${INSIDE}compare.json`)).toBe(false);
    const report = json('report.json');
    const validate = new Ajv2020({ strict: false, validateFormats: false }).compile(json(report.$schema));
    validate(report);
    expect(validate.errors).toBeNull();
  });

  test('SHA256SUMS holds for every file but itself', async () => {
    const files = await offeredEntries();
    const hashes = [...files].map(([name, text]) => [name.slice(INSIDE.length), sha256(text)] as const);
    const others = new Map(hashes.filter(([name]) => name !== 'SHA256SUMS'));
    expect(files.get(`${INSIDE}SHA256SUMS`)).toBe(checksumList(others));
  });
});

describe('README.txt', () => {
  const readme = async () => (await entriesOf([file(`${FOLDER}income.csv`, 'a\n')])).get(`${INSIDE}README.txt`)!;

  test('names the files, the licence, the version and how to cite', async () => {
    const text = await readme();
    expect(text).toMatch(/^明账：广元市昭化区行政审批局 2022 年度（部门决算、绩效自评）\n/);
    expect(text).toContain(`  income.csv  标题 ${FOLDER}income.csv\n`);
    expect(text).toContain('CC BY 4.0');
    expect(text).toMatch(/\n数据版本：([0-9a-f]{12})\n[^]*公开数据，数据版本 \1\n$/);
    expect(text).not.toContain('网页：');
  });

  test.each([
    ['complete', 'unknown', '对账：逐数对账。台账按原文次序列出文件印出的每一个数字'],
    ['partial', 'ocr', '对账：部分对账。台账还不全'],
    ['none', 'original', '对账：未对账。这份报告还没有台账'],
    ['complete', 'text-layer', '依据文件的文字层整理。'],
  ] as const)('a report with %s proof from texts that are %s', async (proof, origin, says) => {
    const { report } = entry.checked;
    const sources = report.meta.sources.map((source) => ({ ...source, text_origin: origin }));
    const checked = { ...entry.checked, proof, report: { ...report, meta: { ...report.meta, sources } } };
    const text = (await entriesOf([], { ...entry, checked })).get(`${INSIDE}README.txt`)!;
    const read = { unknown: '文本副本', ocr: '文本副本', original: '原件', 'text-layer': '文件的文字层' }[origin];
    expect(text).toContain(says);
    expect(text.includes('印出的每一个数字')).toBe(proof === 'complete');
    expect(text).toContain(`照${read}录入`);
    expect(text).toContain(`空着是${read}里没有印出`);
    expect(text.includes('可能含识别误差')).toBe(read === '文本副本');
  });

  test('the address, when the site has one', async () => {
    vi.stubEnv('MINGZHANG_ADDRESS', 'https://mingzhang.example/some/path/');
    const page = 'https://mingzhang.example/some/path/departments/510811-xzspj/2022/';
    expect(await readme()).toContain(`网页：${page}\n`);
    expect(await readme()).toMatch(new RegExp(`，${page}\n$`));
  });
});

describe('the same files give the same bytes', () => {
  test('twice', async () => {
    const make = () => bytesOf(archive(site, entry, reportFiles(site, entry)));
    expect(sha256(await make())).toBe(sha256(await make()));
  });

  test.each([
    ['UTC', 0],
    ['Pacific/Kiritimati', -840],
    ['America/Los_Angeles', 480],
    ['Asia/Kathmandu', -345],
  ])('in %s', async (zone, offset) => {
    vi.stubEnv('TZ', zone);
    expect(new Date(2020, 0, 1).getTimezoneOffset()).toBe(offset);
    vi.resetModules();
    const fresh = await import('../../src/derive/archive.ts');
    const bytes = await bytesOf(fresh.archive(site, entry, [file(`${FOLDER}income.csv`, 'a\n')]));
    const zip = await JSZip.loadAsync(bytes);
    // JSZip reads the parts of a date as UTC.
    expect(new Set(Object.values(zip.files).map(({ date }) => date.toISOString()))).toEqual(
      new Set(['1980-01-01T12:00:00.000Z']),
    );
  });
});

test('checksums are listed in order of path, as sha256sum writes them', () => {
  const empty = 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855';
  expect(
    checksumList(
      new Map([
        ['b', sha256('')],
        ['a/c.csv', sha256(new Uint8Array())],
      ]),
    ),
  ).toBe(`${empty}  a/c.csv\n${empty}  b\n`);
});
