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
  const title = table.above.map(titleOf).find((text) => text !== '');
  if (title && BUDGET.test(title) && !title.includes('决算')) return undefined;
  const titled = title ? FORMS.filter((form) => form.title.test(title) && !form.unlike?.test(title)) : [];
  const sure = titled.find(headed);
  if (sure) return { form: sure, sure: true };
  if (titled[0]) return { form: titled[0], sure: false };
  const likely = FORMS.filter((form) => form.labels && headed(form) && !(title && form.unlike?.test(title))).find(
    (form) => form.labels!.every((words) => hasLabel(table.body, words) || heads.some((head) => words.test(head))),
  );
  return likely && { form: likely, sure: false };
}

/** Heads of all columns, and each head on its own. */
function headsOf({ heads }: LocatedTable): string[] {
  const width = Math.max(0, ...heads.map((row) => row.length));
  return Array.from({ length: width }, (_, column) => headPath(heads, column)).flatMap((path) => [
    path.join('›'),
    ...path,
  ]);
}

const NUMERALS = '[0-9一二三四五六七八九十]+';
const BESIDES = new RegExp(
  `公开(?:表)?[0-9]+表?|^附?表${NUMERALS}(?:[-—][0-9]+)?[:：、.]?|[（(]?(?:金额)?单位[:：].*$|(?:编制)?(?:部门|单位)(?:名称)?[:：].*$|[（(]?续表?[)）]?`,
  'gu',
);

/** The title that a short text is, without the number, unit and department beside it; empty when it is none. */
function titleOf(text: string): string {
  const title = text.replace(/["“”'‘’\s]/gu, '').replace(BESIDES, '');
  return /表/u.test(title) && !/[。:：；]/u.test(title) ? title : '';
}
