/** Reads a PDF with a text layer. */
import type { Issue } from '../../messages/issue.ts';
import { DocumentBuilder } from '../builder.ts';
import type { Document, Piece } from '../document.ts';
import { refuse } from '../refusals.ts';
import { layOut, type PageLayout } from './layout.ts';
import { cellText, lineText, plainText, type TextLine } from './lines.ts';
import { openPdf } from './open.ts';
import { readPage } from './page.ts';
import { goesOn, measure, PAGE_NUMBER, paragraphs, type Measure } from './prose.ts';

export const MAX_PAGES = 2000;

export async function readPdf(
  name: string,
  bytes: Uint8Array,
  progress: (done: number, total: number) => void,
): Promise<{ document: Document | undefined; issues: Issue[] }> {
  const opened = await openPdf(name, bytes);
  if ('issue' in opened) return { document: undefined, issues: [opened.issue] };
  const { pdf, close } = opened;
  try {
    if (pdf.numPages > MAX_PAGES) return { document: undefined, issues: [refuse.pages(name, pdf.numPages, MAX_PAGES)] };
    const layouts: PageLayout[] = [];
    const empty: number[] = [];
    for (let number = 1; number <= pdf.numPages; number += 1) {
      const page = await pdf.getPage(number);
      const content = await readPage(page);
      page.cleanup();
      if (content.runs.length + content.askew.length === 0) empty.push(number);
      layouts.push(layOut(content));
      progress(number, pdf.numPages);
    }
    if (empty.length * 2 > pdf.numPages)
      return { document: undefined, issues: [refuse.scan(name, empty, pdf.numPages)] };
    const issues = empty.length > 0 ? [refuse.scannedPages(name, empty)] : [];
    return { document: assemble(layouts), issues };
  } catch {
    return { document: undefined, issues: [refuse.broken(name, 'PDF')] };
  } finally {
    await close();
  }
}

/** Lines that come back at the top or foot of most pages, their figures left aside. */
function running(layouts: readonly PageLayout[]): Set<string> {
  const counts = new Map<string, number>();
  for (const layout of layouts) {
    const lines = new Set(
      layout.parts.flatMap((part) => ('line' in part && marginal(part.line, layout) ? [keyOf(part.line)] : [])),
    );
    for (const key of lines) counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  const often = Math.max(3, 0.4 * layouts.length);
  return new Set([...counts].filter(([, count]) => count >= often).map(([key]) => key));
}

const keyOf = (line: TextLine): string =>
  plainText(line)
    .replaceAll(/\s/gu, '')
    .replaceAll(/[0-9]+/gu, '0');
const marginal = (line: TextLine, { height }: PageLayout): boolean =>
  line.bottom < 0.12 * height || line.top > 0.88 * height;

/** Joins the pages; a paragraph that the page cuts goes on. */
function assemble(layouts: readonly PageLayout[]): Document {
  const builder = new DocumentBuilder('pdf');
  const repeated = running(layouts);
  /** The paragraph that may go on over the page, the last line of it and its measure. */
  let open: { pieces: Piece[]; line: TextLine; text: Measure } | undefined;
  layouts.forEach((layout, index) => {
    const at = `p${index + 1}`;
    const furniture = (line: TextLine) =>
      marginal(line, layout) && (repeated.has(keyOf(line)) || PAGE_NUMBER.test(plainText(line).replaceAll(/\s/gu, '')));
    const lines = layout.parts.flatMap((part) => ('line' in part && !furniture(part.line) ? [part.line] : []));
    const text = lines.length > 0 ? measure(lines) : undefined;
    let group: TextLine[] = [];
    const write = () => {
      for (const paragraph of text ? paragraphs(group, text) : []) {
        const pieces = joinBrokenFigures(paragraph).map((line): Piece => {
          const number = builder.line(at, line);
          return { line: number, start: 0, length: line.length };
        });
        if (open && lines[0] === paragraph[0] && goesOn(open.line, paragraph[0]!, { ...text!, right: open.text.right }))
          open.pieces.push(...pieces);
        else {
          builder.pieces(pieces);
          open = { pieces, line: paragraph[0]!, text: text! };
        }
        open!.line = paragraph.at(-1)!;
      }
      group = [];
    };
    for (const part of layout.parts) {
      if ('line' in part && !furniture(part.line)) group.push(part.line);
      else {
        write();
        if ('table' in part) open = undefined;
        if ('line' in part) builder.paragraph([builder.line(at, lineText(part.line))]);
        else
          builder.table(
            () => at,
            part.table.rows.map((row) => row.map((cell) => ({ ...cell, text: cellText(cell.runs) }))),
          );
      }
    }
    write();
    if (layout.askew !== '') builder.paragraph([builder.line(at, layout.askew)]);
  });
  return builder.finish();
}

/** Lines of a paragraph; where a figure is broken over two lines they become one. */
function joinBrokenFigures(paragraph: readonly TextLine[]): string[] {
  const result: string[] = [];
  for (const line of paragraph) {
    const text = lineText(line);
    const broken =
      /(?:[0-9][.,]?|[０-９][.．,]?)$/u.test(result.at(-1) ?? '') && /^(?:[.,]?[0-9]|[.．,]?[０-９])/u.test(text);
    if (broken) result.push(result.pop()! + text);
    else result.push(text);
  }
  return result;
}
