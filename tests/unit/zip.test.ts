/** Zip files from anyone: what is read, and what is refused before it can do harm. Error texts are pinned. */
import { strToU8, zipSync, type Zippable } from 'fflate';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readZip, type ZipReading } from '../../src/load/zip.ts';
import { formatIssue } from '../../src/messages/issue.ts';

const DATE = new Date(1980, 0, 1, 12);
const zip = (files: Zippable) => zipSync(files, { mtime: DATE });
const texts = ({ files }: ZipReading) =>
  Object.fromEntries([...files].map(([name, bytes]) => [name, new TextDecoder().decode(bytes)]));
const said = ({ issues }: ZipReading) => issues.map(formatIssue);
const [SMALL, SIGNATURE] = [{ 'a.csv': strToU8('x\n') }, { central: 0x02014b50, end: 0x06054b50 }];

/** Where a record starts. */
function at(bytes: Uint8Array, signature: number): number {
  const view = new DataView(bytes.buffer, bytes.byteOffset);
  for (let place = bytes.length - 4; place >= 0; place -= 1)
    if (view.getUint32(place, true) === signature) return place;
  throw new Error('no such record');
}

/** A zip with bytes of its directory changed: offsets from the last central record, or from the end record. */
function changed(
  files: Zippable,
  record: keyof typeof SIGNATURE,
  offset: number,
  bytes: readonly number[],
): Uint8Array {
  const file = zip(files);
  file.set(bytes, at(file, SIGNATURE[record]) + offset);
  return file;
}

/** A zip whose only entry has these bytes for a name, here and in the directory. */
function named(name: readonly number[], marked = false): Uint8Array {
  const file = zip({ ['n'.repeat(name.length)]: strToU8('x') });
  const central = at(file, SIGNATURE.central);
  file.set(name, 30);
  file.set(name, central + 46);
  file[central + 9] = marked ? 8 : 0;
  return file;
}

const ascii = (text: string) => [...text].map((char) => char.charCodeAt(0));
/** 决算.csv in GBK. */
const GBK_NAME = [0xbe, 0xf6, 0xcb, 0xe3, ...ascii('.csv')];

test('reads what it is given, folders left out', () => {
  const read = readZip(
    zip({ data: { 'a.csv': strToU8('一\n'), 'b.md': [strToU8('二'), { level: 0 }] }, 空: {} }),
    'x.zip',
  );
  expect(texts(read)).toEqual({ 'data/a.csv': '一\n', 'data/b.md': '二' });
  expect(read.issues).toEqual([]);
});

test('names in GBK without a mark are read as GBK, and this is said', () => {
  const read = readZip(named(GBK_NAME), 'x.zip');
  expect(texts(read)).toEqual({ '决算.csv': 'x' });
  expect(said(read)).toEqual([
    'x.zip [ZIP-NAMES] 压缩包里有 1 个文件名没有标明编码，按 GBK 读，如“决算.csv”。名字若不对，改用会写 UTF-8 文件名的压缩软件。',
  ]);
});

const path = (name: string) =>
  `x.zip [ZIP-PATH] 文件名“${name}”会落到压缩包之外的地方，没有打开。用系统自带的压缩功能重新压缩。`;
const many = (count: number) =>
  `x.zip [ZIP-ENTRIES] 压缩包里有 ${count} 个文件，超过 10000 个的上限，没有打开。只压缩一个 data 文件夹或部门文件夹。`;
const bombed = (what: string, place: string) =>
  `${place} [ZIP-BOMB] ${what}解开后大得不合常理（上限共 100 MB，压缩不超过 200 倍），没有打开。只压缩整理好的数据文件。`;
const cut = (what: string) => `x.zip [ZIP-BROKEN] 不是完整的 zip 压缩包（${what}）。重新压缩，或直接选择文件夹。`;
const zeros = (size: number) => new Uint8Array(size);
const noise = (size: number) => Uint8Array.from({ length: size }, (_, index) => ((index * 2654435761) >>> 13) & 0xff);
const u32 = (value: number) => [value & 0xff, (value >>> 8) & 0xff, (value >>> 16) & 0xff, value >>> 24];
const numbered = (count: number) =>
  Object.fromEntries(Array.from({ length: count }, (_, index) => [`${index}`, new Uint8Array()]));

describe('refused', () => {
  test.each<[string, Uint8Array, string]>([
    ['a way up', zip({ 'data/../../x.csv': strToU8('x') }), path('data/../../x.csv')],
    ['an absolute path', zip({ '/etc/x': strToU8('x') }), path('/etc/x')],
    ['a drive', zip({ 'C:/x': strToU8('x') }), path('C:/x')],
    ['a backslash', zip({ '..\\x': strToU8('x') }), path('..\\x')],
    ['a zero byte', named(ascii('a\0.csv')), path('a\\0.csv')],
    ['10,001 files', zip(numbered(10_001)), many(10_001)],
    [
      'a link',
      zip({ 'data/a': [strToU8('/etc/passwd'), { os: 3, attrs: (0xa1ff << 16) >>> 0 }] }),
      'x.zip/data/a [ZIP-LINK] “data/a”是指向别处的链接。把链接换成文件本身，重新压缩。',
    ],
    [
      'a password',
      changed(SMALL, 'central', 8, [1]),
      'x.zip/a.csv [ZIP-ENCRYPTED] “a.csv”加了密码。不设密码，重新压缩。',
    ],
    [
      'another method',
      changed(SMALL, 'central', 10, [14]),
      'x.zip/a.csv [ZIP-METHOD] “a.csv”的压缩方法（14）不认识。用普通的 zip 格式重新压缩。',
    ],
    [
      'a zip inside',
      zip({ 'data/b.ZIP': zip(SMALL) }),
      'x.zip/data/b.ZIP [ZIP-NESTED] 压缩包里还有压缩包“data/b.ZIP”。先解开里面的压缩包。',
    ],
    ['a bomb that says so', zip({ 'a.csv': zeros(2 * 1024 * 1024) }), bombed('“a.csv”', 'x.zip/a.csv')],
    [
      '101 MB in all',
      changed({ 'a.csv': [noise(600_000), { level: 0 }] }, 'central', 24, u32(101 * 1024 * 1024)),
      bombed('压缩包', 'x.zip'),
    ],
    [
      'a bomb that lies about its size',
      changed({ 'a.csv': zeros(2 * 1024 * 1024) }, 'central', 24, u32(10)),
      bombed('“a.csv”', 'x.zip/a.csv'),
    ],
    [
      'names in no encoding',
      named([0xff, 0xff, 0x41]),
      'x.zip [ZIP-NAMES] 压缩包里有文件名既不是 UTF-8 也不是 GBK。用英文和数字给文件命名，重新压缩。',
    ],
    [
      'GBK marked as UTF-8',
      named(GBK_NAME, true),
      'x.zip [ZIP-NAMES] 压缩包里有文件名既不是 UTF-8 也不是 GBK。用英文和数字给文件命名，重新压缩。',
    ],
    ['no zip', strToU8('hello'), cut('没有结尾的目录')],
    ['nothing', new Uint8Array(), cut('没有结尾的目录')],
    ['a count that is wrong', changed(SMALL, 'end', 10, [7]), cut('目录写 7 个文件，实有 1 个')],
    ['another content', changed(SMALL, 'central', 16, u32(1)), cut('“a.csv”的内容与目录不符')],
    ['a place outside', changed(SMALL, 'central', 42, u32(9_999_999)), cut('找不到“a.csv”')],
  ])('%s', (_, bytes, expected) => {
    const read = readZip(bytes, 'x.zip');
    expect(said(read)).toEqual([expected]);
    expect(read.files.size).toBe(0);
  });

  test('the same name twice', () => {
    const file = zip({ 'a.csv': strToU8('x'), 'b.csv': strToU8('x') });
    const central = at(file, SIGNATURE.central);
    file.set(ascii('a.csv'), central + 46);
    expect(said(readZip(file, 'x.zip'))).toEqual(['x.zip/a.csv [ZIP-DUPLICATE] “a.csv”出现两次。只留一份，重新压缩。']);
  });

  test('100,000 files, counted as ZIP64 counts', () => {
    const [record, locator, end] = [new Uint8Array(56), new Uint8Array(20), new Uint8Array(22)];
    new DataView(record.buffer).setUint32(0, 0x06064b50, true);
    new DataView(record.buffer).setBigUint64(32, 100_000n, true);
    new DataView(locator.buffer).setUint32(0, 0x07064b50, true);
    new DataView(end.buffer).setUint32(0, SIGNATURE.end, true);
    new DataView(end.buffer).setUint16(10, 0xffff, true);
    expect(said(readZip(new Uint8Array([...record, ...locator, ...end]), 'x.zip'))).toEqual([many(100_000)]);
  });
});

test('whatever is broken in a zip, reading it ends with files or with a reason, never with an error', () => {
  const good = zip({ data: { 'a.csv': strToU8('a,b\n1,2\n'.repeat(50)), 'b.md': strToU8('二') } });
  fc.assert(
    fc.property(
      fc.array(fc.tuple(fc.nat(good.length - 1), fc.nat(255)), { maxLength: 4 }),
      fc.nat(good.length),
      (edits, length) => {
        const bytes = good.slice();
        for (const [place, value] of edits) bytes[place] = value;
        for (const one of [bytes, bytes.slice(0, length)]) {
          const { files, issues } = readZip(one, 'x.zip');
          if (issues.some(({ severity }) => severity === 'error') !== (files.size === 0))
            throw new Error('both, or neither');
        }
      },
    ),
    { numRuns: 300 },
  );
});
