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
  const title = table.above.map((text) => text.replace(/["“”'‘’\s]/gu, '')).find(isTitle);
  if (title && BUDGET.test(title) && !title.includes('决算')) return undefined;
  const titled = title && FORMS.find((form) => form.title.test(title) && !form.unlike?.test(title));
  if (titled) return { form: titled, sure: headed(titled) };
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

/** A short text that names a table: not a number line, a unit or a heading of the narrative. */
function isTitle(text: string): boolean {
  return (
    /表/u.test(text) &&
    !/^[(（]?续表[)）]?$|^公开[0-9]*表$|^表[0-9一二三四五六七八九十]+$|。|[:：].*[:：]/u.test(text) &&
    text.replace(/公开[0-9]+表|单位[:：].*$/gu, '').includes('表')
  );
}
