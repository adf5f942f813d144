import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { RULE_TEXTS } from '../../src/checks/catalogue.ts';
import { checkGlossary, readTerm } from '../../src/checks/glossary.ts';
import { formatIssue } from '../../src/messages/issue.ts';
import { loadSite } from '../../src/site/site.ts';
import { TABLES } from '../../src/tables/index.ts';
import { ABSENT, GRADES, KINDS, LEDGERS, ORIGINS } from '../../src/tables/report.ts';
import { glossaryInitials, glossaryView, termsIn } from '../../src/views/glossary.ts';
import { STATUS_NAMES } from '../../src/views/ledger-status.ts';
import { RESULT_NAMES } from '../../src/views/results.ts';
import { checkFiles, caseFiles } from './data-tree.ts';

const site = loadSite('data');
const glossaryOf = (entries: Readonly<Record<string, string>>) => ({ glossary: new Map(Object.entries(entries)) });

describe('reading an entry', () => {
  test.each([
    ['# 决算\n\n结出来的账。\n', '决算', [], '结出来的账。'],
    ['# 决算\n别名：部门决算、决算数\n\n结出来的账。\n', '决算', ['部门决算', '决算数'], '结出来的账。'],
    ['# 决算\n别名：、 决算数 、\n\n账。', '决算', ['决算数'], '账。'],
    ['# 决算\n\n一句。\n\n依据：某规程。\n', '决算', [], '一句。\n\n依据：某规程。'],
    ['## 决算\n\n账。\n', '', [], '## 决算\n\n账。'],
    ['账。\n', '', [], '账。'],
    ['# 决算\n', '决算', [], ''],
  ])('%j', (markdown, name, aliases, body) => expect(readTerm(markdown)).toEqual({ name, aliases, body }));
});

describe('messages to the curator', () => {
  test.each([
    ['a good entry', { juesuan: '# 决算\n\n账。\n' }, []],
    [
      'no heading',
      { juesuan: '决算是账。\n' },
      [
        'data/glossary/juesuan.md:1 [GLOSSARY-HEADING] 名词解释的第一行不是“# 术语”。第一行写“# ”和网站上用的术语，如“# 基本支出”。',
      ],
    ],
    [
      'no explanation',
      { juesuan: '# 决算\n别名：决算数\n' },
      ['data/glossary/juesuan.md:1 [GLOSSARY-EMPTY] 名词解释没有正文。空一行，用自己的话写一到三句；或删除这个文件。'],
    ],
    [
      'a term twice',
      { a: '# 决算\n\n账。\n', b: '# 决算\n\n账。\n' },
      [
        'data/glossary/b.md:1 [GLOSSARY-DUPLICATE] “决算”已在 data/glossary/a.md 里解释。合并两处，或删去其中一处的术语或别名。',
      ],
    ],
    [
      'an alias that is a term',
      { a: '# 决算\n\n账。\n', b: '# 结账\n别名：年结、决算\n\n账。\n' },
      [
        'data/glossary/b.md:2 [GLOSSARY-DUPLICATE] “决算”已在 data/glossary/a.md 里解释。合并两处，或删去其中一处的术语或别名。',
      ],
    ],
    [
      'a file name that is no address',
      { '决算.txt': '# 决算\n\n账。\n' },
      [
        'data/glossary/决算.txt:1 [GLOSSARY-FILE] 名词解释的文件名用作网页地址，只可用小写字母、数字、“-”，以 .md 结尾。改名，如 jiben-zhichu.md。',
      ],
    ],
  ])('%s', (_, entries, expected) =>
    expect(checkGlossary(glossaryOf(entries).glossary).map(formatIssue)).toEqual(expected),
  );

  test('they are reported with all others', () => {
    const path = 'data/glossary/juesuan.md';
    const bytes = new TextEncoder().encode('决算是账。\n');
    const files = new Map(caseFiles(undefined)).set(path, { path, size: bytes.length, bytes });
    expect(checkFiles(files).issues.map(({ file, rule }) => [file, rule])).toEqual([[path, 'GLOSSARY-HEADING']]);
  });
});

describe('terms in labels', () => {
  const small = glossaryOf({
    gongche: '# 公务用车购置及运行维护费\n\n甲。\n',
    yunxing: '# 公务用车运行维护费\n\n甲。\n',
    yunwei: '# 运行维护费\n\n甲。\n',
    bokuan: '# 财政拨款\n\n甲。\n',
    zhichu: '# 支出\n\n甲。\n',
    jiben: '# 基本支出\n\n甲。\n',
    'san-gong': '# “三公”经费\n别名：三公经费、三公\n\n甲。\n',
  });
  const slugs = (...labels: string[]) => termsIn(small, labels).map(({ slug }) => slug);
  test.each([
    ['nothing to explain', ['人员'], []],
    ['a whole label', ['基本支出'], ['jiben']],
    ['a longer term hides those inside it', ['公务用车运行维护费'], ['yunxing']],
    ['the longest of several', ['公务用车购置及运行维护费'], ['gongche']],
    ['two terms of one label, in its order', ['财政拨款基本支出'], ['bokuan', 'jiben']],
    ['a shorter term outside the longer one', ['基本支出占支出'], ['jiben', 'zhichu']],
    ['an alias', ['三公经费'], ['san-gong']],
    ['a term and its alias, once', ['“三公”经费', '三公'], ['san-gong']],
    ['order of labels, each once', ['基本支出', '财政拨款', '基本支出合计'], ['jiben', 'bokuan']],
  ])('%s', (_, labels, expected) => expect(slugs(...labels)).toEqual(expected));

  test.each([
    ['公务用车运行维护费', ['公务用车运行维护费']],
    ['公务用车购置及运行维护费', ['公务用车购置及运行维护费']],
    ['一般公共预算财政拨款收入', ['一般公共预算', '财政拨款']],
    ['授予小微企业合同金额', ['小微企业']],
    ['基本支出经济分类', ['基本支出', '支出经济分类']],
    ['年末财政拨款结转和结余', ['年末结转和结余']],
  ])('of the real glossary: %s', (label, names) =>
    expect(termsIn(site, [label]).map(({ name }) => name)).toEqual(names),
  );
});

test('an entry as a page shows it', () => {
  const small = glossaryOf({
    b: '# 乙\n\n一句，\n见[甲](#a)。\n\n依据：*某规程*。\n',
    a: '# 甲\n别名：丙\n\n<b>两</b>句。\n',
  });
  expect(glossaryView(small)).toEqual([
    { slug: 'a', name: '甲', aliases: ['丙'], html: '<p>两句。</p>', text: '<b>两</b>句。' },
    {
      slug: 'b',
      name: '乙',
      aliases: [],
      html: '<p>一句，\n见<a href="#a">甲</a>。</p>\n<p>依据：<em>某规程</em>。</p>',
      text: '一句，见甲。依据：某规程。',
    },
  ]);
  expect(glossaryInitials(small).map(({ letter, terms }) => [letter, terms.length])).toEqual([
    ['A', 1],
    ['B', 1],
  ]);
});

describe('the real glossary', () => {
  const terms = glossaryView(site);

  test('is well-formed, without duplicates, sorted by slug', () => {
    expect(terms.length).toBeGreaterThan(50);
    expect(checkGlossary(site.glossary).map(formatIssue)).toEqual([]);
    const slugs = terms.map(({ slug }) => slug);
    expect(slugs).toEqual([...slugs].sort());
  });

  test('explains each term in one to three sentences, plus the regulation it rests on', () => {
    const long = terms.filter(({ text }) => {
      const sentences = text.replace(/依据：.*$/, '').match(/[。！？]/g)?.length ?? 0;
      return sentences < 1 || sentences > 3 || text.length > 160;
    });
    expect(long.map(({ slug, text }) => `${slug}: ${text}`)).toEqual([]);
    const basis = terms.flatMap(({ text }) => /依据：.*$/.exec(text)?.[0] ?? []);
    expect([...new Set(basis)]).toEqual(['依据：《地方预决算公开操作规程》（财预〔2016〕143号）。']);
  });

  test('every term occurs somewhere on the site', () => {
    const declared = JSON.stringify([
      TABLES,
      RULE_TEXTS,
      RESULT_NAMES,
      STATUS_NAMES,
      LEDGERS,
      ORIGINS,
      KINDS,
      GRADES,
      ABSENT,
    ]);
    const seen = [declared, ...textsBelow('src', /\.astro$/), ...textsBelow('data/departments', /\.(?:csv|yaml|md)$/)];
    expect(terms.filter(({ name }) => !seen.some((text) => text.includes(name))).map(({ slug }) => slug)).toEqual([]);
  });
});

/** Texts of the files below a folder, without the glossary's own page. */
function textsBelow(folder: string, names: RegExp): string[] {
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && names.test(entry.name) && !entry.parentPath.includes('glossary'))
    .map((entry) => readFileSync(join(entry.parentPath, entry.name), 'utf8'));
}
