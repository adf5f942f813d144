/** Citations, figures with their files, versions: pinned for a report. */
import { readFileSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { feed } from '../../src/derive/feed.ts';
import { rootFiles } from '../../src/derive/root-files.ts';
import { publicAddress } from '../../src/site/settings.ts';
import { loadSite, reportsOf, type Site } from '../../src/site/site.ts';
import { dataVersion, reportVersion } from '../../src/site/version.ts';
import { citationView, citePlaces } from '../../src/views/citation.ts';
import { sizeText } from '../../src/views/download-docs.ts';
import { figureGroups } from '../../src/views/figure-list.ts';
import { readingLines } from '../../src/views/reading.ts';
import { reportView } from '../../src/views/report.ts';

const site = loadSite('data');
const entry = reportsOf(site).find(({ checked }) => checked.report.department === '510811-xzspj')!;
const { report } = entry.checked;

beforeEach(() => vi.stubEnv('MINGZHANG_ADDRESS', 'https://mingzhang.example/some/path/'));
afterEach(() => vi.unstubAllEnvs());

describe('data version', () => {
  test('12 hexadecimal digits of the content, whatever the order of the files', () => {
    expect(dataVersion(site.files)).toMatch(/^[0-9a-f]{12}$/);
    expect(dataVersion(new Map([...site.files].toReversed()))).toBe(dataVersion(site.files));
  });

  test.each([
    ['data/departments/510811-xzspj/2022/staff.csv', true],
    ['data/departments/510811-xzspj/department.yaml', true],
    ['data/departments/511113-xzspj/2024/staff.csv', false],
  ])('a changed byte of %s changes the version of the report: %s', (path, changes) => {
    const files = new Map(site.files);
    const bytes = Uint8Array.from(files.get(path)!.bytes!);
    bytes[0]! ^= 1;
    files.set(path, { ...files.get(path)!, bytes });
    expect(reportVersion(files, report) !== reportVersion(site.files, report)).toBe(changes);
    expect(dataVersion(files)).not.toBe(dataVersion(site.files));
  });
});

describe('citation', () => {
  const forms = () => citationView(site, entry).forms.map(({ text }) => text.replaceAll(/\b[0-9a-f]{12}\b/g, '版本'));

  test('GB/T 7714, a sentence, BibTeX', () => {
    expect(forms()).toEqual([
      '明账. 广元市昭化区行政审批局2022年度收支与绩效数据: 数据版本版本[DS/OL]. (2026-11-20)[引用日期]. https://mingzhang.example/some/path/departments/510811-xzspj/2022/.',
      '据广元市昭化区行政审批局公开的《广元市昭化区行政审批局2022年度部门决算》，经明账整理、逐数对账（数据版本 版本，https://mingzhang.example/some/path/departments/510811-xzspj/2022/）。',
      [
        '@misc{mingzhang-510811-xzspj-2022,',
        '  author = {{明账}},',
        '  title = {{广元市昭化区行政审批局2022年度收支与绩效数据}},',
        '  year = {2026},',
        '  version = {版本},',
        '  note = {据《广元市昭化区行政审批局2022年度部门决算》},',
        '  url = {https://mingzhang.example/some/path/departments/510811-xzspj/2022/},',
        '}',
      ].join('\n'),
    ]);
  });

  test('characters that mean something in BibTeX are escaped', () => {
    const meta = { ...report.meta, sources: [{ ...report.meta.sources[0]!, title: '50% {a} & b_c \\d #1' }] };
    const odd = { ...entry, checked: { ...entry.checked, report: { ...report, meta } } };
    expect(citationView(site, odd).forms[2]!.text).toContain('note = {据《50\\% a \\& b\\_c d \\#1》}');
  });

  test.each(['partial', 'none'] as const)('a report whose proof is %s does not claim more', (proof) => {
    const [, sentence] = citationView(site, { ...entry, checked: { ...entry.checked, proof } }).forms;
    expect(sentence!.text).toContain('，经明账整理（数据版本 ');
  });

  test('without an address of the site, none is cited', () => {
    vi.stubEnv('MINGZHANG_ADDRESS', '');
    expect(forms().map((text) => text.split('\n').at(-1))).toEqual([
      '明账. 广元市昭化区行政审批局2022年度收支与绩效数据: 数据版本版本[DS/OL]. (2026-11-20)[引用日期].',
      '据广元市昭化区行政审批局公开的《广元市昭化区行政审批局2022年度部门决算》，经明账整理、逐数对账（数据版本 版本）。',
      '}',
    ]);
    expect(forms().join()).not.toContain('url');
  });

  test('the parts of a report that can be cited: tables, charts, findings, each with its anchor', () => {
    const view = reportView(entry.department, entry.checked, site);
    expect(citePlaces(view).map(({ kind, places }) => [kind, places.length, places[0]])).toEqual([
      ['表', 12, { id: 'income', name: '表：收入' }],
      ['图', 5, { id: 'chart-expenditure', name: '图：支出结构：项目支出占 36.12%' }],
      ['差异', 25, { id: 'finding-basic-expenditure', name: '登记的差异 1' }],
    ]);
  });
});

describe('figures', () => {
  const figures = () => figureGroups(site, entry).flatMap((group) => group.figures);

  test('every cell once, the end of a range with its beginning, each with the file and line that hold it', () => {
    const addresses = figures().flatMap(({ number, high }) => (high ? [number.address, high] : [number.address]));
    expect(addresses).toEqual([...report.cells.keys()]);
    for (const { file, number } of figures()) {
      const [path, line] = file.split(':');
      expect(readFileSync(path!, 'utf8').split('\n')[Number(line) - 1], file).toContain(number.value);
    }
  });

  test('the sentence of a figure', () => {
    const basic = figures().find(({ number }) => number.address === 'expenditure/basic/final')!;
    expect(basic.sentence.replace(/版本 [0-9a-f]{12}/, '版本 …')).toBe(
      '广元市昭化区行政审批局2022年度，基本支出 · 决算：457.27 万元（《广元市昭化区行政审批局2022年度部门决算》L37；明账，数据版本 …，https://mingzhang.example/some/path/departments/510811-xzspj/2022/#expenditure/basic/final）',
    );
  });

  test.each([
    ['metrics/热线群众满意率.result/value', '：99.84%（'],
    ['staff/total/actual', ' 人（'],
    ['metrics/村无差别综合窗口.result/value', '：1 至 2 个（每村）（'],
    ['expenditure/current/final', '：715.87 万元（'],
  ])('%s is cited as printed', (address, text) => {
    expect(figures().find(({ number }) => number.address === address)!.sentence).toContain(text);
  });
});

describe('the address of the site', () => {
  test.each([
    ['', ''],
    ['https://example.org', 'https://example.org/'],
    ['https://example.org/a', 'https://example.org/a/'],
    ['http://127.0.0.1:4321/', 'http://127.0.0.1:4321/'],
  ])('“%s” becomes “%s”', (text, address) => expect(publicAddress(text)).toBe(address));

  test.each(['example.org', 'javascript:alert(1)', 'https://u:p@example.org/', 'https://example.org/?a=b'])(
    '“%s” stops the build',
    (text) => expect(() => publicAddress(text)).toThrow('网站地址（--address 或 MINGZHANG_ADDRESS）应是完整网址'),
  );
});

describe('feed', () => {
  const count = reportsOf(site).reduce(
    (sum, { checked }) => sum + checked.report.meta.history.length + checked.report.meta.findings.length,
    0,
  );

  test('every change and every finding, absolute, dated by the curators', () => {
    const atom = feed(site)!;
    expect(atom.match(/<entry>/g)).toHaveLength(count);
    expect(new Set(atom.match(/<id>[^<]*<\/id>/g)).size).toBe(count + 1);
    expect(
      [...atom.matchAll(/<link href="([^"]*)"/g)].every(([, href]) => href!.startsWith('https://mingzhang.')),
    ).toBe(true);
    expect(atom).toContain('<updated>2026-11-20T00:00:00.000Z</updated>');
  });

  test('newest first; text is text, never markup', () => {
    const history = [
      { date: '2026-11-20', text: '首次收录' },
      { date: '2027-01-02', text: '更正 <b>]]> & 说明' },
    ];
    const departments = site.departments.map((one) => ({
      ...one,
      reports: one.reports.map((checked) =>
        checked === entry.checked ? { ...checked, report: { ...report, meta: { ...report.meta, history } } } : checked,
      ),
    }));
    const atom = feed({ ...site, departments } as Site)!;
    expect(atom).toContain('<updated>2027-01-02T00:00:00.000Z</updated>');
    expect(/<entry>[\s\S]*?<\/entry>/.exec(atom)![0]).toContain('更正 &lt;b>]]]]><![CDATA[> &amp; 说明');
  });

  test('a reply to a finding is an entry of its own, on its day', () => {
    const [first, ...others] = report.meta.findings;
    const findings = [{ ...first!, reply: { date: '2027-03-01', text: '另有口径。' } }, ...others];
    const departments = site.departments.map((one) => ({
      ...one,
      reports: one.reports.map((checked) =>
        checked === entry.checked ? { ...checked, report: { ...report, meta: { ...report.meta, findings } } } : checked,
      ),
    }));
    const atom = feed({ ...site, departments } as Site)!;
    expect(atom.match(/<entry>/g)).toHaveLength(count + 1);
    const newest = /<entry>[\s\S]*?<\/entry>/.exec(atom)![0];
    expect(newest).toContain(`#finding-${first!.id}-reply</id>`);
    expect(newest).toContain('部门答复');
    expect(newest).toContain('另有口径。');
    expect(newest).toContain('2027-03-01');
  });

  test('without an address there is no feed, and robots.txt names no map', () => {
    expect(rootFiles(site).map(({ path }) => path)).toEqual(['robots.txt', 'feed.xml']);
    expect(rootFiles(site)[0]!.content()).toContain('Sitemap: https://mingzhang.example/some/path/sitemap-index.xml');
    vi.stubEnv('MINGZHANG_ADDRESS', '');
    expect(rootFiles(site).map(({ path }) => path)).toEqual(['robots.txt']);
    expect(rootFiles(site)[0]!.content()).toBe('User-agent: *\nAllow: /\n');
  });
});

test.each([
  [0, '0 字节'],
  [999, '999 字节'],
  [1000, '1.0 kB'],
  [124_560, '124.6 kB'],
  [4_512_345, '4.5 MB'],
])('%i bytes are %s', (bytes, text) => expect(sizeText(bytes)).toBe(text));

test('reading lines name the file by its full address', () => {
  const lines = readingLines('figures');
  expect(lines.map(({ tool }) => tool)).toEqual(['Excel、WPS', 'Python', 'R', 'DuckDB', 'JavaScript']);
  expect(lines[3]!.text).toBe("SELECT * FROM 'https://mingzhang.example/some/path/data/all/figures.parquet';");
});
