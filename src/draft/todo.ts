/** What is left to do after a draft, most valuable first: each with its place and the printed words around it. */
import type { CheckedReport } from '../checks/check.ts';
import { UNCHECKED } from '../checks/draft.ts';
import { family } from '../figures/units.ts';
import { formatIssue, shownIssue, shownPath, type Issue } from '../messages/issue.ts';
import { placeOf } from './claims.ts';
import { causesOf } from './declare.ts';
import type { Draft } from './draft.ts';
import { isUnchecked, uncheckedTodos } from './unchecked.ts';
import { wordsAround } from './words.ts';

/** What sort of work is left, in the order in which it is worth doing. */
export const WORK = {
  doubt: '先看：文件是不是这个部门、这个年度的',
  error: '错误：改好才能通过校验',
  finding: '两处不一致：核对原件，读错的改正，原件如此的登记',
  difference: '已整理的与文件不同：整理的没有动',
  unchecked: '待核：看一眼原文再定，一句或一行一条',
  money: '没有着落的金额',
  figure: '没有着落的百分数与其他数',
  possible: '可能的读法：没有填入',
  details: '要填写和确认的',
} as const;

export interface Todo {
  readonly work: keyof typeof WORK;
  /** `source:at.n`, or the file with its line. */
  readonly place: string;
  /** The printed words around the figure, or what the work is. */
  readonly words: string;
  readonly cell?: string;
  readonly value?: string;
  readonly why?: string;
  /** Lines of YAML to be pasted below `findings` of `report.yaml`. */
  readonly declaration?: string;
}

export interface Summary {
  /** Figures that the documents print. */
  readonly figures: number;
  /** Cells that the documents supply, by certainty. */
  readonly certain: number;
  readonly unchecked: number;
  /** Figures set aside as dates, ordinals and the like. */
  readonly ignored: number;
  readonly open: number;
}

export function summaryOf({ ledgers, choices }: Draft, checked: CheckedReport | undefined): Summary {
  const written = [...choices.values()].filter(({ address }) => checked?.report.cells.has(address));
  const rows = ledgers.flatMap((ledger) => ledger.rows);
  const unchecked = written.filter((choice) => isUnchecked(checked!, choice.address)).length;
  return {
    figures: rows.filter(({ printed }) => printed !== '').length,
    certain: written.length - unchecked,
    unchecked,
    ignored: rows.filter(({ ignored }) => ignored !== '').length,
    open: ledgers.reduce((sum, { open }) => sum + open.length, 0),
  };
}

/**
 * All that is left. `checked`: the drafted report, undefined when it does not load; `issues`: those of its files; `data`: the
 * data folder as the user gave it.
 */
export function todoOf(
  draft: Draft,
  checked: CheckedReport | undefined,
  issues: readonly Issue[],
  data = 'data',
): Todo[] {
  return [
    ...draft.doubts.map((words): Todo => ({ work: 'doubt', place: '', words })),
    ...errors(checked, issues, data),
    ...findings(draft, checked),
    ...draft.differences.map(({ file, line, subject, curated, document, place, words }): Todo => ({
      work: 'difference',
      place: place || `${file}${line ? `:${line}` : ''}`,
      words,
      cell: subject,
      value: document,
      why: `${file}${line ? `:${line}` : ''} 写作 ${curated || '空'}`,
    })),
    ...uncheckedTodos(draft, checked),
    ...openFigures(draft),
    ...possible(draft),
    ...details(draft, checked, data),
    ...issues
      .filter(({ severity, rule }) => severity === 'notice' && rule !== 'DRAFT')
      .map((issue): Todo => ({
        work: 'details',
        place: placeIn(issue, data),
        words: `${issue.problem}。${issue.remedy}`,
      })),
  ];
}

function placeIn({ file, line }: Issue, data: string): string {
  return `${shownPath(file, data)}${line === undefined ? '' : `:${line}`}`;
}

function errors(checked: CheckedReport | undefined, issues: readonly Issue[], data: string): Todo[] {
  const key = (rule: string, file: string, line: number | undefined, found = '', expected = '') =>
    [rule, file, line, found, expected].join('|');
  const undeclared = new Set(
    checked?.undeclared.map(({ rule, file, line, left, right }) => key(rule, file, line, left, right)),
  );
  return issues
    .filter((issue) => issue.severity === 'error')
    .filter(({ rule, file, line, found, expected }) => !undeclared.has(key(rule, file, line, found, expected)))
    .map((issue): Todo => ({
      work: 'error',
      place: placeIn(issue, data),
      words: formatIssue(shownIssue(issue, data)),
    }));
}

function findings(draft: Draft, checked: CheckedReport | undefined): Todo[] {
  if (!checked) return [];
  const taken = checked.report.meta.findings.map(({ id }) => id);
  return causesOf(checked.undeclared, taken).map(({ entries, block }): Todo => {
    const [entry] = entries;
    const at = [...new Set(entries.flatMap((one) => one.at))];
    const cell = checked.report.cells.get(entry!.subject);
    const other = cell ? (checked.places.get(cell.address) ?? []).filter((place) => !at.includes(place)) : [];
    const places = [...at.slice(0, 3), ...other.slice(0, 1)];
    return {
      work: 'finding',
      place: `${places.join('、')}${at.length > 3 ? ` 等 ${at.length} 处` : ''}` || `${entry!.file}:${entry!.line}`,
      words: [...new Set(places.map((place) => wordsOf(draft, place)))].filter((words) => words !== '').join(' ／ '),
      cell: entry!.subject,
      value: entries.map(({ left, right }) => `${left} 与 ${right}`).join('；'),
      why: entries.map(({ problem }) => problem).join('；'),
      declaration: block,
    };
  });
}

/** The printed words at `source:at.n`; empty for a source that was not read now. */
function wordsOf({ ledgers }: Draft, place: string): string {
  for (const { reading } of ledgers) {
    const figure = reading.figures.find(({ at, n }) => `${reading.source}:${at}.${n}` === place);
    if (figure) return wordsAround(reading, figure, figure.printed.length + figure.unit.length);
  }
  return '';
}

/** Figures that state nothing: money first; one that has a possible reading is listed there. */
function openFigures(draft: Draft): Todo[] {
  const read = new Set(
    draft.claims.flatMap(({ suggestion, stands }) => (suggestion.certainty === 'possible' ? stands.map(placeOf) : [])),
  );
  const open = draft.ledgers.flatMap(({ open: rows, reading }) =>
    rows.map(({ at, n, printed, unit }) => ({ place: `${reading.source}:${at}.${n}`, printed, unit })),
  );
  const money = ({ printed, unit }: { printed: string; unit: string }) =>
    family(unit) === 'money' || (family(unit) === 'bare' && /[.．,]/u.test(printed));
  const todo =
    (work: 'money' | 'figure') =>
    (figure: (typeof open)[number]): Todo => ({
      work,
      place: figure.place,
      words: wordsOf(draft, figure.place),
      value: `${figure.printed}${figure.unit}`,
    });
  const rest = open.filter(({ place }) => !read.has(place));
  return [...rest.filter(money).map(todo('money')), ...rest.filter((figure) => !money(figure)).map(todo('figure'))];
}

function possible({ claims, refusals, choices }: Draft): Todo[] {
  return [
    ...claims
      .filter(({ suggestion, address }) => suggestion.certainty === 'possible' && !(address && choices.has(address)))
      .map(({ suggestion, stands, address, table, item }): Todo => ({
        work: 'possible',
        place: stands[0] ? placeOf(stands[0]) : '',
        words: stands[0]?.words ?? '',
        cell: address ?? `${table.id}/${item}`,
        value: suggestion.value ?? '',
        why: '读法没有把握',
      })),
    ...refusals.map(({ cell, value, place, words, why }): Todo => ({
      work: 'possible',
      place,
      words,
      cell,
      value,
      why,
    })),
  ];
}

function details({ remarks, folder }: Draft, checked: CheckedReport | undefined, data: string): Todo[] {
  const meta = checked?.report.meta;
  const file = shownPath(`${folder}report.yaml`, data);
  const asks: string[] = [];
  if (meta?.coverage.startsWith(UNCHECKED)) asks.push('coverage：口径，含哪些单位、哪些资金');
  if (meta && meta.scope.units === 'unstated' && meta.scope.funds === 'unstated')
    asks.push('scope：文件写明了口径就归类');
  for (const source of meta?.sources ?? []) {
    const lacking = (['date', 'url', 'retrieved'] as const).filter((key) => source[key] === undefined);
    if (lacking.length > 0) asks.push(`sources 的 ${source.id}：${lacking.join('、')}；核对 title（${source.title}）`);
  }
  if (meta?.kinds.includes('performance') && Object.values(meta.evaluation).every((list) => list.length === 0))
    asks.push('evaluation：自评的结论、问题、建议，用自己的话');
  if (meta?.history.length === 0) asks.push('history：首次收录的日期');
  const unread = (meta?.absent ?? []).filter(({ note }) => note?.startsWith(UNCHECKED)).map(({ table }) => table);
  if (unread.length > 0)
    asks.push(
      `absent：${unread.length} 张表先写作“本站未收到”，是未公开、不适用还是图表未附，照文件改：${unread.join('、')}`,
    );
  return [...remarks, ...asks].map((words): Todo => ({ work: 'details', place: file, words }));
}
