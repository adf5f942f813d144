/** Reads a Word document (.docx). */
import mammoth from 'mammoth';
import type { Issue } from '../messages/issue.ts';
import type { Document } from './document.ts';
import { htmlDocument } from './html.ts';
import { refuse } from './refusals.ts';
import { asPrinted } from './word-printed.ts';

export async function readWord(
  name: string,
  bytes: Uint8Array,
): Promise<{ document: Document | undefined; issues: Issue[] }> {
  try {
    const printed = asPrinted(bytes);
    const { value } = await mammoth.convertToHtml(
      { buffer: Buffer.from(printed.buffer, printed.byteOffset, printed.byteLength) },
      {
        convertImage: mammoth.images.imgElement(async () => ({ src: '' })),
        includeEmbeddedStyleMap: false,
        externalFileAccess: false,
      },
    );
    return htmlDocument(name, value, 'word');
  } catch {
    return { document: undefined, issues: [refuse.broken(name, 'Word')] };
  }
}
