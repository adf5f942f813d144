/** Page numbers: lines that hold nothing else. */
import type { Document } from '../../documents/document.ts';
import { comparable } from '../../figures/characters.ts';

/** 第 3 页 共 12 页, - 3 -, 3 / 12 */
const NUMBERED =
  /^(?:第[0-9]{1,4}页(?:[,，/]?共[0-9]{1,4}页)?|[-—–―－·~]+[0-9]{1,4}[-—–―－·~]+|[0-9]{1,4}\/[0-9]{1,4}页?)$/u;
const ALONE = /^[0-9]{1,3}$/;

/** Indexes of the lines that number pages. In a PDF a number alone does at the head or foot of a page, outside tables. */
export function pageLines(document: Document): ReadonlySet<number> {
  const inTables = new Set<number>();
  for (const block of document.blocks)
    if (block.kind === 'table')
      for (const row of block.rows) for (const cell of row) for (const { line } of cell.pieces) inTables.add(line);
  const filled = document.lines.flatMap(({ at, text }, line) => {
    const words = comparable(text).replace(/\s+/gu, '');
    return words === '' ? [] : [{ at, line, words }];
  });
  return new Set(
    filled.flatMap(({ at, line, words }, index) => {
      if (inTables.has(line)) return [];
      const edge = filled[index - 1]?.at !== at || filled[index + 1]?.at !== at;
      return NUMBERED.test(words) || (document.format === 'pdf' && edge && ALONE.test(words)) ? [line] : [];
    }),
  );
}
