import { describe, expect, test } from 'vitest';
import { draftLedger as rowsOf, ledgerCsv, mergeLedger, type DraftRow } from '../../src/figures/ledger-draft.ts';
import { listFigures } from '../../src/figures/lexer.ts';

const draftLedger = (text: string) => rowsOf(listFigures(text).map((figure) => ({ ...figure, at: `L${figure.line}` })));

const OLD = '2022年支出715.87万元。\n基本支出457.27万元，占64%。';
const curated: DraftRow[] = draftLedger(OLD).map((row) =>
  row.ignored ? row : { ...row, states: `cell/${row.printed}/final`, note: row.printed === '64' ? '整数' : '' },
);

const summary = (text: string, from = curated) => {
  const { rows, moved, added, gone } = mergeLedger(from, draftLedger(text));
  return {
    rows: rows.map(
      ({ at, n, printed, states, note }) => `${at}.${n} ${printed} ${states || '-'}${note ? ` ${note}` : ''}`,
    ),
    moved: moved.map(({ from: a, to: b }) => `${a.at}.${a.n}→${b.at}.${b.n}`),
    added: added.map(({ printed }) => printed),
    gone: gone.map(({ printed }) => printed),
  };
};

describe('a ledger brought up to date', () => {
  test('the same document changes nothing', () => {
    expect(mergeLedger(curated, draftLedger(OLD)).rows).toEqual(curated);
  });

  test('moved lines keep what was filled in and are named', () => {
    expect(summary(`标题\n\n${OLD}`)).toEqual({
      rows: [
        'L3.1 2022 -',
        'L3.2 715.87 cell/715.87/final',
        'L4.1 457.27 cell/457.27/final',
        'L4.2 64 cell/64/final 整数',
      ],
      moved: ['L1.1→L3.1', 'L1.2→L3.2', 'L2.1→L4.1', 'L2.2→L4.2'],
      added: [],
      gone: [],
    });
  });

  test('a corrected figure is new, the old one gone, the others kept', () => {
    expect(summary(OLD.replace('457.27', '457.72'))).toEqual({
      rows: ['L1.1 2022 -', 'L1.2 715.87 cell/715.87/final', 'L2.1 457.72 -', 'L2.2 64 cell/64/final 整数'],
      moved: [],
      added: ['457.72'],
      gone: ['457.27'],
    });
  });

  test('an inserted figure moves those after it on the line', () => {
    expect(summary(OLD.replace('支出715', '第3季度支出715')).moved).toEqual(['L1.2→L1.3']);
  });

  test('rows that rest on a Chinese numeral stay after their figure', () => {
    const numeral: DraftRow = {
      at: 'L1',
      n: 'c1',
      section: '',
      printed: '',
      sign: '',
      unit: '',
      states: 'cell/股/value',
      ignored: '',
      note: '二',
    };
    const merged = mergeLedger([curated[0]!, numeral, ...curated.slice(1)], draftLedger(OLD));
    expect(merged.rows[1]).toEqual(numeral);
    expect(merged.gone).toEqual([]);
  });

  test('numeral rows move with their figure, and stay when the figure before them is gone', () => {
    const row = (at: string, n: string, printed: string, note = ''): DraftRow => ({
      at,
      n,
      section: '',
      printed,
      sign: '',
      unit: '',
      states: '',
      ignored: '',
      note,
    });
    const ledger = [row('L1', '1', '99'), row('L2', 'c1', '', '二'), row('L3', '1', '5')];
    expect(
      mergeLedger(ledger, draftLedger('10\n内设二股\n5')).rows.map(
        ({ at, n, printed, note }) => `${at}.${n} ${printed}${note}`,
      ),
    ).toEqual(['L1.1 10', 'L2.c1 二', 'L3.1 5']);
    expect(
      mergeLedger(ledger, draftLedger('标题\n99\n内设二股\n5')).rows.map(({ at, note }) => `${at}${note}`),
    ).toEqual(['L2', 'L3二', 'L4']);
  });

  test('pages and sheets keep the order of the document, numerals follow their figure', () => {
    const at = (place: string, n: string, printed: string, note = ''): DraftRow => ({
      ...curated[0]!,
      ignored: '',
      section: '',
      unit: '',
      at: place,
      n,
      printed,
      note,
    });
    const show = (old: DraftRow[], fresh: DraftRow[]) =>
      mergeLedger(old, fresh).rows.map((row) => `${row.at}.${row.n} ${row.printed}${row.note}`);
    expect(
      show(
        [at('p9', '1', '5'), at('p9', 'c1', '', '二'), at('p10', '1', '7')],
        [at('p2', '1', '3'), at('p10', '1', '5'), at('p11', '1', '7')],
      ),
    ).toEqual(['p2.1 3', 'p10.1 5', 'p10.c1 二', 'p11.1 7']);
    const sheets = [
      at('总表!B9', '1', '1'),
      at('总表!A10', '1', '2'),
      at('总表!AA10', '1', '3'),
      at('三公!A1', '1', '4'),
    ];
    expect(show(sheets, sheets)).toEqual(['总表!B9.1 1', '总表!A10.1 2', '总表!AA10.1 3', '三公!A1.1 4']);
  });

  test('as CSV it has the declared columns', () => {
    expect(ledgerCsv(curated).split('\n')[0]).toBe('at,n,section,printed,sign,unit,states,ignored,note');
  });
});
