/** Reads a published document of any supported format. */
import type { Issue } from '../messages/issue.ts';
import type { Document } from './document.ts';

export interface DocumentFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** @returns the document (undefined when unusable) and what is wrong with it. `progress` is told pages or sheets done of all. */
export async function readDocument(
  _file: DocumentFile,
  _progress?: (done: number, total: number) => void,
): Promise<{ document: Document | undefined; issues: Issue[] }> {
  return { document: undefined, issues: [] };
}
