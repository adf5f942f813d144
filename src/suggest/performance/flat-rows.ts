/** Indicator rows of a flattened table. */
import type { FlatLine } from './flat.ts';
import type { IndicatorRow } from './indicator-row.ts';
import { concat, part, type Span } from './span.ts';
import { readValue } from './value.ts';

/** Value columns in the order of the head. */
export type FlatHead = readonly ('target' | 'actual' | 'weight' | 'score')[];

const FIRST = '(?:项目)?(?:产出|效益|效果|完成|成本|决策|过程|投入|管理|履职效能|满意度)指标|项目效果';
const SECOND =
  '(?:数量|质量|时效|成本|经济效益|社会效益|生态效益|可持续影响|经济成本|社会成本|生态环境成本)指标|(?:服务对象)?满意度指标';
const LEVELS = new RegExp(`^(?<first>${FIRST})?(?<second>${SECOND})?`, 'u');

/** Rows that read as one thing only. */
export function readFlatRows(lines: readonly FlatLine[], head: FlatHead): IndicatorRow[] {
  if (!head.includes('target') || !head.includes('actual')) return [];
  const rows: IndicatorRow[] = [];
  let level1: Span | undefined;
  let level2: Span | undefined;
  for (const segment of segments(lines.slice(1))) {
    const whole = concat(segment);
    const { first = '', second = '' } = LEVELS.exec(whole.text)!.groups!;
    if (first) {
      level1 = part(whole, 0, first.length);
      level2 = undefined;
    }
    if (second) level2 = part(whole, first.length, first.length + second.length);
    const body = bodyOf(segment, first.length + second.length);
    const pairs = pairRows(body, head);
    const found = pairs.length > 0 ? pairs : singleRow(body, head);
    rows.push(...found.map((row) => ({ level1, level2, ...row, sure: false })));
  }
  return rows;
}

/** Lines from one first- or second-level word to the next; such a word may be wrapped over lines. */
function segments(lines: readonly FlatLine[]): FlatLine[][] {
  const result: FlatLine[][] = [];
  lines.forEach((line, index) => {
    const ahead = lines
      .slice(index, index + 3)
      .map(({ text }) => text)
      .join('');
    const { first = '', second = '' } = LEVELS.exec(ahead)!.groups!;
    const last = result.at(-1);
    const soFar = last?.map(({ text }) => text).join('') ?? '';
    // A second-level word right behind the first level belongs to the same segment.
    const onlyLevel = new RegExp(`^(?:${FIRST})$`, 'u').test(soFar);
    const inside = first + second !== '' && line.text.length > 0 && !wrapped(soFar);
    if (inside && !onlyLevel) result.push([line]);
    else last?.push(line);
  });
  return result;
}

/** True while the level words that open a segment are not complete yet. */
function wrapped(text: string): boolean {
  const rest = text.replace(LEVELS, '');
  return (
    text !== '' && rest !== '' && /^(?:项目)?(?:产出|效益|效果|完成|满意度|社会效益|经济效益|生态效益)指?$/u.test(rest)
  );
}

/** The words of a segment behind its level words, line by line. */
function bodyOf(segment: readonly FlatLine[], levels: number): Span[][] {
  let left = levels;
  return segment
    .map(({ words }) =>
      words.filter((word) => {
        if (left <= 0) return true;
        left -= word.text.length;
        return false;
      }),
    )
    .filter((words) => words.length > 0);
}

type Row = Pick<IndicatorRow, 'level3' | 'target' | 'actual'>;

/** Rows that end in as many values as there are columns; words before them, also on lines of their own, are the name. */
function pairRows(body: readonly (readonly Span[])[], head: FlatHead): Row[] {
  const rows: Row[] = [];
  let name: Span[] = [];
  for (const words of body) {
    const values = words.slice(-head.length);
    const value = (role: FlatHead[number]) => values[head.indexOf(role)];
    if (values.length === head.length && values.every((word) => readValue(word).kind === 'quantity')) {
      const label = [...name, ...words.slice(0, -head.length)];
      if (label.length > 0) rows.push({ level3: concat(label), target: value('target'), actual: value('actual') });
      name = [];
    } else name.push(...words);
  }
  return rows;
}

/** One row: its name, then target and result, which part where both can be read. */
function singleRow(body: readonly (readonly Span[])[], head: FlatHead): Row[] {
  if (head.length !== 2 || head[0] !== 'target') return [];
  const [first, ...rest] = body;
  if (!first) return [];
  const [level3, ...words] = first;
  if (words.length === 2 && rest.length === 0) return [{ level3: level3!, target: words[0], actual: words[1] }];
  if (words.length > 0) return [];
  const lines = rest.map((line) => concat(line));
  const cuts = lines.flatMap((_, index) => {
    if (index === 0) return [];
    const [target, actual] = [concat(lines.slice(0, index)), concat(lines.slice(index))];
    const [aim, result] = [readValue(target), readValue(actual)];
    const plainWords = result.kind === 'words' && !/[0-9]/.test(actual.text);
    const fits = (aim.kind === 'quantity' || aim.kind === 'parts') && (result.kind === aim.kind || plainWords);
    return fits ? [{ level3: level3!, target, actual }] : [];
  });
  return cuts.length === 1 ? cuts : [];
}
