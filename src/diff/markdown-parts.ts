/** Pieces of the Markdown of a difference. */
import type { TextChange } from './difference.ts';
import { escapeText } from './escape.ts';

export const STATUS = { added: '新增', removed: '删去', renamed: '改名', changed: '有改动' } as const;

/** Lists longer than this are folded; of still longer ones this many are shown. */
const FOLDED = 10;
const MOST = 200;

/** A titled list of lines (rows of a table below its head, or items), folded when long. */
export function block(title: string, lines: readonly string[], head: readonly string[] = []): string {
  const shown = [...head, ...lines.slice(0, MOST)].join('\n');
  const rest = lines.length > MOST ? `\n\n还有 ${lines.length - MOST} 项，见 JSON。` : '';
  if (lines.length <= FOLDED) return `**${title}**\n\n${shown}${rest}`;
  return `<details><summary>${title}（${lines.length} 项）</summary>\n\n${shown}${rest}\n\n</details>`;
}

/** One row of a table; the fields are Markdown already. */
export const row = (...fields: readonly string[]): string => `| ${fields.join(' | ')} |`;

/** Texts before and after; an absent one is a dash. */
export function changes(title: string, texts: readonly TextChange[]): string {
  return block(
    title,
    texts.map(({ place, before, after }) => row(escapeText(place), side(before), side(after))),
    ['| 哪里 | 原来 | 现在 |', '|---|---|---|'],
  );
}

export const side = (text: string | undefined): string => (text === undefined || text === '' ? '—' : escapeText(text));
