/** Reports that lack something, and what their pages say of it. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { read as readWorkbook, utils } from '@e965/xlsx';
import { describe, expect, test } from 'vitest';
import { htmlFaults } from './html.ts';
import { builtPages, builtSite } from './pages.ts';

const pages = new Map(builtPages(builtSite('MINGZHANG_SITE_ODD')).map((page) => [page.path, page]));
const report = (year: number) => pages.get(`departments/510811-xzspj/${year}/`)!.html;
const ledger = (year: number) => pages.get(`departments/510811-xzspj/${year}/ledger/`)!.html;

describe('odd reports', () => {
  test.each([...pages.values()].map((page) => [page.file, page] as const))('%s is valid', async (_, page) => {
    expect((await htmlFaults(page)).slice(0, 12)).toEqual([]);
  });

  test('no ledger: says so, numbers stand without a link to proof', () => {
    expect(report(2018)).toContain('未对账');
    expect(report(2018)).toContain('<data value="457.27">');
    expect(report(2018)).not.toContain('class="proof"');
    expect(ledger(2018)).toContain('这份文件还没有台账');
  });

  test('half a ledger: what is proven has its link, what is not has none', () => {
    expect(report(2019)).toContain('部分对账');
    expect(report(2019)).toMatch(/class="proof"[^>]*>\s*<data value="457.27">/);
    expect(report(2019)).not.toMatch(/class="proof"[^>]*>\s*<data value="20">/);
    expect(ledger(2019)).toContain('尚未说明');
  });

  test('what is not proven is nowhere said to be', () => {
    for (const year of [2017, 2018, 2019]) {
      expect(report(year), String(year)).toContain('，经明账整理（');
      expect(ledger(year), String(year)).not.toContain('印出的每一个数字');
      const book = join(builtSite('MINGZHANG_SITE_ODD'), `data/510811-xzspj/${year}/510811-xzspj-${year}.xlsx`);
      const { Sheets } = readWorkbook(readFileSync(book));
      const guide = utils.sheet_to_csv(Sheets['阅读说明']!);
      expect(guide, String(year)).not.toContain('印出的每一个数字');
      expect(guide, String(year)).toContain('依据文本副本整理，可能含识别误差。');
    }
    expect(ledger(2020)).toContain('印出的每一个数字');
  });

  test('a superseded source: both are listed, the old ledger stays, its differences are no findings', () => {
    expect(report(2020)).toContain('逐数对账');
    expect(report(2020)).toContain('取代');
    expect(report(2020)).toContain('没有登记的差异');
    expect(ledger(2020)).toContain('id="draft-L157-4"');
    expect(report(2020)).toMatch(/href="[^"]*ledger\/#accounts-L37-3"/);
  });

  test('a reply stands beside its finding', () => {
    expect(report(2021)).toContain('部门答复：绩效报告按另一种口径列示。（2022-10-01）');
  });

  test('notes are Markdown; HTML and scripts in them are dropped', () => {
    expect(report(2021)).toContain('<strong>说明</strong>');
    expect(report(2021)).not.toContain('alert(1)</script>');
    expect(report(2021)).not.toContain('javascript:');
  });

  test('every table absent: a page that says why, without an empty frame', () => {
    expect(report(2022)).not.toContain('<table');
    expect(report(2022).match(/<dd>未公开<\/dd>/g)).toHaveLength(14);
  });
});
