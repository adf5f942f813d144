/** Looks into a zip before anything is unpacked from it: names, sizes, and what kind of document it is. */
import { Inflate } from 'fflate';

const MAX_ENTRIES = 10_000;
const MAX_TOTAL = 200 * 1024 * 1024;
/** Office files shrink by a factor of ten to thirty; beyond this nothing but zeros does. */
const MAX_RATIO = 500;
const RATIO_FROM = 20 * 1024 * 1024;

interface Entry {
  readonly name: string;
  readonly method: number;
  readonly packed: number;
  readonly size: number;
  readonly offset: number;
}

export type Archive = { readonly names: ReadonlySet<string> } | { readonly problem: string; readonly broken?: boolean };

const BROKEN = { problem: '压缩目录不完整', broken: true } as const;

/** @returns the names in the archive, or why it should not be unpacked. */
export function inspectArchive(bytes: Uint8Array): Archive {
  const entries = directory(bytes);
  if (!entries) return BROKEN;
  if (entries.length > MAX_ENTRIES) return { problem: `压缩包里有 ${entries.length} 个文件，超过 ${MAX_ENTRIES} 个` };
  const odd = entries.find(({ name }) => /^(?:[/\\]|[a-z]:)|(?:^|[/\\])\.\.(?:[/\\]|$)|\0/iu.test(name));
  if (odd) return { problem: `压缩包里有指向别处的文件名“${odd.name.slice(0, 60)}”` };
  const total = entries.reduce((sum, { size }) => sum + size, 0);
  if (total > MAX_TOTAL) return { problem: `压缩包解开后超过 ${MAX_TOTAL / 1024 / 1024} MB` };
  if (total > RATIO_FROM && total > MAX_RATIO * bytes.length)
    return { problem: `压缩包解开后是原来的 ${MAX_RATIO} 倍以上` };
  for (const entry of entries) {
    const problem = lies(bytes, entry);
    if (problem) return problem;
  }
  return { names: new Set(entries.map(({ name }) => name)) };
}

/** The entries of the central directory; undefined when it is damaged or of the 64-bit kind. */
function directory(bytes: Uint8Array): Entry[] | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let end = bytes.length - 22;
  while (end >= 0 && end > bytes.length - 65_558 && view.getUint32(end, true) !== 0x06054b50) end -= 1;
  if (end < 0 || view.getUint32(end, true) !== 0x06054b50) return undefined;
  const count = view.getUint16(end + 10, true);
  const entries: Entry[] = [];
  let at = view.getUint32(end + 16, true);
  while (at + 46 <= end && view.getUint32(at, true) === 0x02014b50) {
    const [nameLength, extra, comment] = [28, 30, 32].map((offset) => view.getUint16(at + offset, true));
    const name = new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + nameLength!));
    const [packed, size, offset] = [20, 24, 42].map((field) => view.getUint32(at + field, true));
    entries.push({ name, method: view.getUint16(at + 10, true), packed: packed!, size: size!, offset: offset! });
    at += 46 + nameLength! + extra! + comment!;
  }
  return entries.length > 0 && (entries.length & 0xffff) === count ? entries : undefined;
}

/** Whether an entry is longer than it says, or not there at all. */
function lies(bytes: Uint8Array, { method, packed, size, offset }: Entry): Archive | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (offset + 30 > bytes.length || view.getUint32(offset, true) !== 0x04034b50) return BROKEN;
  const start = offset + 30 + view.getUint16(offset + 26, true) + view.getUint16(offset + 28, true);
  if (start + packed > bytes.length) return BROKEN;
  if (method === 0) return packed === size ? undefined : BROKEN;
  if (method !== 8) return { problem: '压缩包用了办公软件不用的压缩方法' };
  const length = unpackedLength(bytes.subarray(start, start + packed), size);
  if (length === undefined) return BROKEN;
  if (length > size) return { problem: '压缩包里的文件比它声明的大' };
  return length === size ? undefined : BROKEN;
}

/** How long a deflated entry gets, counted until it passes a limit; undefined when it is damaged. */
function unpackedLength(packed: Uint8Array, limit: number): number | undefined {
  const counted = { length: 0 };
  const inflate = new Inflate((chunk) => {
    counted.length += chunk.length;
  });
  try {
    for (let at = 0; at < packed.length && counted.length <= limit; at += 8192)
      inflate.push(packed.subarray(at, at + 8192), at + 8192 >= packed.length);
  } catch {
    return undefined;
  }
  return counted.length;
}
