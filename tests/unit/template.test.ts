/** Template workbooks: filled from every curated report and read back; what a filled one may hold, and what is named. */
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { readXlsx, writeXlsx, type CellValue, type WriteSheet } from 'hucre/xlsx';
import Papa from 'papaparse';
import { beforeAll, describe, expect, test } from 'vitest';
import { readData } from '../../src/disk/read.ts';
import { readCsv } from '../../src/load/csv.ts';
import { loadReference } from '../../src/load/reference.ts';
import { formatIssue } from '../../src/messages/issue.ts';
import { isNumeric } from '../../src/tables/kinds.ts';
import { TABLES, tableById } from '../../src/tables/index.ts';
import type { Row } from '../../src/tables/table.ts';
import { choicesOf, columnOf, fromLabel } from '../../src/template/labels.ts';
import { isTemplate, readTemplate } from '../../src/template/read.ts';
import { templateWorkbook } from '../../src/template/workbook.ts';
import { numberText } from '../../src/template/cells.ts';

const files = readData('data');
const { reference } = loadReference(files);
const folders = [...files.keys()]
  .flatMap((path) => /^(data\/departments\/([^/]+)\/(\d{4})\/)report\.yaml$/.exec(path) ?? [])
  .filter((part) => part.endsWith('/'));

/** The rows of a CSV text without columns that no row fills. */
function rowsOf(text: string): Row[] {
  const { data } = Papa.parse<Row>(text.trimEnd(), { header: true });
  return data.map((row) => Object.fromEntries(Object.entries(row).filter(([, value]) => value !== '')));
}

test('there are five reports', () => expect(folders).toHaveLength(5));

describe.each(folders)('%s', (folder) => {
  const [, , department = '', year = ''] = folder.split('/');
  const curated = new Map(
    [...files]
      .filter(([path]) => path.startsWith(folder) && /^[^/]+\.csv$/.test(path.slice(folder.length)))
      .map(([path, { bytes }]) => [path.slice(folder.length, -4), new TextDecoder().decode(bytes)] as const),
  );

  test('fills the template and comes back as it was, with nothing to complain of', async () => {
    const tables = new Map([...curated].map(([id, text]) => [id, rowsOf(text)]));
    const first = await readTemplate(await templateWorkbook(reference, { department, year, tables }), 'a.xlsx');
    expect(first.issues).toEqual([]);
    expect([first.department, first.year]).toEqual([department, year]);
    expect(Object.fromEntries(first.files.map(({ table, text }) => [table, rowsOf(text)]))).toEqual(
      Object.fromEntries(tables),
    );
    for (const { table, name, text } of first.files) {
      const bytes = new TextEncoder().encode(text);
      expect(readCsv({ path: name, size: bytes.length, bytes }, tableById(table)!).issues).toEqual([]);
    }
  });
});

describe('the empty template', () => {
  let bytes: Uint8Array;
  beforeAll(async () => {
    bytes = await templateWorkbook(reference);
  });

  test('is the same bytes every time', async () =>
    expect(Buffer.compare(bytes, await templateWorkbook(reference))).toBe(0));

  test('has no data, and says that it is a template', async () => {
    expect(await readTemplate(bytes, 'a.xlsx')).toEqual({ department: '', year: '', files: [], issues: [] });
    expect(await isTemplate(bytes)).toBe(true);
  });

  test('has a sheet for every table: headers, ids, notes, a frozen head, lists, codes as text', async () => {
    const { sheets } = await readXlsx(bytes, { readStyles: true });
    expect(sheets.map(({ name }) => name)).toEqual(['说明', ...TABLES.map(({ title }) => title), '选项']);
    expect(sheets.at(-1)!.hidden).toBe(true);
    for (const table of TABLES) {
      const sheet = sheets.find(({ name }) => name === table.title)!;
      const ids = Object.keys(table.columns);
      expect(sheet.rows[1]).toEqual(ids);
      ids.forEach((id, index) => {
        const { about, required } = table.columns[id]!;
        const head = sheet.cells!.get(`0,${index}`)!;
        expect(String(head.value).startsWith('*')).toBe(required);
        expect(columnOf(table, String(head.value))).toBe(id);
        expect(head.comment?.text).toContain(about);
        const letter = String.fromCharCode(65 + index);
        const listed =
          sheet.dataValidations?.some(({ range, type }) => type === 'list' && range.startsWith(`${letter}3:`)) ?? false;
        expect([id, listed]).toEqual([id, choicesOf(table, id, reference) !== undefined]);
        const format = sheet.cells!.get(`2,${index}`)?.style?.numFmt ?? '';
        expect([id, format]).toEqual([id, isNumeric(table.columns[id]!) ? '' : '@']);
      });
      expect(sheet.freezePane).toMatchObject({ rows: 2 });
    }
  });

  test.each(TABLES.map((table) => [table.id, table] as const))('%s: every label leads back to its text', (_, table) => {
    for (const id of Object.keys(table.columns))
      for (const [text, label] of choicesOf(table, id, reference)?.labels ?? [])
        expect([id, fromLabel(table, id, label), fromLabel(table, id, text)]).toEqual([id, text, text]);
  });
});

/** The template with some cells typed over, by `sheet!row,column` from 0. */
async function typed(
  cells: Readonly<Record<string, CellValue | { formula: string; formulaResult?: CellValue }>>,
  more: WriteSheet[] = [],
) {
  const { sheets } = await readXlsx(await templateWorkbook(reference), { readStyles: true });
  for (const [place, value] of Object.entries(cells)) {
    const [name, cell] = place.split('!') as [string, string];
    const sheet = sheets.find((one) => one.name === name)!;
    const [row, column] = cell.split(',').map(Number) as [number, number];
    while (sheet.rows.length <= row) sheet.rows.push([]);
    if (typeof value === 'object' && value !== null && 'formula' in value)
      sheet.cells!.set(cell, { value: value.formulaResult ?? null, type: 'formula', ...value });
    else {
      sheet.rows[row]![column] = value;
      sheet.cells!.delete(cell);
    }
  }
  return writeXlsx({ sheets: [...(sheets as unknown as WriteSheet[]), ...more] });
}

const read = async (...given: Parameters<typeof typed>) => {
  const { files: found, issues } = await readTemplate(await typed(...given), '填好的.xlsx');
  return { files: found, said: issues.map(formatIssue) };
};

describe('a filled template', () => {
  test('numbers as typed, labels and ids alike, leading zeros, dates, a code with its name; places of every row', async () => {
    const { files: found, said } = await read({
      '支出!2,0': '基本支出',
      '支出!2,4': 457.27,
      '支出!5,0': 'project',
      '支出!5,4': 0.1 + 0.2,
      '支出!5,5': 1e-7,
      '支出!6,0': '信息化',
      '支出!6,1': '001',
      '支出!6,4': 1_234_567.8,
      '支出功能分类!2,0': '一般公共预算',
      '支出功能分类!2,1': '2010306 政务公开审批',
      '支出功能分类!2,2': '照印',
      '支出功能分类!3,0': 'general',
      '支出功能分类!3,1': 2010399,
      '支出功能分类!3,2': '别的',
    });
    expect(said).toEqual([]);
    const columns = Object.keys(tableById('expenditure')!.columns);
    expect(found.map(({ name, text }) => [name, rowsOf(text)])).toEqual([
      [
        'expenditure.csv',
        [
          { item: 'basic', [columns[4]!]: '457.27' },
          { item: 'project', [columns[4]!]: '0.3', [columns[5]!]: '0.0000001' },
          { item: '信息化', [columns[1]!]: '001', [columns[4]!]: '1234567.8' },
        ],
      ],
      [
        'functional.csv',
        [
          { fund: 'general', code: '2010306', name: '照印' },
          { fund: 'general', code: '2010399', name: '别的' },
        ],
      ],
    ]);
    expect(found[0]).toMatchObject({ sheet: '支出', rows: [2, 3, 6, 7], table: 'expenditure' });
    expect(found[0]!.columns[found[0]!.text.split('\n')[0]!.split(',').indexOf(columns[4]!)]).toBe('E');
  });

  test('formulas: the saved result with a notice, without one an error; errors, truth values, unknown sheets and columns', async () => {
    const { files: found, said } = await read(
      {
        '支出!2,0': '基本支出',
        '支出!2,3': { formula: 'SUM(D4:D5)', formulaResult: 12.5 },
        '支出!3,0': '项目支出',
        '支出!3,4': { formula: 'A1' },
        '支出!4,0': '本年支出合计',
        '支出!4,4': true,
        '支出!0,20': '别的列',
        '支出!2,20': 5,
      },
      [
        { name: 'Sheet1', rows: [['x', 1]] },
        { name: 'Sheet2', rows: [] },
      ],
    );
    const sheets = TABLES.map(({ title }) => title).join('、');
    expect(said).toEqual([
      expect.stringMatching(
        /^填好的\.xlsx \(支出!U1\) \[TEMPLATE-COLUMN\] 没有“别的列”这一列，它的 1 个数没有读取。支出表可用的列：item、/,
      ),
      '填好的.xlsx (支出!D3) [TEMPLATE-FORMULA] 这一格是公式 =SUM(D4:D5)，取了文件里存下的结果 12.5。数应照文件印出的填，不用公式计算。',
      '填好的.xlsx (支出!E4) [TEMPLATE-FORMULA] 这一格是公式 =A1，文件里没有存下它的结果。在 Excel 中重新保存，或“只粘贴数值”。',
      '填好的.xlsx (支出!E5) [TEMPLATE-VALUE] 这一格是逻辑值。改成文字或数。',
      `填好的.xlsx [TEMPLATE-SHEET] 没有约定“Sheet1”这个工作表，没有读取。删去它，或改名为：${sheets}。`,
    ]);
    expect(rowsOf(found[0]!.text)[0]).toMatchObject({ item: 'basic', initial: '12.5' });
  });

  test('other files are named, not read', async () => {
    const other = await writeXlsx({ sheets: [{ name: 'a', rows: [[1]] }] });
    const said = async (bytes: Uint8Array) => (await readTemplate(bytes, 'x.xlsx')).issues.map(formatIssue);
    expect(await said(other)).toEqual([
      'x.xlsx [TEMPLATE-OTHER] 这个工作簿不是由模板填写的。下载模板工作簿，把数填进去；或从 Excel 复制一张表，用“粘贴表格”。',
    ]);
    expect(await said(new TextEncoder().encode('no'))).toEqual([
      'x.xlsx [FORM-XLSX] 不是可以读取的工作簿：可能损坏、加了密码、大得不合常理，或是旧的 .xls 格式。在 Excel 或 WPS 中打开，另存为不加密码的 .xlsx 后再试。',
    ]);
    expect(await isTemplate(other)).toBe(false);
  });

  test.each([
    ['a cell at the far end', '<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>'],
    ['a cell beyond it', '<row r="99999999999"><c r="A99999999999"><v>1</v></c></row>'],
  ])('%s is refused', async (_, row) => {
    const inside = unzipSync(await templateWorkbook(reference));
    const name = 'xl/worksheets/sheet2.xml';
    inside[name] = strToU8(strFromU8(inside[name]!).replace('</sheetData>', `${row}</sheetData>`));
    expect((await readTemplate(zipSync(inside), 'x.xlsx')).issues.map(({ rule }) => rule)).toEqual(['FORM-XLSX']);
  });
});

test.each([
  [0.1 + 0.2, undefined, '0.3'],
  [715.87, 'General', '715.87'],
  [10.5, '0.00', '10.50'],
  [1234.5, '#,##0.00', '1234.50'],
  [1.005, '0.00', '1.005'],
  [1e21, undefined, '1000000000000000000000'],
  [-0.47, '0.0', '-0.47'],
  [0.9881, '0.00%', '98.81'],
  [0.5, '0%', '50'],
  [0.29, '0.0%', '29.0'],
])('%s in format %s is %s', (value, format, text) => expect(numberText(value, format)).toBe(text));
