import * as fc from 'fast-check';
import { zipSync } from 'fflate';
import { writeXlsx, type WriteSheet } from 'hucre';
import { describe, expect, test } from 'vitest';
import * as XLSX from '@e965/xlsx';
import { readDocument } from '../../src/documents/read.ts';
import { outlineOf, refusalOf } from './outline.ts';

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);
/** A zip with fixed dates. */
const zip = (files: Readonly<Record<string, Uint8Array>>, level: 0 | 6 = 6): Uint8Array<ArrayBuffer> =>
  new Uint8Array(zipSync(files, { level, mtime: new Date(2020, 0, 1) }));

function docx(body: string, more: Readonly<Record<string, Uint8Array>> = {}): Uint8Array {
  return zip({
    ...more,
    '[Content_Types].xml': utf8(
      '<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>',
    ),
    '_rels/.rels': utf8(
      '<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>',
    ),
    'word/document.xml': utf8(
      `<?xml version="1.0"?><w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>${body}</w:body></w:document>`,
    ),
  });
}

const p = (text: string) => `<w:p><w:r><w:t>${text}</w:t></w:r></w:p>`;
const tc = (text: string, properties = '') =>
  `<w:tc><w:tcPr>${properties}</w:tcPr>${text.split('/').map(p).join('')}</w:tc>`;
const tr = (...cells: readonly string[]) => `<w:tr>${cells.join('')}</w:tr>`;

describe('Word', () => {
  test('paragraphs and tables with merged cells', async () => {
    const table = [
      tr(tc('项目', '<w:vMerge w:val="restart"/>'), tc('决算数', '<w:gridSpan w:val="2"/>')),
      tr(tc('', '<w:vMerge/>'), tc('上年'), tc('本年')),
      tr(tc('基本/支出'), tc(''), tc('1,234.50/2.00')),
    ];
    const file = docx(`${p('一、收入')}${p('收入12.34万元。')}<w:tbl>${table.join('')}</w:tbl>${p('注：无')}`);
    expect(await outlineOf('a.docx', file)).toEqual([
      'L1 ¶ 一、收入',
      'L2 ¶ 收入12.34万元。',
      '#',
      '0(1x2)=项目 | 1(2x1)=决算数',
      '1=上年 | 2=本年',
      '0=基本支出 | 1= | 2=1,234.50 2.00',
      'L6 ¶ 注：无',
    ]);
    // The name of a file is not believed.
    expect((await readDocument({ name: 'a.txt', bytes: file })).document!.format).toBe('word');
  });

  test('numbers that Word counts are written out; hidden text is not', async () => {
    const level = (at: number, format: string, text: string) =>
      `<w:lvl w:ilvl="${at}"><w:start w:val="1"/><w:numFmt w:val="${format}"/><w:lvlText w:val="${text}"/></w:lvl>`;
    const numbering = `<?xml version="1.0"?><w:numbering xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">
      <w:abstractNum w:abstractNumId="4">${level(0, 'chineseCountingThousand', '%1、')}${level(1, 'decimal', '（%1.%2）')}</w:abstractNum>
      <w:abstractNum w:abstractNumId="5">${level(0, 'bullet', '•')}</w:abstractNum>
      <w:num w:numId="1"><w:abstractNumId w:val="4"/></w:num>
      <w:num w:numId="2"><w:abstractNumId w:val="4"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="11"/></w:lvlOverride></w:num>
      <w:num w:numId="3"><w:abstractNumId w:val="5"/></w:num></w:numbering>`;
    const item = (list: number, at: number, text: string) =>
      `<w:p><w:pPr><w:numPr><w:ilvl w:val="${at}"/><w:numId w:val="${list}"/></w:numPr></w:pPr><w:r><w:t>${text}</w:t></w:r></w:p>`;
    const hidden = '<w:p><w:r><w:t>支出1</w:t></w:r><w:r><w:rPr><w:vanish/></w:rPr><w:t>草稿2</w:t></w:r></w:p>';
    const body = [
      item(1, 0, '收入'),
      item(1, 1, '财政'),
      item(1, 1, '其他'),
      p('正文'),
      item(1, 0, '支出'),
      item(1, 1, '基本'),
      item(3, 0, '点'),
      item(2, 0, '采购'),
      item(2, 0, '资产'),
      item(9, 0, '无此列表'),
      hidden,
    ].join('');
    expect(await outlineOf('a.docx', docx(body, { 'word/numbering.xml': utf8(numbering) }))).toEqual([
      'L1 ¶ 一、收入',
      'L2 ¶ （一.1）财政',
      'L3 ¶ （一.2）其他',
      'L4 ¶ 正文',
      'L5 ¶ 二、支出',
      'L6 ¶ （二.1）基本',
      'L7 ¶ 点',
      'L8 ¶ 十一、采购',
      'L9 ¶ 十二、资产',
      'L10 ¶ 无此列表',
      'L11 ¶ 支出1',
    ]);
  });

  test('three lines of tab stops or more are a table', async () => {
    const tabbed = (...cells: readonly string[]) =>
      `<w:p><w:r>${cells.map((cell) => `<w:t>${cell}</w:t>`).join('<w:tab/>')}</w:r></w:p>`;
    const rows = [tabbed('项目', '', '决算数'), tabbed('基本支出', '1', '20.00'), tabbed('项目支出', '2')];
    const file = docx(`${tabbed('部门：某部门', '单位：万元')}${p('表')}${rows.join('')}${p('注：无')}`);
    expect(await outlineOf('a.docx', file)).toEqual([
      'L1 ¶ 部门：某部门 单位：万元',
      'L2 ¶ 表',
      '#',
      '0=项目 | 1= | 2=决算数',
      '0=基本支出 | 1=1 | 2=20.00',
      '0=项目支出 | 1=2',
      'L6 ¶ 注：无',
    ]);
  });

  test('a document without text, and one that is damaged', async () => {
    expect(await refusalOf('a.docx', docx(''))).toEqual(['DOCUMENT-EMPTY 文件里没有文字']);
    expect(await refusalOf('a.docx', zip({ 'word/document.xml': utf8('<w:document') }))).toEqual([
      'DOCUMENT-BROKEN Word 文件不完整或已损坏，无法读取',
    ]);
    expect(await refusalOf('a.docx', docx(p('甲')).subarray(0, 300))).toEqual([
      'DOCUMENT-BROKEN 压缩格式 文件不完整或已损坏，无法读取',
    ]);
  });
});

describe('workbooks', () => {
  const workbook = (...sheets: readonly WriteSheet[]) => writeXlsx({ sheets: [...sheets] });

  test('a sheet is a table; title, unit and notes are paragraphs; places are cells', async () => {
    const bytes = await workbook({
      name: 'GK03',
      rows: [
        ['支出决算表', null, null],
        [null, null, '公开03表'],
        ['部门：某部门', null, '单位：万元'],
        ['项目', '决算数', null],
        [null, '上年', '本年'],
        ['基本支出', 0.1 + 0.2, 1234.5],
        ['注：无', null, null],
      ],
      merges: [
        { startRow: 3, startCol: 0, endRow: 4, endCol: 0 },
        { startRow: 3, startCol: 1, endRow: 3, endCol: 2 },
      ],
    });
    const { document } = await readDocument({ name: 'a.xlsx', bytes });
    expect(document!.lines.map(({ at, text }) => `${at} ${text}`)).toEqual([
      'GK03!A1 支出决算表',
      'GK03!C2 公开03表',
      'GK03!A3 部门：某部门',
      'GK03!C3 单位：万元',
      'GK03!A4 项目',
      'GK03!B4 决算数',
      'GK03!B5 上年',
      'GK03!C5 本年',
      'GK03!A6 基本支出',
      'GK03!B6 0.3',
      'GK03!C6 1234.5',
      'GK03!A7 注：无',
    ]);
    expect(await outlineOf('a.xlsx', bytes)).toEqual([
      'GK03!A1 ¶ 支出决算表',
      'GK03!C2 ¶ 公开03表',
      'GK03!A3 ¶ 部门：某部门',
      'GK03!C3 ¶ 单位：万元',
      '#GK03',
      '0(1x2)=项目 | 1(2x1)=决算数',
      '1=上年 | 2=本年',
      '0=基本支出 | 1=0.3 | 2=1234.5',
      'GK03!A7 ¶ 注：无',
    ]);
  });

  test.each([
    [1234.5, '#,##0.00', '1,234.50'],
    [1.005, '0.00', '1.01'],
    [-1234.5, '#,##0.00;-#,##0.00', '-1,234.50'],
    [0.12345, '0.00%', '12.35%'],
    [1234567.125, '0.00', '1234567.13'],
    [0.1 + 0.2, 'General', '0.3'],
    [1e21, 'General', '1000000000000000000000'],
    [2010301, '@', '2010301'],
    [new Date(Date.UTC(2023, 11, 31)), 'yyyy-mm-dd', '2023-12-31'],
  ])('%s shown by %s', async (value, numFmt, expected) => {
    const cells = new Map([
      ['0,0', { value, type: value instanceof Date ? ('date' as const) : ('number' as const), style: { numFmt } }],
    ]);
    const bytes = await workbook({ name: 'S', rows: [[value]], cells });
    const { document } = await readDocument({ name: 'a.xlsx', bytes });
    expect(document!.lines.map(({ text }) => text)).toEqual([expected]);
  });

  test('hidden sheets are named, not read; progress tells sheets', async () => {
    const bytes = await workbook(
      { name: '甲', rows: [['项目', 1]] },
      { name: '乙', rows: [['项目', 2]], hidden: true },
    );
    const told: string[] = [];
    const { document, issues } = await readDocument({ name: 'a.xlsx', bytes }, (done, total) =>
      told.push(`${done}/${total}`),
    );
    expect(document!.lines.map(({ at }) => at)).toEqual(['甲!A1', '甲!B1']);
    expect(issues.map(({ severity, rule, problem }) => [severity, rule, problem])).toEqual([
      ['notice', 'DOCUMENT-HIDDEN', '工作表“乙”是隐藏的，没有读取'],
    ]);
    expect(told).toEqual(['1/2', '2/2']);
  });

  test('old workbooks (.xls)', async () => {
    const book = XLSX.utils.book_new();
    XLSX.utils.book_append_sheet(
      book,
      XLSX.utils.aoa_to_sheet([
        ['项目', '金额'],
        ['基本支出', 1234.5],
      ]),
      '表一',
    );
    const bytes = new Uint8Array(XLSX.write(book, { type: 'array', bookType: 'biff8' }) as ArrayBuffer);
    expect(await outlineOf('a.xls', bytes)).toEqual(['#表一', '0=项目 | 1=金额', '0=基本支出 | 1=1234.5']);
  });

  test('a cell at the far corner', async () => {
    const sheet =
      '<?xml version="1.0"?><worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData><row r="1"><c r="A1"><v>1</v></c></row><row r="1048576"><c r="XFD1048576"><v>2</v></c></row></sheetData></worksheet>';
    const { default: JSZip } = await import('jszip');
    const book = await JSZip.loadAsync(await workbook({ name: 'S', rows: [[1]] }));
    book.file('xl/worksheets/sheet1.xml', sheet);
    expect(await refusalOf('a.xlsx', await book.generateAsync({ type: 'uint8array', compression: 'DEFLATE' }))).toEqual(
      ['DOCUMENT-BROKEN Excel 文件不完整或已损坏，无法读取'],
    );
  });
});

describe('what is refused', () => {
  const ole = (part: string) =>
    Uint8Array.from([
      0xd0,
      0xcf,
      0x11,
      0xe0,
      0xa1,
      0xb1,
      0x1a,
      0xe1,
      ...new Uint8Array(504),
      ...Buffer.from(part, 'utf16le'),
    ]);

  test.each([
    ['a.doc', ole('WordDocument'), 'DOCUMENT-FORMAT 文件是旧版 Word 文档（.doc），不能直接读取'],
    ['a.wps', ole('WordDocument'), 'DOCUMENT-FORMAT 文件是WPS 文字文档（.wps），不能直接读取'],
    ['a.xlsx', ole('EncryptedPackage'), 'DOCUMENT-PASSWORD 文件加了密码，无法读取'],
    ['a.ppt', ole('PowerPoint'), 'DOCUMENT-FORMAT 文件是旧版办公文档，不能直接读取'],
    ['a.et', ole('Workbook'), 'DOCUMENT-BROKEN Excel 文件不完整或已损坏，无法读取'],
    [
      'a.pdf',
      Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10]),
      'DOCUMENT-FORMAT 文件是一张图片，不能直接读取',
    ],
    ['a.jpg', Uint8Array.from([0xff, 0xd8, 0xff, 0xe0]), 'DOCUMENT-FORMAT 文件是一张图片，不能直接读取'],
    ['a.doc', utf8('{\\rtf1 x}'), 'DOCUMENT-FORMAT 文件是RTF 文档，不能直接读取'],
    ['a.rar', utf8('Rar!\u001a'), 'DOCUMENT-FORMAT 文件是一个压缩包，不能直接读取'],
    ['a.ofd', zip({ 'OFD.xml': utf8('<a/>') }), 'DOCUMENT-FORMAT 文件是OFD 版式文件，不能直接读取'],
    ['a.ods', zip({ 'content.xml': utf8('<a/>') }), 'DOCUMENT-FORMAT 文件是OpenDocument 文档，不能直接读取'],
    ['a.zip', zip({ 'a.txt': utf8('甲') }), 'DOCUMENT-FORMAT 文件是一个压缩包，不是 Word 或 Excel 文件'],
    [
      'a.docx',
      zip({ 'word/document.xml': utf8('<a/>'), '../a.xml': utf8('') }),
      'DOCUMENT-SIZE 压缩包里有指向别处的文件名“../a.xml”，不像正常的办公文件，没有解开',
    ],
  ])('%s', async (name, bytes, expected) => {
    expect(await refusalOf(name, bytes)).toEqual([expected]);
  });

  test('sizes are looked at before anything is unpacked', async () => {
    const zeros = zip({ 'word/document.xml': new Uint8Array(21 * 1024 * 1024) });
    expect(await refusalOf('a.docx', zeros)).toEqual([
      'DOCUMENT-SIZE 压缩包解开后是原来的 500 倍以上，不像正常的办公文件，没有解开',
    ]);
    // The directory claims another size than the data has.
    const view = new DataView(zeros.buffer);
    const directory = view.getUint32(zeros.length - 6, true);
    view.setUint32(directory + 24, 300 * 1024 * 1024, true);
    expect(await refusalOf('a.docx', zeros)).toEqual([
      'DOCUMENT-SIZE 压缩包解开后超过 200 MB，不像正常的办公文件，没有解开',
    ]);
    view.setUint32(directory + 24, 1000, true);
    expect(await refusalOf('a.docx', zeros)).toEqual([
      'DOCUMENT-SIZE 压缩包里的文件比它声明的大，不像正常的办公文件，没有解开',
    ]);
    const crowd = Object.fromEntries(Array.from({ length: 10_001 }, (_, i) => [`a/${i}`, new Uint8Array()]));
    expect(await refusalOf('a.xlsx', zip(crowd, 0))).toEqual([
      'DOCUMENT-SIZE 压缩包里有 10001 个文件，超过 10000 个，不像正常的办公文件，没有解开',
    ]);
    expect(await refusalOf('a.pdf', new Uint8Array(60 * 1024 * 1024 + 1))).toEqual([
      'DOCUMENT-SIZE 文件有 60.0 MB，超过 60.0 MB 的上限',
    ]);
  });

  test('whatever the bytes, there is a document or an issue that says what to do', async () => {
    const heads: Uint8Array[] = ['', '%PDF-1.7\n', 'PK\u0003\u0004', '<html>', '<table><tr><td>', '\t', '{\\rtf'].map(
      utf8,
    );
    heads.push(Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0]), docx(p('甲')), ole('Workbook'));
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...heads),
        fc.uint8Array({ maxLength: 600 }),
        fc.nat(600),
        async (head, tail, cutAt) => {
          const bytes = Uint8Array.from([...head.subarray(0, cutAt + 8), ...tail]);
          const { document, issues } = await readDocument({ name: 'a', bytes });
          const remedies = issues.map(({ remedy }) => remedy.length);
          expect(document ? document.blocks.length : Math.max(...remedies, 0)).toBeGreaterThan(document ? 0 : 5);
        },
      ),
      { numRuns: 60 },
    );
  });
});
