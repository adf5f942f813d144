/** What can be found, how it is typed, and what comes first. The search runs here as in the browser, over the real data. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { indexFiles } from '../../src/derive/search.ts';
import { HEAD, KINDS, type Entry } from '../../src/search/entry.ts';
import { finder, type Found, type Load } from '../../src/search/find.ts';
import { hasInPieces, matchEntry } from '../../src/search/match.ts';
import { grams, gramsOfWord, lettersOf, plain, wordsOf } from '../../src/search/text.ts';
import { loadSite } from '../../src/site/site.ts';
import { pinyinOf } from '../../src/views/pinyin.ts';
import { searchEntries } from '../../src/views/search.ts';

/** Reads an index from memory, noting which files were asked for. */
function reader(entries: readonly Entry[], asked: string[] = []): Load {
  const files = new Map(indexFiles(entries).map(({ path, content }) => [path, content]));
  return async (path) => {
    asked.push(path);
    const content = files.get(path);
    if (content === undefined) throw new Error(`no file ${path}`);
    return JSON.parse(content) as unknown;
  };
}

const site = loadSite('data');
const entries = searchEntries(site);
const find = finder(reader(entries));
const odd = finder(reader(searchEntries(loadSite('tests/fixtures/odd/data'))));
const hits = (found: Found) => found.groups.flatMap((group) => group.hits);
const first = (found: Found) => `${found.groups[0]?.name}：${found.groups[0]?.hits[0]?.entry.title}`;

describe('what comes first', () => {
  test.each([
    // Any part of a name, wherever a dictionary would cut it.
    ['行政审批', '部门：正定县行政审批局'],
    ['审批局', '部门：正定县行政审批局'],
    ['政审', '部门：正定县行政审批局'],
    ['昭化', '部门：广元市昭化区行政审批局'],
    ['营商环境服务', '部门：乐山市营商环境服务管理局'],
    ['井', '部门：自贡市贡井区行政审批局'],
    ['四川省', '地区：四川省'],
    ['公务接待费', '名词：公务接待费'],
    ['三公', '名词：“三公”经费'],
    ['“三公”经费合计', '科目与收支：“三公”经费合计'],
    ['村能办', '项目：“村能办”便民服务平台建设项目'],
    ['村能办便民', '项目：“村能办”便民服务平台建设项目'],
    ['热线平台', '项目：12345热线平台运行经费'],
    ['１２３４５热线', '项目：12345热线平台运行经费'],
    ['住房公积金', '科目与收支：住房公积金'],
    ['银行', '科目与收支：银行存款和现金'],
    // Initials and full syllables, from any syllable on.
    ['xzspj', '部门：正定县行政审批局'],
    ['zhqxzspj', '部门：广元市昭化区行政审批局'],
    ['GWJD', '名词：公务接待费'],
    ['jdf', '名词：公务接待费'],
    ['zhaohua', '部门：广元市昭化区行政审批局'],
    ['gongwujiedai', '名词：公务接待费'],
    ["gong'wu'jie'dai", '名词：公务接待费'],
    ['zhufang', '科目与收支：住房保障支出'],
    // Abbreviations, former names, codes, the curator's short words.
    ['昭化区行政审批局', '部门：广元市昭化区行政审批局'],
    ['贡井区政务服务和公共资源交易中心', '部门：自贡市贡井区行政审批局'],
    ['扶贫', '科目与收支：巩固脱贫衔接乡村振兴'],
    ['2080505', '科目与收支：机关事业单位基本养老保险缴费支出'],
    ['好差评满意率', '指标：通过“好差评”系统测评，确保对办事满意率。'],
    // Several words, and words in pieces when nothing has them whole.
    ['昭化 公务接待费', '科目与收支：公务接待费'],
    ['2020 接待', '科目与收支：公务接待费'],
    ['热线满意率', '指标：12345热线群众满意率'],
    // A department or region and a name without a space between; initials of a department in pieces.
    ['昭化公务接待', '科目与收支：公务接待费'],
    ['公务接待费昭化', '科目与收支：公务接待费'],
    ['昭化2022公务接待', '科目与收支：公务接待费'],
    ['昭化审批局', '部门：广元市昭化区行政审批局'],
    ['zhspj', '部门：广元市昭化区行政审批局'],
    ['gjspj', '部门：自贡市贡井区行政审批局'],
    // What is in many rows' contexts leads to the departments, not to their rows.
    ['审批', '部门：正定县行政审批局'],
    ['营商', '部门：乐山市营商环境服务管理局'],
    // Amounts as printed, with or without separators.
    ['457.27', '科目与收支：基本支出'],
    ['1249.47', '科目与收支：本年收入合计'],
    ['1,249.47', '科目与收支：本年收入合计'],
    ['昭化 ４５７．２７', '科目与收支：基本支出'],
  ])('%s', async (query, expected) => expect(first(await find(query))).toBe(expected));

  test('a department by its former name and its alias, with the reason', async () => {
    for (const [query, why, name] of [
      ['元坝区政务', '曾用名', '广元市元坝区政务服务中心'],
      ['ybqzw', '曾用名', '广元市元坝区政务服务中心'],
      ['政务大厅', '别名', '昭化政务大厅'],
    ] as const) {
      const found = await odd(query);
      expect(first(found)).toBe('部门：广元市昭化区行政审批局');
      expect(found.groups[0]!.hits[0]!.by).toEqual({ why, name });
    }
  });

  test('no reason is given when the title shows it', async () => {
    expect((await find('昭化')).groups[0]!.hits[0]!.by).toBeUndefined();
    expect((await find('扶贫')).groups[0]!.hits[0]!.by).toEqual({ why: '旧名', name: '扶贫' });
  });

  test('a row answers at least one word itself; its department, year and table serve for further words only', async () => {
    for (const [query, most] of [
      ['审批', 40],
      ['营商', 5],
      ['昭化', 5],
    ] as const) {
      const found = await find(query);
      expect(
        found.groups[0]!.hits.every(({ entry }) => entry.kind === 'department'),
        query,
      ).toBe(true);
      expect(found.total).toBeLessThanOrEqual(most);
      const rows = hits(found).filter(({ entry }) => ['project', 'item', 'indicator', 'finding'].includes(entry.kind));
      expect(rows.filter(({ entry, by }) => !`${entry.title}${by?.name ?? ''}`.includes(query))).toEqual([]);
    }
    const both = hits(await find('昭化 公务接待'));
    expect(both.length).toBeGreaterThan(0);
    expect(both.filter(({ entry }) => !entry.title.includes('公务接待'))).toEqual([]);
  });

  test('an amount is found exactly, never as the same digits with the point elsewhere', async () => {
    const found = hits(await find('715.87'));
    expect(found.length).toBeGreaterThan(5);
    expect(found.filter(({ entry }) => !`${entry.amount} ${entry.title}`.includes('715.87'))).toEqual([]);
    expect(hits(await find('7158.7'))).toEqual([]);
  });

  test('a department stands before its rows, an exact title before a longer one', async () => {
    expect((await find('昭化区')).groups.map(({ kind }) => kind).slice(0, 2)).toEqual(['region', 'department']);
    expect((await find('金口河区行政审批局')).groups[0]!.kind).toBe('department');
    const items = (await find('公用经费')).groups.find(({ kind }) => kind === 'item')!.hits;
    const titles = items.map(({ entry }) => entry.title);
    expect(titles.indexOf('公用经费')).toBe(0);
    expect(titles.findLastIndex((title) => title === '公用经费')).toBeLessThan(titles.indexOf('财政拨款公用经费'));
  });
});

describe('what there is to find', () => {
  test('every kind', () =>
    expect([...new Set(entries.map(({ kind }) => kind))].sort()).toEqual(Object.keys(KINDS).sort()));

  test.each([
    ['department', '广元市昭化区行政审批局', '四川省 广元市 昭化区 · 2022', undefined, 'departments/510811-xzspj/'],
    ['region', '昭化区', '四川省 · 广元市 · 1 个部门', undefined, 'departments/?region=510811'],
    [
      'item',
      '政务公开审批',
      '昭化区行政审批局 2022 · 支出功能分类 · 一般公共预算',
      '决算 399.04 万元',
      'departments/510811-xzspj/2022/#functional/general.2010306',
    ],
    [
      'project',
      '“村能办”便民服务平台建设项目',
      '昭化区行政审批局 2022 · 项目',
      '决算 258.60 万元',
      'departments/510811-xzspj/2022/#projects/村能办',
    ],
    [
      'indicator',
      '政务服务事项认领率',
      '昭化区行政审批局 2022 · 工作量与成效 · 政务服务',
      '目标 100%',
      'departments/510811-xzspj/2022/#metrics/事项认领率.target',
    ],
    [
      'item',
      '评价等次',
      '昭化区行政审批局 2022 · 绩效评价 · “村能办”便民服务平台建设项目',
      '好',
      'departments/510811-xzspj/2022/#evaluation/村能办.grade',
    ],
  ])('%s %s', (kind, title, context, amount, href) => {
    const found = entries.filter((entry) => entry.href === href);
    expect(found.map((entry) => [entry.kind, entry.title, entry.context, entry.amount])).toEqual([
      [kind, title, context, amount],
    ]);
  });

  test('every row once, less the parts of a project by source; every finding, term and department', () => {
    const reports = site.departments.flatMap(({ reports: all }) => all.map(({ report }) => report));
    const rows = reports.flatMap((report) => [...report.tables.values()].flatMap((csv) => csv.rows));
    const parts = rows.filter(({ values }) => values['project'] !== undefined && (values['source'] ?? '') !== '');
    const count = (...kinds: readonly string[]) => entries.filter(({ kind }) => kinds.includes(kind)).length;
    expect(parts.length).toBeGreaterThan(0);
    expect(count('project', 'item', 'indicator')).toBe(rows.length - parts.length);
    expect(count('finding')).toBe(reports.reduce((sum, { meta }) => sum + meta.findings.length, 0));
    expect(count('term')).toBe(site.glossary.size);
    expect(count('department')).toBe(site.departments.length);
    expect(new Set(entries.map(({ href }) => href)).size).toBe(entries.length);
  });
});

test.each([
  ['银行存款', 'yin hang cun kuan'],
  ['会计', 'kuai ji'],
  ['会议费', 'hui yi fei'],
  ['调整预算', 'tiao zheng yu suan'],
  ['调查', 'diao cha'],
  ['重点项目', 'zhong dian xiang mu'],
  ['重庆市', 'chong qing shi'],
  ['行政运行', 'xing zheng yun xing'],
  ['绿化', 'lv hua'],
  ['长期聘用人员', 'chang qi pin yong ren yuan'],
  ['12345热线', '12345 re xian'],
  ['“三公”经费', 'san gong jing fei'],
])('%s is read %s', (name, syllables) => expect(pinyinOf(name)).toBe(syllables));

describe('how queries are cut', () => {
  test.each([
    ['“三公” 经费，ＡＢ', ['三公', '经费ab']],
    ['  ，。', []],
    ['昭化 1,249.47', ['昭化', '1249.47']],
    ['７１５．８７', ['715.87']],
    ['1.2.3 2,0.5', ['123', '205']],
  ])('words of %s', (query, words) => expect(wordsOf(query)).toEqual(words));

  test.each([
    ['昭化区', ['昭化', '化区']],
    ['费', ['费']],
    ['gwjd', ['gwj', 'wjd']],
    ['gw', ['gw']],
    ['g', []],
    ['12345热线', ['123', '234', '345', '热线']],
    ['715.87', ['715', '158', '587']],
  ])('grams of %s', (word, expected) => expect(gramsOfWord(word)).toEqual(expected));

  test.each([
    ['昭化费', ['昭', '化', '费']],
    ['zhspj', ['zh', 'pj']],
    ['zhs', ['zhs']],
    ['2022昭', ['202', '022', '昭']],
  ])('what pieces of %s need', (word, expected) => expect(lettersOf(word)).toEqual(expected));

  test('a text has every gram of every word that it contains', () =>
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom(...'昭化区行政a1b𬭎'), minLength: 1 }),
        fc.nat(),
        fc.nat(),
        (text, a, b) => {
          const letters = [...text];
          const [from, to] = [a % letters.length, b % letters.length].sort((x, y) => x - y);
          const word = letters.slice(from, to! + 1).join('');
          expect(grams(text)).toEqual(expect.arrayContaining(gramsOfWord(word)));
        },
      ),
    ));

  test('characters from the middle of a name find their entry', async () => {
    const sample = entries.filter((_, index) => index % 23 === 0);
    expect(sample.length).toBeGreaterThan(30);
    for (const entry of sample) {
      const letters = [...plain(entry.title)];
      const at = Math.floor((letters.length - 2) / 2);
      if (letters.length < 3) continue;
      const word = letters.slice(at, at + 3).join('');
      expect(matchEntry(entry, [word]), word).toBeDefined();
      const found = await find(`${word} ${entry.context.split(' ')[0]}`);
      expect(found.more || hits(found).some((hit) => hit.entry.href === entry.href), word).toBe(true);
    }
  });

  test.each([
    ['12345热线群众满意率', '热线满意率', true],
    ['12345热线群众满意率', '满意率热线', false],
    ['12345热线群众满意率', '热众率', false],
    ['联合审批服务中心工作经费', '审批中心工作', true],
  ])('%s has %s in pieces: %s', (name, word, expected) => expect(hasInPieces(name, word)).toBe(expected));
});

describe('the index', () => {
  test('the same entries give the same files; a change gives another version', () => {
    expect(indexFiles(searchEntries(loadSite('data')))).toEqual(indexFiles(entries));
    const version = (some: readonly Entry[]) =>
      (JSON.parse(indexFiles(some).find(({ path }) => path === HEAD)!.content) as { version: string }).version;
    expect(version(entries.slice(1))).not.toBe(version(entries));
  });

  test('a question reads the head and the few files that it needs, each once', async () => {
    const asked: string[] = [];
    const ask = finder(reader(entries, asked));
    await ask('村能办');
    expect(new Set(asked).size).toBe(asked.length);
    expect(asked.length).toBeLessThan(indexFiles(entries).length / 2);
    const before = asked.length;
    await ask('村能办');
    expect(asked.length).toBe(before);
  });

  test('nothing is found of what is in no entry; too little is said to be too little', async () => {
    expect(await find('泰坦尼克')).toMatchObject({ vague: false, total: 0, groups: [] });
    expect(await find('zzzz')).toMatchObject({ vague: false, total: 0 });
    expect(await find('constructor')).toMatchObject({ vague: false, total: 0 });
    expect(await find('x')).toMatchObject({ vague: true });
    expect(await find(' ')).toMatchObject({ vague: true });
  });

  test('words in pieces are only looked for when nothing has them whole', async () => {
    expect((await find('热线满意率')).loose).toBe(true);
    expect((await find('热线')).loose).toBe(false);
  });

  test('with very many results it stops and says that there are more', async () => {
    const many = Array.from({ length: 5_000 }, (_, index): Entry => ({
      kind: 'item',
      title: `公务接待费${index}`,
      context: '甲 2022',
      href: `departments/a/2022/#three-public/${index}`,
      pinyin: [],
    }));
    const asked: string[] = [];
    const found = await finder(reader(many, asked))('公务接待费');
    expect(found.more).toBe(true);
    expect(found.total).toBeGreaterThanOrEqual(400);
    expect(asked.length).toBeLessThan(20);
  });

  test('a failed reading is an error, and tried again', async () => {
    const load = reader(entries);
    let broken = true;
    const ask = finder((path) => (broken ? Promise.reject(new Error('offline')) : load(path)));
    await expect(ask('昭化')).rejects.toThrow('offline');
    broken = false;
    expect(first(await ask('昭化'))).toBe('部门：广元市昭化区行政审批局');
  });
});
