/** Which declared form a table is: by its title and its heads, never by its number. */
import type { Form } from './form.ts';
import { FORMS } from './forms/index.ts';
import { headPath } from './heads.ts';
import type { LocatedTable } from './locate.ts';
import { hasLabel } from './panels.ts';

export interface Recognised {
  readonly form: Form;
  /** Both title and heads say so. */
  readonly sure: boolean;
}

const BUDGET = /预算(?:总|明细|情况)?表|预算公开/u;

export function recognise(table: LocatedTable): Recognised | undefined {
  const heads = headsOf(table);
  const headed = (form: Form) => form.heads.every((words) => heads.some((head) => words.test(head)));
  const [title = '', joined = ''] = titlesOf(table.above);
  if (BUDGET.test(title) && !title.includes('决算')) return undefined;
  const sure = [...named(joined), ...named(title)].find(headed);
  if (sure) return { form: sure, sure: true };
  const likely = FORMS.filter(
    (form) => form.labels && headed(form) && !(title !== '' && form.unlike?.test(title)),
  ).find((form) =>
    form.labels!.every((words) => hasLabel(table.body, words) || heads.some((head) => words.test(head))),
  );
  const half = named(title).find(
    (form) => form.heads.filter((words) => heads.some((head) => words.test(head))).length * 2 >= form.heads.length,
  );
  const form = likely ?? half;
  return form && { form, sure: false };
}

/** The forms that a title names. */
export function named(title: string): Form[] {
  return title === '' ? [] : FORMS.filter((form) => form.title.test(title) && !form.unlike?.test(title));
}

/** The nearest title, and the same with the line above it, for titles that are printed on two lines. */
function titlesOf(above: readonly string[]): string[] {
  const index = above.findIndex((text) => titleOf(text) !== '');
  if (index < 0) return [];
  const title = titleOf(above[index]!);
  const before = above[index + 1]?.replace(MARKS, '') ?? '';
  return [title, before !== '' && !/[。:：；]|表/u.test(before) ? before + title : ''];
}

/** Heads of all columns, and each head on its own. */
function headsOf({ heads }: LocatedTable): string[] {
  const width = Math.max(0, ...heads.map((row) => row.length));
  return Array.from({ length: width }, (_, column) => headPath(heads, column)).flatMap((path) => [
    path.join('›'),
    ...path,
  ]);
}

const MARKS = /["“”'‘’\s]/gu;
const NUMERALS = '[0-9一二三四五六七八九十]+';
const BESIDES = new RegExp(
  `公开(?:表)?[0-9]+表?|^附?表${NUMERALS}(?:[-—][0-9]+)?[:：、.]?|[（(]?(?:金额)?单位[:：].*$|(?:编制)?(?:部门|单位)(?:名称)?[:：].*$|[（(]?续表?[)）]?`,
  'gu',
);

/** The title that a short text is, without the number, unit and department beside it; empty when it is none. */
export function titleOf(text: string): string {
  const title = text.replace(MARKS, '').replace(BESIDES, '');
  return /表/u.test(title) && !/[。:：；]/u.test(title) ? title : '';
}
