/** `report.yaml`: a new one with guidance for the curator, or a curated one with a source or an absent table added. */
import { isMap, isScalar, parseDocument, stringify } from 'yaml';
import { UNCHECKED } from '../checks/draft.ts';
import { ABSENT, KINDS, LEDGERS, ORIGINS } from '../tables/report.ts';
import { addToList, removeFromList } from './list.ts';
import type { Kind, SourceFacts } from './source.ts';

/** The line by which editors find the schema, from a file at `depth` folders below the project. */
export function schemaLine(name: string, depth: number): string {
  return `# yaml-language-server: $schema=${'../'.repeat(depth)}public/schemas/${name}.schema.json\n`;
}

const words = (values: Readonly<Record<string, string>>) =>
  Object.entries(values)
    .map(([value, meaning]) => `${value} ${meaning}`)
    .join('｜');

/** One scalar as YAML writes it on one line, quoted where it must be, or always. */
export function scalar(value: string, quoted = false): string {
  const options = {
    lineWidth: 0,
    blockQuote: false,
    ...(quoted ? { defaultStringType: 'QUOTE_SINGLE' as const } : {}),
  };
  return stringify(value, options).trim();
}

/** A report without sources, for a curator or an import to fill. `schemas`: whether the schemas are where the folder is. */
export function newReport(department: string, year: number, kinds: readonly Kind[], schemas: boolean): string {
  return `${schemas ? schemaLine('report', 4) : ''}department: ${department} # 与文件夹同名
year: ${year} # 财政年度，按账目所属的年度，不按标题
kinds: [${kinds.join(', ')}] # ${words(KINDS)}
coverage: ${UNCHECKED}：含哪些单位、哪些资金 # 口径，照文件写几个字
# scope: { units: own, funds: treasury } # 口径的归类：own 本级｜consolidated 含下属单位；treasury 全部为财政拨款｜mixed 还有其他资金；文件没说就不写
# history: # 在本站的变更，从旧到新
#   - { date: '2026-01-31', text: 首次收录 }
# evaluation: # 自评的结论、问题、建议，用自己的话，每条一句
#   { results: [], problems: [], suggestions: [] }
# findings: # 文件自己前后不一的地方；npm run validate 会给出可以照抄的一行
#   - id: basic-expenditure # 永久标识
#     grade: explain # conclusion 影响结论｜explain 需要说明｜slip 笔误或尾差
#     explanation: 两处相差多少，有什么可以解释；不说谁错
#     occurrences: []
absent: [] # 没有的表：{ table: 表, reason: 原因, note: 可省 }；原因：${words(ABSENT)}
sources: [] # 来源，每份文件一条；npm run import 会填，自己填时照 docs/curating.md
`;
}

/** A source to be recorded. */
export interface NewSource {
  readonly id: string;
  readonly publisher: string;
  readonly facts: SourceFacts;
  readonly ledger: keyof typeof LEDGERS;
}

/** The text with a source at the end of `sources`. */
export function addSource(text: string, { id, publisher, facts, ledger }: NewSource): string {
  const entries: [string, string | number, string?][] = [
    ['id', id],
    ['title', facts.title.slice(0, 200)],
    ['publisher', publisher],
    facts.date === undefined
      ? ['# date', "'2026-01-31'", '文件所印的日期，照原件填']
      : ['date', facts.date, '文件所印的发布日期'],
    ['# url', 'https://…', '原始网址；还可以写 archived_url 存档网址、retrieved 取得日期'],
    ['file', facts.file],
    ['sha256', facts.sha256],
    ...(facts.lines === undefined ? [] : [['lines', facts.lines] as [string, number]]),
    ['text_origin', facts.origin, words(ORIGINS)],
    ['ledger', ledger, words(LEDGERS)],
  ];
  const written = entries.map(([key, value, comment], index) => {
    const shown = typeof value === 'number' || key.startsWith('#') ? String(value) : scalar(value, key === 'date');
    const mark = key.startsWith('#') ? '# ' : '';
    return `${index === 0 ? '- ' : '  '}${mark}${key.replace('# ', '')}: ${shown}${comment ? ` # ${comment}` : ''}`;
  });
  const value = Object.fromEntries(entries.filter(([key]) => !key.startsWith('#')).map(([key, one]) => [key, one]));
  return addToList(text, 'sources', { lines: written, value });
}

/** The text with an absent table at the end of `absent`, where it is not listed yet. */
export function addAbsent(text: string, entry: { table: string; reason: string; note: string }): string {
  if (reportLists(text).absent.some(({ table }) => table === entry.table)) return text;
  const note =
    entry.note === ''
      ? ''
      : `, note: ${stringify(entry.note.slice(0, 200), { lineWidth: 0, defaultStringType: 'QUOTE_DOUBLE' }).trim()}`;
  const { table, reason } = entry;
  const value = { table, reason, ...(entry.note === '' ? {} : { note: entry.note.slice(0, 200) }) };
  return addToList(text, 'absent', { lines: [`- { table: ${table}, reason: ${reason}${note} }`], value });
}

/** The text without the entry for a table that is there after all. */
export function withoutAbsent(text: string, table: string): string {
  const index = reportLists(text).absent.findIndex((entry) => entry.table === table);
  return index < 0 ? text : removeFromList(text, 'absent', index);
}

/** The text with a kind added. */
export function addKind(text: string, kind: Kind): string {
  return addToList(text, 'kinds', { lines: [`- ${kind}`], value: kind });
}

/** What a report's YAML lists, as far as it can be read: it may be unfinished and break its schema. */
export interface ReportLists {
  readonly kinds: readonly string[];
  readonly sources: readonly {
    readonly id: string;
    readonly sha256: string;
    readonly ledger: string;
    readonly supersedes?: string;
  }[];
  readonly absent: readonly { readonly table: string; readonly note: string }[];
}

export function reportLists(text: string): ReportLists {
  const value = (parseDocument(text).toJS() ?? {}) as Record<string, unknown>;
  const list = (key: string) => (Array.isArray(value[key]) ? (value[key] as unknown[]) : []);
  const maps = (key: string) =>
    list(key).filter((one): one is Record<string, unknown> => typeof one === 'object' && one !== null);
  const string = (one: unknown) => (typeof one === 'string' ? one : '');
  return {
    kinds: list('kinds').map(string),
    sources: maps('sources').map(({ id, sha256, ledger }) => ({
      id: string(id),
      sha256: string(sha256),
      ledger: string(ledger),
    })),
    absent: maps('absent').map(({ table, note }) => ({ table: string(table), note: string(note) })),
  };
}

/** The text with the ledger of a source said to be partial, when it said that there is none. */
export function withLedger(text: string, source: number): string {
  const node = parseDocument(text).getIn(['sources', source], true);
  const value = isMap(node) ? node.get('ledger', true) : undefined;
  if (!isScalar(value) || value.value !== 'none' || !value.range) return text;
  return `${text.slice(0, value.range[0])}partial${text.slice(value.range[1])}`;
}
