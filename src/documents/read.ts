/** Reads a published document of any supported format. */
import type { Issue } from '../messages/issue.ts';
import type { Document } from './document.ts';
import { readPdf } from './pdf/index.ts';
import { readText } from './text.ts';

export interface DocumentFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** @returns the document (undefined when unusable) and what is wrong with it. `progress` is told pages or sheets done of all. */
export async function readDocument(
  file: DocumentFile,
  progress: (done: number, total: number) => void = () => {},
): Promise<{ document: Document | undefined; issues: Issue[] }> {
  const { name, bytes } = file;
  if (new TextDecoder('latin1').decode(bytes.subarray(0, 1024)).includes('%PDF-'))
    return readPdf(name, bytes, progress);
  return readText(name, bytes);
}
