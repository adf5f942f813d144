/**
 * Reads a zip file that may be hostile: everything that its directory says is judged before a byte is inflated, and
 * inflating stops at the limits whatever the directory says. Format: PKWARE APPNOTE 6.3.10.
 */
import { Inflate } from 'fflate';
import type { Issue } from '../messages/issue.ts';
import { bomb, broken, directoryOf, Refusal, viewOf, ZIP_LIMITS, type Entry } from './zip-directory.ts';

export interface ZipReading {
  /** Bytes by name, with “/”; folders are left out. Empty when there is an error. */
  readonly files: ReadonlyMap<string, Uint8Array>;
  readonly issues: readonly Issue[];
}

const LOCAL = 0x04034b50;
const LOCAL_LENGTH = 30;

/**
 * All files of a zip, or the reason why none is taken.
 * @param zip name of the file, for messages
 */
export function readZip(bytes: Uint8Array, zip: string): ZipReading {
  const place = (entry: string) => [zip, entry].filter((part) => part !== '').join('/');
  try {
    const { entries, guessed } = directoryOf(bytes);
    const files = new Map<string, Uint8Array>();
    let total = 0;
    for (const entry of entries) {
      if (entry.name.endsWith('/')) continue;
      const content = contentOf(bytes, entry, ZIP_LIMITS.total - total);
      total += content.length;
      files.set(entry.name, content);
    }
    const issues: Issue[] =
      guessed.length === 0
        ? []
        : [
            {
              severity: 'notice',
              file: place(''),
              rule: 'ZIP-NAMES',
              problem: `压缩包里有 ${guessed.length} 个文件名没有标明编码，按 GBK 读，如“${guessed[0]}”`,
              remedy: '名字若不对，改用会写 UTF-8 文件名的压缩软件',
            },
          ];
    return { files, issues };
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    const { rule, message: problem, remedy, entry } = error;
    return { files: new Map(), issues: [{ severity: 'error', file: place(entry), rule, problem, remedy }] };
  }
}

/** Compressed bytes that are inflated at a time: at most 1032 times as many come out before the limits are looked at. */
const PIECE = 8 * 1024;

/** The bytes of one entry, at most `room`. */
function contentOf(bytes: Uint8Array, entry: Entry, room: number): Uint8Array {
  const view = viewOf(bytes);
  const { name, offset, packed, size, method } = entry;
  if (offset + LOCAL_LENGTH > bytes.length || view.getUint32(offset, true) !== LOCAL) throw broken(`找不到“${name}”`);
  const start = offset + LOCAL_LENGTH + view.getUint16(offset + 26, true) + view.getUint16(offset + 28, true);
  if (start + packed > bytes.length) throw broken(`“${name}”不完整`);
  const raw = bytes.subarray(start, start + packed);
  const content = method === 0 ? raw : inflate(raw, entry, room);
  if (content.length !== size || crc32(content) !== entry.crc) throw broken(`“${name}”的内容与目录不符`);
  return content;
}

function inflate(raw: Uint8Array, { name, size }: Entry, room: number): Uint8Array {
  const most = Math.min(size, room);
  const content = new Uint8Array(most);
  let length = 0;
  const stream = new Inflate((piece) => {
    if (length + piece.length > most) throw bomb(name);
    content.set(piece, length);
    length += piece.length;
  });
  try {
    for (let at = 0; at < raw.length || at === 0; at += PIECE)
      stream.push(raw.subarray(at, at + PIECE), at + PIECE >= raw.length);
  } catch (error) {
    if (error instanceof Refusal) throw error;
    throw broken(`“${name}”解不开`);
  }
  return content.subarray(0, length);
}

const CRC_TABLE = Uint32Array.from({ length: 256 }, (_, byte) => {
  let value = byte;
  for (let bit = 0; bit < 8; bit += 1) value = value & 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1;
  return value;
});

/** The checksum of a zip entry (APPNOTE 4.4.7). */
function crc32(bytes: Uint8Array): number {
  let crc = 0xffffffff;
  for (const byte of bytes) crc = (crc >>> 8) ^ CRC_TABLE[(crc ^ byte) & 0xff]!;
  return (crc ^ 0xffffffff) >>> 0;
}
