/** A document as short lines of text, for tests to compare: ¶ paragraphs with ⏎ between pieces, # tables, rows of cells. */
import { textOf, type Document } from '../../src/documents/document.ts';
import { readDocument } from '../../src/documents/read.ts';

export function outline(document: Document): string[] {
  return document.blocks.flatMap((block) => {
    if (block.kind === 'paragraph') {
      const at = document.lines[block.pieces[0]!.line]!.at;
      return [`${at} ¶ ${block.pieces.map((piece) => textOf(document, { pieces: [piece] })).join('⏎')}`];
    }
    const rows = block.rows.map((row) =>
      row
        .map((cell) => {
          const span = cell.columns > 1 || cell.rows > 1 ? `(${cell.columns}x${cell.rows})` : '';
          return `${cell.column}${span}=${textOf(document, cell)}`;
        })
        .join(' | '),
    );
    return [`#${block.sheet ?? ''}`, ...rows];
  });
}

/** Reads a file that must be readable. */
export async function outlineOf(name: string, bytes: Uint8Array): Promise<string[]> {
  const { document, issues } = await readDocument({ name, bytes });
  if (!document) throw new Error(issues.map(({ rule, problem }) => `${rule} ${problem}`).join('\n'));
  return outline(document);
}

/** The refusals of a file, `RULE problem`. */
export async function refusalOf(name: string, bytes: Uint8Array): Promise<string[]> {
  const { document, issues } = await readDocument({ name, bytes });
  if (document) throw new Error(`${name} was read`);
  return issues.map(({ rule, problem }) => `${rule} ${problem}`);
}
