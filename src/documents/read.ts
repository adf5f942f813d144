/** Reads a published document of any supported format. */
import type { Issue } from '../messages/issue.ts';
import type { Document } from './document.ts';
import { formatOf } from './format.ts';
import { readHtml } from './html.ts';
import { readPdf } from './pdf/index.ts';
import { refuse } from './refusals.ts';
import { readText } from './text.ts';
import { readWord } from './word.ts';
import { readWorkbook } from './workbook.ts';

export interface DocumentFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** No published account comes near. */
export const MAX_DOCUMENT_BYTES = 60 * 1024 * 1024;

/** @returns the document (undefined when unusable) and what is wrong with it. `progress` is told pages or sheets done of all. */
export async function readDocument(
  { name, bytes }: DocumentFile,
  progress: (done: number, total: number) => void = () => {},
): Promise<{ document: Document | undefined; issues: Issue[] }> {
  const refused = (issue: Issue) => ({ document: undefined, issues: [issue] });
  if (bytes.length > MAX_DOCUMENT_BYTES) return refused(refuse.size(name, bytes.length, MAX_DOCUMENT_BYTES));
  if (bytes.length === 0) return refused(refuse.empty(name));
  const format = formatOf(name, bytes);
  if (typeof format !== 'string') return refused(format);
  if (format === 'pdf') return readPdf(name, bytes, progress);
  if (format === 'docx') return readWord(name, bytes);
  if (format === 'html') return readHtml(name, bytes);
  if (format === 'text') return readText(name, bytes);
  return readWorkbook(name, bytes, format, progress);
}
