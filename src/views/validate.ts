/** What the page /validate/ offers to choose from. */
import { TABLES } from '../tables/index.ts';

/** The tables that a pasted one may be, in the order of the declarations. */
export function tableChoices(): { id: string; text: string }[] {
  return TABLES.map(({ id, title }) => ({ id, text: `${title}（${id}）` }));
}
