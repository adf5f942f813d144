/** The directory of a zip file, every entry judged before a byte is inflated. Format: PKWARE APPNOTE 6.3.10. */

/** What a zip of curated data never needs more of. */
export const ZIP_LIMITS = {
  entries: 10_000,
  /** Bytes of all files together, inflated. */
  total: 100 * 1024 * 1024,
  /** Inflated bytes for each compressed one, where the file is larger than `small`; deflate itself reaches 1032. */
  ratio: 200,
  small: 1024 * 1024,
} as const;

export interface Entry {
  readonly name: string;
  readonly flags: number;
  readonly method: number;
  readonly crc: number;
  readonly packed: number;
  readonly size: number;
  readonly unixMode: number;
  readonly offset: number;
}

const END = 0x06054b50;
const CENTRAL = 0x02014b50;
const ZIP64_END = 0x06064b50;
const ZIP64_LOCATOR = 0x07064b50;
/** Length of the end record, and of the longest comment after it. */
const [END_LENGTH, LONGEST_COMMENT] = [22, 0xffff];
const CENTRAL_LENGTH = 46;
const UTF8 = new TextDecoder('utf-8', { fatal: true });
const GBK = new TextDecoder('gb18030', { fatal: true });

/** Why a zip is not opened, in Chinese. */
export class Refusal extends Error {
  readonly rule: string;
  readonly remedy: string;
  readonly entry: string;
  constructor(rule: string, problem: string, remedy: string, entry = '') {
    super(problem);
    this.rule = rule;
    this.remedy = remedy;
    this.entry = entry;
  }
}

export const broken = (what: string) =>
  new Refusal('ZIP-BROKEN', `不是完整的 zip 压缩包（${what}）`, '重新压缩，或直接选择文件夹');

export function viewOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

/** The entries, each judged; names that had to be guessed beside them. */
export function directoryOf(bytes: Uint8Array): { entries: Entry[]; guessed: string[] } {
  const view = viewOf(bytes);
  const end = endOf(bytes, view);
  const count = countOf(view, end);
  const many = (found: number) =>
    new Refusal(
      'ZIP-ENTRIES',
      `压缩包里有 ${found} 个文件，超过 ${ZIP_LIMITS.entries} 个的上限，没有打开`,
      '只压缩一个 data 文件夹或部门文件夹',
    );
  if (count > ZIP_LIMITS.entries) throw many(count);
  let at = view.getUint32(end + 16, true);
  const entries: Entry[] = [];
  const guessed: string[] = [];
  while (at + CENTRAL_LENGTH <= end && view.getUint32(at, true) === CENTRAL) {
    const [nameLength, extra, comment] = [28, 30, 32].map((field) => view.getUint16(at + field, true)) as [
      number,
      number,
      number,
    ];
    const next = at + CENTRAL_LENGTH + nameLength + extra + comment;
    if (next > end) throw broken('目录超出文件');
    const flags = view.getUint16(at + 8, true);
    const { name, sure } = decodeName(bytes.subarray(at + CENTRAL_LENGTH, at + CENTRAL_LENGTH + nameLength), flags);
    if (!sure) guessed.push(name);
    entries.push({
      name,
      flags,
      method: view.getUint16(at + 10, true),
      crc: view.getUint32(at + 16, true),
      packed: view.getUint32(at + 20, true),
      size: view.getUint32(at + 24, true),
      unixMode: view.getUint8(at + 5) === 3 ? view.getUint32(at + 38, true) >>> 16 : 0,
      offset: view.getUint32(at + 42, true),
    });
    if (entries.length > ZIP_LIMITS.entries) throw many(entries.length);
    at = next;
  }
  if (entries.length !== count) throw broken(`目录写 ${count} 个文件，实有 ${entries.length} 个`);
  judge(entries);
  return { entries, guessed };
}

function endOf(bytes: Uint8Array, view: DataView): number {
  const last = bytes.length - END_LENGTH;
  for (let at = last; at >= Math.max(0, last - LONGEST_COMMENT); at -= 1)
    if (view.getUint32(at, true) === END) return at;
  throw broken('没有结尾的目录');
}

/** Number of entries; that of ZIP64 where the plain record has no room for it. */
function countOf(view: DataView, end: number): number {
  const count = view.getUint16(end + 10, true);
  const locator = end - 20;
  if (locator < 0 || view.getUint32(locator, true) !== ZIP64_LOCATOR) return count;
  const record = Number(view.getBigUint64(locator + 8, true));
  if (record + 56 > end || view.getUint32(record, true) !== ZIP64_END) throw broken('ZIP64 目录有误');
  const real = Number(view.getBigUint64(record + 32, true));
  if (real > ZIP_LIMITS.entries) return real;
  throw new Refusal('ZIP-LARGE', '压缩包用了 ZIP64 格式，只有很大的压缩包才需要', '只压缩一个 data 文件夹或部门文件夹');
}

/** Names are UTF-8 where their flag says so (bit 11), or where they are nothing else; Chinese Windows writes GBK. */
function decodeName(bytes: Uint8Array, flags: number): { name: string; sure: boolean } {
  const marked = (flags & 0x800) !== 0;
  for (const [decoder, sure] of [
    [UTF8, true],
    [GBK, false],
  ] as const) {
    if (marked && !sure) break;
    try {
      return { name: decoder.decode(bytes).normalize('NFC'), sure };
    } catch {
      continue; // not in this encoding; the next one, or the refusal below
    }
  }
  throw new Refusal('ZIP-NAMES', '压缩包里有文件名既不是 UTF-8 也不是 GBK', '用英文和数字给文件命名，重新压缩');
}

/** Refuses what no honest zip of data has. */
function judge(entries: readonly Entry[]): void {
  const seen = new Set<string>();
  let [total, packed] = [0, 0];
  for (const { name, flags, method, size, packed: inside, unixMode } of entries) {
    if (name === '' || name.includes('\0') || /(?:^|[/\\])\.\.(?:[/\\]|$)|^[/\\]|^[A-Za-z]:|\\/.test(name))
      throw new Refusal(
        'ZIP-PATH',
        `文件名“${name.replaceAll('\0', '\\0').slice(0, 80)}”会落到压缩包之外的地方，没有打开`,
        '用系统自带的压缩功能重新压缩',
      );
    if ((unixMode & 0xf000) === 0xa000)
      throw new Refusal('ZIP-LINK', `“${name}”是指向别处的链接`, '把链接换成文件本身，重新压缩', name);
    if ((flags & 0x2041) !== 0) throw new Refusal('ZIP-ENCRYPTED', `“${name}”加了密码`, '不设密码，重新压缩', name);
    if (method !== 0 && method !== 8)
      throw new Refusal('ZIP-METHOD', `“${name}”的压缩方法（${method}）不认识`, '用普通的 zip 格式重新压缩', name);
    if (/\.(?:zip|rar|7z|gz|tar|tgz)$/i.test(name))
      throw new Refusal('ZIP-NESTED', `压缩包里还有压缩包“${name}”`, '先解开里面的压缩包', name);
    if (seen.has(name)) throw new Refusal('ZIP-DUPLICATE', `“${name}”出现两次`, '只留一份，重新压缩', name);
    seen.add(name);
    total += size;
    packed += inside;
    if (size > ZIP_LIMITS.small && size > inside * ZIP_LIMITS.ratio) throw bomb(name);
  }
  if (total > ZIP_LIMITS.total || (total > ZIP_LIMITS.small && total > packed * ZIP_LIMITS.ratio)) throw bomb('');
}

export function bomb(name: string): Refusal {
  const limit = ZIP_LIMITS.total / 1024 / 1024;
  return new Refusal(
    'ZIP-BOMB',
    `${name === '' ? '压缩包' : `“${name}”`}解开后大得不合常理（上限共 ${limit} MB，压缩不超过 ${ZIP_LIMITS.ratio} 倍），没有打开`,
    '只压缩整理好的数据文件',
    name,
  );
}
