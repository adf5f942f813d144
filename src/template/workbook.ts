/** The workbook to fill in by hand: a sheet per declared table, lists to choose from, a sheet with the steps. */
import type { Cell, CellStyle, ColumnDef, DataValidation, WriteSheet } from 'hucre';
import { writeXlsx } from 'hucre/xlsx';
import type { Reference } from '../load/reference.ts';
import { TABLES } from '../tables/index.ts';
import { isNumeric, type Column } from '../tables/kinds.ts';
import type { Row, TableDeclaration } from '../tables/table.ts';
import { choicesOf, headerOf, type Choices } from './labels.ts';
import { ASKED, columnLetters, FIRST_ROW, GUIDE_SHEET, LISTS_SHEET, MARK, ROOM, VERSION } from './layout.ts';
import { numberCell, TEXT_FORMAT, writtenText } from './cells.ts';

/** What to fill the workbook with; an empty one when left out. */
export interface Filling {
  readonly department: string;
  readonly year: string;
  /** Curated rows by table id. */
  readonly tables: ReadonlyMap<string, readonly Row[]>;
}

/** In every workbook, so that the same declarations give the same bytes whenever it is written. */
const DATE = new Date(0);
const HEAD: CellStyle = {
  font: { bold: true },
  fill: { type: 'pattern', pattern: 'solid', fgColor: { rgb: 'F1EDE2' } },
  alignment: { wrapText: true, vertical: 'center' },
};
const IDS: CellStyle = {
  font: { size: 8, color: { rgb: '6B665A' } },
  border: { bottom: { style: 'thin', color: { rgb: '3B3730' } } },
};
const TEXT: CellStyle = { numFmt: TEXT_FORMAT, alignment: { vertical: 'center', wrapText: true } };
const WIDTH = { least: 9, most: 26, text: 22, list: 18 } as const;

const STEPS: readonly string[] = [
  '在下面填写部门标识和财政年度。部门标识是“六位行政区划代码-简拼”，如 510811-xzspj；年度按文件覆盖的年度。',
  '一张表一个工作表，只填报告里有的表；没有的表空着。表头第二行是程序用的列名，不要改动，也不要删列。',
  '照印：文件印什么就填什么，不改正、不补算。空着是没有印出，0 是印出的零。',
  '金额一律万元。不要用公式；从别处粘贴时选“只粘贴数值”。',
  '有下拉选项的列从里面选；科目编码、项目可以填选项之外的。鼠标移到表头看每一列的说明，名称前有 * 的列必填。',
  '填好后拖进网站的“校验”页，或运行 npm run import，按提示改；没有错误再提交。',
];

/** The template, filled or empty. @param lists the classification codes to choose from */
export async function templateWorkbook(
  lists: Pick<Reference, 'functional' | 'economic'>,
  filling?: Filling,
): Promise<Uint8Array> {
  const columns = TABLES.flatMap((table) =>
    Object.keys(table.columns).flatMap((id) => {
      const choices = choicesOf(table, id, lists);
      return choices ? [{ key: `${table.id}/${id}`, choices }] : [];
    }),
  );
  const shared = [
    ...new Map(columns.map(({ choices }) => [[...choices.labels.values()].join('\n'), choices])).entries(),
  ];
  const placeOf = new Map(
    columns.map(({ key, choices }) => {
      const index = shared.findIndex(([text]) => text === [...choices.labels.values()].join('\n'));
      return [key, { choices, letter: columnLetters(index + 1) }] as const;
    }),
  );
  return writeXlsx({
    sheets: [
      guideSheet(filling),
      ...TABLES.map((table) => tableSheet(table, placeOf, filling?.tables.get(table.id) ?? [])),
      listsSheet(shared.map(([, choices]) => choices)),
    ],
    properties: { title: '明账：报告模板', creator: '明账', lastModifiedBy: '明账', created: DATE, modified: DATE },
  });
}

interface Place {
  readonly choices: Choices;
  /** Column of the lists' sheet. */
  readonly letter: string;
}

function tableSheet(table: TableDeclaration, places: ReadonlyMap<string, Place>, rows: readonly Row[]): WriteSheet {
  const cells = new Map<string, Partial<Cell>>();
  const dataValidations: DataValidation[] = [];
  const last = FIRST_ROW + Math.max(ROOM, rows.length);
  const columns = Object.entries(table.columns).map(([id, column], index): ColumnDef => {
    const place = places.get(`${table.id}/${id}`);
    cells.set(`0,${index}`, {
      value: `${column.required ? '*' : ''}${headerOf(table, id)}`,
      style: HEAD,
      comment: { text: noteOf(column) },
    });
    cells.set(`1,${index}`, { value: id, style: IDS });
    for (let line = 0; line < last - FIRST_ROW; line += 1) {
      const text = rows[line]?.[id] ?? '';
      const cell = cellOf(column, text, place?.choices.labels.get(text));
      if (cell) cells.set(`${FIRST_ROW + line},${index}`, cell);
    }
    if (place)
      dataValidations.push(
        listValidation(place, `${columnLetters(index)}${FIRST_ROW + 1}:${columnLetters(index)}${last}`),
      );
    const width = place ? WIDTH.list : column.kind === 'text' ? WIDTH.text : headerOf(table, id).length * 2;
    return {
      width: Math.min(Math.max(width, WIDTH.least), WIDTH.most),
    };
  });
  return {
    name: table.title,
    columns,
    rows: Array.from({ length: last }, () => columns.map(() => null)),
    cells,
    rowDefs: new Map([[0, { height: 33 }]]),
    dataValidations,
    freezePane: { rows: FIRST_ROW, columns: 1 },
    a11y: { summary: table.about, headerRow: 0 },
  };
}

/** Empty cells of text columns have their format, so that a code keeps its zeros; those of numbers need none. */
function cellOf(column: Column, text: string, label: string | undefined): Partial<Cell> | undefined {
  if (isNumeric(column)) return text === '' ? undefined : numberCell(text);
  return text === '' ? { style: TEXT } : { value: writtenText(label ?? text), style: TEXT };
}

/** What to write in a column, shown when the pointer is on its header. */
function noteOf({ about, unit, required, values }: Column): string {
  const lines = [about, unit ? `单位：${unit}` : '', required ? '必填' : '可空', values ? '从列表选' : ''];
  return lines.filter((line) => line !== '').join('\n');
}

function listValidation({ choices, letter }: Place, range: string): DataValidation {
  return {
    type: 'list',
    formula1: `'${LISTS_SHEET}'!$${letter}$2:$${letter}$${choices.labels.size + 1}`,
    allowBlank: true,
    range,
    showErrorMessage: true,
    errorStyle: choices.open ? 'warning' : 'stop',
    errorTitle: '不在列表里',
    errorMessage: choices.open ? '列表里没有这一项；确实是报告印出的，可以保留。' : '请从列表里选一项。',
  };
}

function guideSheet(filling: Filling | undefined): WriteSheet {
  const steps = STEPS.map((step, index) => [`第 ${index + 1} 步`, step]);
  const tables = TABLES.map(({ title, about }) => [title, about]);
  const rows = [
    ['明账：一份报告的模板', null],
    ...steps,
    [null, null],
    [ASKED.department, filling?.department ?? null],
    [ASKED.year, filling?.year ?? null],
    [null, null],
    ['各工作表', null],
    ...tables,
  ];
  const cells = new Map<string, Partial<Cell>>();
  rows.forEach(([label, text], row) => {
    const asked = Object.values(ASKED).some((one) => one === label);
    if (label) cells.set(`${row},0`, { value: label, style: row === 0 || asked ? HEAD : { font: { bold: true } } });
    const style = asked
      ? ({ ...TEXT, border: { bottom: { style: 'thin', color: { rgb: '3B3730' } } } } as const)
      : TEXT;
    if (text || asked) cells.set(`${row},1`, { value: text ?? null, style });
  });
  return {
    name: GUIDE_SHEET,
    columns: [{ width: 22 }, { width: 90 }],
    rows: rows.map(() => [null, null]),
    cells,
    view: { showGridLines: false },
  };
}

/** What the drop-down lists hold, a list to a column, the first column for what marks the workbook as a template. */
function listsSheet(lists: readonly Choices[]): WriteSheet {
  const texts = lists.map(({ labels }) => [...labels.values()]);
  const height = Math.max(...texts.map(({ length }) => length), 1);
  const column = (index: number) => texts.map((list) => (index === 0 ? '选项' : (list[index - 1] ?? null)));
  return {
    name: LISTS_SHEET,
    hidden: true,
    rows: Array.from({ length: height + 1 }, (_, row) => [
      row === 0 ? MARK : row === 1 ? VERSION : null,
      ...column(row),
    ]),
  };
}
