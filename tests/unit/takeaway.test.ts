/** What leaves the site with a chart: text, frame code, the numbers of its own page; and the headers around it all. */
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { rowsOf, toFrame, toHtml, toTsv } from '../../src/charts/text.ts';
import { headersFile } from '../../src/derive/headers-file.ts';
import { headersOf } from '../../src/site/headers.ts';
import { loadSite, reportsOf } from '../../src/site/site.ts';
import { dataVersion } from '../../src/site/version.ts';
import { attainmentByProject } from '../../src/views/attainment.ts';
import { comparison } from '../../src/views/compare/comparison.ts';
import { compareReport } from '../../src/views/compare/report.ts';
import { wordsOf } from '../../src/views/compare/words.ts';
import { embedViews } from '../../src/views/embed.ts';
import { reportView } from '../../src/views/report.ts';
import { yearsTakeaway } from '../../src/views/years-takeaway.ts';
import { yearsView } from '../../src/views/years.ts';

const site = loadSite('data');

describe('copied text', () => {
  const rows = rowsOf(
    {
      labels: ['办公\t费', '<b>差旅</b>'],
      series: [{ name: '决算', values: [1234.5, Number.NaN], texts: ['1,234.50', '—'], exact: ['1234.5', ''] }],
    },
    '万元',
  );

  test('TSV: exact decimals, nothing where nothing is stated, no stray tab', () =>
    expect(toTsv(rows)).toBe('项目\t决算（万元）\n办公 费\t1234.5\n<b>差旅</b>\t'));

  test('HTML: the same, escaped', () =>
    expect(toHtml(rows, '甲 & 乙')).toBe(
      '<table><caption>甲 &amp; 乙</caption><tr><th>项目</th><th>决算（万元）</th></tr><tr><td>办公\t费</td><td>1234.5</td></tr><tr><td>&lt;b&gt;差旅&lt;/b&gt;</td><td></td></tr></table>',
    ));

  test('a label that would run as a formula where it is pasted does not, and numbers stay numbers', () => {
    const risky = rowsOf(
      {
        labels: ['=HYPERLINK("x")', '@甲', '\t+1'],
        series: [{ name: '-A1', values: [-0.47, 1, 2], texts: ['−0.47', '1', '2'], exact: ['-0.47', '1', '2'] }],
      },
      '',
    );
    expect(toTsv(risky)).toBe("项目\t'-A1\n'=HYPERLINK(\"x\")\t-0.47\n'@甲\t1\n' +1\t2");
    expect(toHtml(risky, '甲')).toContain("<td>'=HYPERLINK(&quot;x&quot;)</td><td>-0.47</td>");
  });

  test('a unit that a name already states is not said twice', () =>
    expect(
      rowsOf({ labels: [], series: [{ name: '支出（万元）', values: [], texts: [], exact: [] }] }, '万元'),
    ).toEqual([['项目', '支出（万元）']]));

  test('frame: no title breaks out of its attribute', () =>
    expect(toFrame('https://mingzhang.example/embed/a/2022/b/', '“三公”"<x>', '480')).toBe(
      '<iframe src="https://mingzhang.example/embed/a/2022/b/" title="“三公”&quot;&lt;x&gt;" width="100%" height="480" loading="lazy" frameborder="0"></iframe>',
    ));
});

describe.each(reportsOf(site).map((entry) => [`${entry.department.id} ${entry.checked.report.year}`, entry] as const))(
  '%s',
  (_, entry) => {
    const { department, checked } = entry;
    const embeds = embedViews(entry, site);

    test('each chart of the report has a page of its own', () => {
      const charts = reportView(department, checked, site).sections.flatMap(({ chart, attainment }) =>
        [chart, attainment?.chart].flatMap((one) => one ?? []),
      );
      expect(charts).not.toEqual([]);
      expect(embeds.map(({ portable }) => portable)).toEqual(charts);
    });

    test('whose numbers are the curated ones', () => {
      const counts = new Map(attainmentByProject(checked).map((row) => [row.project, row]));
      for (const { portable, table } of embeds) {
        const of = /([^/]+)\.csv$/.exec(portable.csv)![1];
        for (const { key, numbers } of table.rows)
          expect(numbers.map((number) => number?.value)).toEqual(
            table.columns.map(({ id }) =>
              table.id === 'attainment'
                ? String(counts.get(key)![id as 'met'])
                : checked.report.cells.get(`${of}/${key}/${id}`)?.text,
            ),
          );
      }
    });

    test('and no finding leaves unsaid, whichever rows are open', () => {
      for (const { portable } of embeds.filter(({ table }) => table.id !== 'attainment')) {
        const of = /([^/]+)\.csv$/.exec(portable.csv)![1];
        const { rows, measures, openings } = portable.chart;
        const isShown = (row: string) => rows.some((key) => (openings.length > 0 ? row.startsWith(key) : row === key));
        const found = checked.findings.filter(({ subject }) => {
          const [table, row = '', measure = ''] = subject.replace(/^[a-z]+\(([^,()]+).*/, '$1').split('/');
          return table === of && isShown(row) && measures.includes(measure);
        });
        const count = new Set(found.map(({ finding }) => finding)).size;
        expect(Number(/登记的差异 (\d+) 条/.exec(portable.source)?.[1] ?? 0)).toBe(count);
      }
    });

    test('and which names the documents that print them', () => {
      const titles = checked.report.meta.sources.map(({ title }) => title);
      for (const { portable } of embeds) {
        expect(titles.filter((title) => portable.source.includes(`《${title}》`))).not.toEqual([]);
        expect(portable.source).toContain('依据文本副本整理，可能含识别误差。');
      }
    });
  },
);

test('a chart with numbers under a finding says so', () => {
  const entry = reportsOf(site).find(({ checked: { report } }) => report.folder.includes('510811-xzspj/2022'))!;
  const source = Object.fromEntries(embedViews(entry, site).map(({ portable }) => [portable.name, portable.source]));
  expect(source['functional']).toMatch(/图里的数（含下级科目）涉及登记的差异 [1-9]\d* 条，两边的数见报告。$/);
  expect(source['attainment']).not.toContain('差异');
});

test('a chart that opens to a row under a finding says so before it is opened', () => {
  const entry = reportsOf(site).find(({ checked: { report } }) => report.folder.includes('510303-xzspj/2020'))!;
  const { portable } = embedViews(entry, site).find((one) => one.portable.name === 'functional')!;
  const subjects = entry.checked.findings.map(({ subject }) => subject);
  expect(subjects).toContain('functional/general.2010301/final');
  expect(portable.chart.rows).not.toContain('general.2010301');
  expect(portable.source).toMatch(/图里的数（含下级科目）涉及登记的差异 1 条，两边的数见报告。$/);
});

describe('charts of several reports', () => {
  const odd = loadSite('tests/fixtures/odd/data');

  test('the years of a department: all their documents, what does not compare, findings of every year', () => {
    const entry = odd.departments.find(({ department }) => department.id === '510811-xzspj')!;
    const view = yearsView(entry);
    const taken = yearsTakeaway(odd, entry, view, view.chart!);
    expect(taken.title).toMatch(/^2017 至 2022 年，各年报告印出的数。2020 年起.*，前后不可比$/);
    for (const { report } of entry.reports.filter(({ report: one }) => one.tables.has('expenditure')))
      expect(taken.source).toContain(`《${report.meta.sources[0]!.title}》`);
    for (const note of view.notes) expect(taken.source).toContain(note);
    expect(taken.source).toMatch(/图里的数涉及登记的差异 1 条，两边的数见各年报告。$/);
    expect(taken.page).toBe('departments/510811-xzspj/#chart-years');
    expect(taken.version).toBe(dataVersion(odd.files, ['data/departments/510811-xzspj/']));
  });

  test('a single year has no chart', () =>
    expect(site.departments.map((entry) => yearsView(entry).chart)).toEqual(site.departments.map(() => undefined)));

  test('a comparison: its warnings, and what is not drawn', () => {
    const reports = reportsOf(odd)
      .filter(({ department }) => department.id === '510811-xzspj')
      .map((entry) => compareReport(odd, entry));
    const shown = comparison(reports, { id: 'basic', name: '基本支出' }, { id: 'amount', name: '金额' }, 'chosen');
    const words = wordsOf(shown);
    expect(words.title).toBe('基本支出（万元）');
    expect(words.heading).toBe('5 份报告并列');
    expect(shown.warnings).not.toEqual([]);
    for (const warning of shown.warnings) expect(words.source).toContain(warning);
    expect(words.source).toMatch(/^来源：昭化区行政审批局 2017、/);
    expect(words.source).toMatch(/昭化区行政审批局 2022 不在图里，原因也在那里。$/);
  });
});

describe('headers', () => {
  test('the README names each with its value, for servers that read no file', () => {
    const readme = readFileSync(new URL('../../README.md', import.meta.url), 'utf8');
    const all = Object.entries({ ...headersOf(''), ...headersOf('data/x') });
    expect(all.filter(([name, value]) => !readme.includes(`add_header ${name} `) || !readme.includes(value))).toEqual(
      [],
    );
  });

  const base = ['X-Content-Type-Options', 'Referrer-Policy'];
  const unframed = [...base, 'Content-Security-Policy', 'X-Frame-Options'];
  test.each([
    ['', unframed],
    ['404.html', unframed],
    ['embed', unframed],
    ['embed/a/2022/b/', base],
    ['embedded/a', unframed],
    ['departments/embed/', unframed],
    ['data/all/figures.csv', [...unframed, 'Access-Control-Allow-Origin']],
  ])('“%s”', (path, names) => expect(Object.keys(headersOf(path))).toEqual(names));

  test('file: one rule for each thing in the root, sorted, below the base path', () =>
    expect(
      headersFile('/some/path/', [
        { name: 'embed', folder: true },
        { name: '404.html', folder: false },
      ]),
    ).toBe(`/some/path/
  X-Content-Type-Options: nosniff
  Referrer-Policy: strict-origin-when-cross-origin
  Content-Security-Policy: frame-ancestors 'none'
  X-Frame-Options: DENY

/some/path/404.html
  X-Content-Type-Options: nosniff
  Referrer-Policy: strict-origin-when-cross-origin
  Content-Security-Policy: frame-ancestors 'none'
  X-Frame-Options: DENY

/some/path/embed/*
  X-Content-Type-Options: nosniff
  Referrer-Policy: strict-origin-when-cross-origin
`));
});
