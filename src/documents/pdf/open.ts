/** Opens a PDF without network, scripts or images, and says why when it cannot be opened. */
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { getDocument, VerbosityLevel, type PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import type { Issue } from '../../messages/issue.ts';
import { refuse } from '../refusals.ts';

const PACKAGE = dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json'));

export interface OpenPdf {
  readonly pdf: PDFDocumentProxy;
  readonly close: () => Promise<void>;
}

export async function openPdf(name: string, bytes: Uint8Array): Promise<OpenPdf | { issue: Issue }> {
  const task = getDocument({
    data: new Uint8Array(bytes), // pdfjs takes the buffer for itself
    cMapUrl: `${join(PACKAGE, 'cmaps')}/`,
    cMapPacked: true,
    standardFontDataUrl: `${join(PACKAGE, 'standard_fonts')}/`,
    wasmUrl: `${join(PACKAGE, 'wasm')}/`,
    disableFontFace: true,
    useSystemFonts: false,
    enableXfa: false,
    stopAtErrors: false,
    maxImageSize: 1, // pictures are not looked at
    verbosity: VerbosityLevel.ERRORS,
  });
  try {
    return { pdf: await task.promise, close: () => task.destroy() };
  } catch (error) {
    await task.destroy();
    const password = error instanceof Error && error.name === 'PasswordException';
    return { issue: password ? refuse.password(name) : refuse.broken(name, 'PDF') };
  }
}
