/**
 * Makes the text of a Word file (.docx) what the file prints: numbers that Word counts itself (一、 （一） 1.) are written
 * out, hidden text is left out. A file that has neither stays as it is.
 */
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { WordNumbering } from './word-numbering.ts';

const BODY = 'word/document.xml';
const CHANGED = /<w:pPrChange\b[^]*?<\/w:pPrChange>/gu;
const PROPERTIES = /<w:pPr(?: [^>]*)?(?<!\/)>([^]*?)<\/w:pPr>/gu;
/** A run without runs of its own: its properties, and the rest. */
const RUN = /<w:r(?: [^>]*)?><w:rPr>((?:(?!<\/w:rPr>)[^])*)<\/w:rPr>(?:(?!<w:r[ >]|<\/w:r>)[^])*<\/w:r>/gu;
const HIDDEN = /<w:vanish(?:\/>| w:val="(?:1|true|on)")/u;

/** @param bytes a zip that was looked into before. @throws when it is damaged. */
export function asPrinted(bytes: Uint8Array): Uint8Array {
  const files = unzipSync(bytes);
  const part = (name: string) => (files[name] ? strFromU8(files[name]) : '');
  const body = part(BODY);
  const numbering = new WordNumbering(part('word/numbering.xml'), part('word/styles.xml'));
  const printed = body
    .replace(CHANGED, '')
    .replace(RUN, (run, properties: string) => (HIDDEN.test(properties) ? '' : run))
    .replace(PROPERTIES, (whole, properties: string) => {
      const number = numbering.next(properties);
      if (number === '') return whole;
      const text = number.replace(/[&<>]/gu, (one) => `&#${one.charCodeAt(0)};`);
      return `${whole.replace(/<w:numPr>[^]*?<\/w:numPr>/u, '')}<w:r><w:t xml:space="preserve">${text}</w:t></w:r>`;
    });
  if (printed === body) return bytes;
  return zipSync({ ...files, [BODY]: strToU8(printed) }, { level: 0 });
}
