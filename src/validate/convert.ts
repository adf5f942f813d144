/** Text files of any Chinese encoding as the repository wants them: UTF-8 without byte order mark, LF, a line end at the end. */

const UTF8 = new TextDecoder('utf-8', { fatal: true });
const GBK = new TextDecoder('gb18030', { fatal: true });

/** The text without byte order mark and what it is encoded in; undefined for what is neither. */
export function decodeAny(bytes: Uint8Array): { text: string; encoding: 'utf-8' | 'gbk' } | undefined {
  for (const [decoder, encoding] of [
    [UTF8, 'utf-8'],
    [GBK, 'gbk'],
  ] as const) {
    try {
      return { text: decoder.decode(bytes), encoding };
    } catch {
      continue; // not in this encoding
    }
  }
  return undefined;
}

/** Faults of form that a conversion mends, by rule. */
export const CONVERTIBLE: readonly string[] = ['FORM-ENCODING', 'FORM-BOM', 'FORM-NEWLINE'];

/** The converted bytes; undefined when the encoding is not known, so that nothing is guessed. */
export function toUtf8(bytes: Uint8Array): Uint8Array | undefined {
  const decoded = decodeAny(bytes);
  if (!decoded || decoded.text.includes('\0')) return undefined;
  const text = decoded.text.replaceAll('\r\n', '\n').replaceAll('\r', '\n');
  return new TextEncoder().encode(text === '' || text.endsWith('\n') ? text : `${text}\n`);
}
