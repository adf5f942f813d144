/** Reads a web page; Word documents come through here too. */
import { fromHtml } from 'hast-util-from-html';
import type { Issue } from '../messages/issue.ts';
import { DocumentBuilder, type GridCell } from './builder.ts';
import type { Document } from './document.ts';
import { refuse } from './refusals.ts';
import { decodeText } from './text.ts';

type Node = ReturnType<typeof fromHtml>['children'][number];
type Element = Extract<Node, { type: 'element' }>;

const MAX_DEPTH = 1000;
const MAX_COLUMNS = 1000;
const MAX_CELLS = 500_000;
const SKIPPED = new Set([
  'script',
  'style',
  'nav',
  'template',
  'noscript',
  'iframe',
  'svg',
  'select',
  'button',
  'head',
  'title',
  'object',
]);
const INLINE = new Set(
  'a abbr b bdi bdo big cite code del dfn em font i img ins kbd label mark q s samp small span strike strong sub sup tt u var'.split(
    ' ',
  ),
);
/** Elements that never hold others, or end where the next begins. */
const FLAT = new Set(
  'area base br col embed hr img input link meta param source track wbr p li dt dd td th tr tbody thead tfoot option colgroup html head body'.split(
    ' ',
  ),
);

/** The text of a page: by byte order mark, by what the page declares, else by its bytes. */
function decode(bytes: Uint8Array): string | undefined {
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, 4096));
  const label = /<meta[^>]+charset\s*=\s*["']?\s*([\w-]+)/iu.exec(head)?.[1]?.toLowerCase();
  if (label && /^(?:gb|hz)/u.test(label) && bytes[0] !== 0xef && bytes[0] !== 0xff)
    return new TextDecoder('gb18030').decode(bytes);
  return decodeText(bytes);
}

export function readHtml(name: string, bytes: Uint8Array): { document: Document | undefined; issues: Issue[] } {
  const text = decode(bytes);
  if (text === undefined) return { document: undefined, issues: [refuse.broken(name, '网页')] };
  return htmlDocument(name, text, 'html');
}

/** @param html a page, or part of one. */
export function htmlDocument(
  name: string,
  html: string,
  format: 'html' | 'word',
): { document: Document | undefined; issues: Issue[] } {
  if (isDeep(html)) {
    const problem = `标签嵌套超过 ${MAX_DEPTH} 层，不像正常的网页`;
    return {
      document: undefined,
      issues: [refuse.format(name, problem, '请用浏览器打开原网页另存一份，或复制正文到 Word 后再读')],
    };
  }
  const reader = new PageReader(new DocumentBuilder(format));
  reader.blocks(fromHtml(html, { fragment: true }).children);
  reader.flush();
  reader.settle();
  const document = reader.builder.finish();
  if (document.lines.length === 0) return { document: undefined, issues: [refuse.empty(name)] };
  return { document, issues: [] };
}

/** Parsers take time that grows with the square of the depth, so the depth is looked at first. */
function isDeep(html: string): boolean {
  let depth = 0;
  for (const [, end, tag] of html.matchAll(/<(\/?)([a-z][a-z0-9:-]*)/giu)) {
    if (FLAT.has(tag!.toLowerCase())) continue;
    depth = Math.max(0, depth + (end ? -1 : 1));
    if (depth > MAX_DEPTH) return true;
  }
  return false;
}

const isElement = (node: Node): node is Element => node.type === 'element';
const isHidden = ({ properties }: Element): boolean =>
  properties['hidden'] !== undefined || /display\s*:\s*none/iu.test(String(properties['style'] ?? ''));

/** Elements of one name below a node, but not those within such an element. */
function below(node: Element, names: readonly string[]): Element[] {
  return node.children
    .filter(isElement)
    .flatMap((child) => (names.includes(child.tagName) ? [child] : below(child, names)));
}

/** So many lines with tab stops, one after the other, are rows of a table. */
const TABBED = 3;

class PageReader {
  readonly builder: DocumentBuilder;
  #open = '';
  /** Paragraphs with tab stops that may turn out to be the rows of a table. */
  #tabbed: string[] = [];

  constructor(builder: DocumentBuilder) {
    this.builder = builder;
  }

  /** Takes the paragraph that is open; tabs are kept in Word documents alone. */
  flush(): void {
    const text = this.#open.replaceAll(/[ \n\r\f]+/gu, ' ').replace(/^ +| +$/gu, '');
    this.#open = '';
    if (text.trim() === '') return;
    if (this.builder.format === 'word' && text.includes('\t')) this.#tabbed.push(text);
    else {
      this.settle();
      this.#paragraph(text);
    }
  }

  /** Writes the paragraphs with tab stops that wait. */
  settle(): void {
    const rows = this.#tabbed;
    this.#tabbed = [];
    if (rows.length < TABBED) return rows.forEach((text) => this.#paragraph(text));
    this.builder.table(
      () => this.#place(),
      rows.map((row) => row.split('\t').map((text, column) => ({ column, columns: 1, rows: 1, text: text.trim() }))),
    );
  }

  #place(): string {
    return `L${this.builder.length + 1}`;
  }

  #paragraph(text: string): void {
    this.builder.paragraph([this.builder.line(this.#place(), text.replaceAll(/[ \t]+/gu, ' ').trim())]);
  }

  blocks(nodes: readonly Node[]): void {
    for (const node of nodes) {
      if (node.type === 'text') this.#open += node.value;
      if (!isElement(node) || SKIPPED.has(node.tagName) || isHidden(node)) continue;
      if (INLINE.has(node.tagName)) {
        this.blocks(node.children);
        continue;
      }
      this.flush();
      // A table that holds tables lays out the page; its cells are read one after the other.
      if (node.tagName === 'table' && below(node, ['table']).length === 0) this.#table(node);
      else this.blocks(node.children);
      this.flush();
    }
  }

  #table(table: Element): void {
    this.blocks(below(table, ['caption']).flatMap((caption) => caption.children));
    this.flush();
    const rows = below(table, ['tr']).filter((row) => !isHidden(row));
    const grid = gridOf(rows.map((row) => below(row, ['td', 'th'])));
    if (grid.every((row) => row.filter(({ text }) => text !== '').length < 2)) {
      for (const row of rows) this.blocks(row.children);
      return;
    }
    this.settle();
    this.builder.table(() => this.#place(), grid);
  }
}

/** Puts cells in columns: a cell that covers several rows pushes those below it aside. */
function gridOf(rows: readonly (readonly Element[])[]): GridCell[][] {
  /** For each column, the first row that is free again. */
  const free: number[] = [];
  let taken = 0;
  return rows.map((row, index) => {
    let column = 0;
    return row.flatMap((element): GridCell[] => {
      while ((free[column] ?? 0) > index) column += 1;
      const columns = span(element, 'colSpan', MAX_COLUMNS - column);
      const covered = span(element, 'rowSpan', rows.length - index);
      taken += columns;
      if (column >= MAX_COLUMNS || taken > MAX_CELLS) return [];
      for (let i = column; i < column + columns; i += 1) free[i] = index + covered;
      column += columns;
      return [{ column: column - columns, columns, rows: covered, text: cellText(element) }];
    });
  });
}

function span(element: Element, name: string, most: number): number {
  const value = Number(element.properties[name] ?? 1);
  return Math.max(1, Math.min(Number.isInteger(value) ? (value === 0 ? most : value) : 1, most));
}

/** Paragraphs within a cell are joined without a separator, but for a space between figures or words. */
function cellText(cell: Element): string {
  const parts: string[] = [''];
  const collect = (nodes: readonly Node[]): void => {
    for (const node of nodes) {
      if (node.type === 'text') parts.push(parts.pop()! + node.value);
      if (!isElement(node) || SKIPPED.has(node.tagName) || isHidden(node)) continue;
      const inline = INLINE.has(node.tagName);
      if (!inline) parts.push('');
      collect(node.children);
      if (!inline) parts.push('');
    }
  };
  collect(cell.children);
  return parts
    .map((part) => part.replaceAll(/[ \t\n\r\f]+/gu, ' ').trim())
    .reduce((text, part) => text + (/[0-9A-Za-z%]$/u.test(text) && /^[0-9A-Za-z-]/u.test(part) ? ' ' : '') + part, '');
}
