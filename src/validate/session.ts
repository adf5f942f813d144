/** One drop from its files to its issues: pure, so that the worker, the tests and the command line say the same. */
import { MAX_BYTES, type DataFile } from '../load/files.ts';
import { formatIssue, sortIssues, spreadsheetCell, type Issue } from '../messages/issue.ts';
import { siteOf } from '../site/site-of.ts';
import type { Site } from '../site/site.ts';
import { tableById } from '../tables/index.ts';
import { previewView, type PreviewView } from '../views/preview.ts';
import { CONVERTIBLE, decodeAny, toUtf8 } from './convert.ts';
import type { Answers, Dropped, Laying, Outcome, Packed, ShownIssue, ShownRow, SiteLists } from './dropped.ts';
import { layOut, type Layout } from './layout.ts';
import { pack } from './pack.ts';
import { pasted } from './paste.ts';
import { rowOf } from './rows.ts';
import { standIns } from './standins.ts';
import { unpack, type Unpacked } from './unpack.ts';

const NOTHING: Answers = { department: '', year: '', tables: {} };

export class Session {
  readonly #lists: SiteLists;
  #unpacked: Unpacked = { files: [], origins: new Map(), place: { department: '', year: '' }, issues: [] };
  #answers = NOTHING;
  #layout: Layout = { places: new Map(), whole: false, question: undefined, outside: [], issues: [] };
  #site: Site | undefined;
  /** What was wrong with pasted tables, by table. */
  readonly #pasted = new Map<string, readonly Issue[]>();

  constructor(lists: SiteLists) {
    this.#lists = lists;
  }

  /** Opens the files and finds their places. */
  async lay(dropped: readonly Dropped[]): Promise<Laying> {
    this.#unpacked = await unpack(dropped);
    this.#answers = { ...NOTHING, ...this.#unpacked.place };
    return this.#layOut();
  }

  answer(answers: Answers): Laying {
    this.#answers = answers;
    return this.#layOut();
  }

  /** Takes in a table pasted from a spreadsheet, in place of an earlier one. */
  paste(text: string, table: string): Laying {
    const path = `${table}.csv`;
    const { csv, issues } = pasted(text, tableById(table)!, path);
    const bytes = new TextEncoder().encode(csv);
    const file: Dropped = { path, size: bytes.length, bytes, table };
    const others = this.#unpacked.files.filter(
      (other) => this.#layout.places.get(other.path)?.endsWith(`/${path}`) !== true && other.path !== path,
    );
    this.#unpacked = { ...this.#unpacked, files: csv === '' ? others : [...others, file] };
    this.#pasted.set(table, issues);
    return this.#layOut();
  }

  /** Makes files UTF-8 with LF; those whose encoding is unknown stay as they are. @param paths in the repository */
  convert(paths: readonly string[]): Laying {
    const files = this.#unpacked.files.map((file) => {
      const place = this.#layout.places.get(file.path);
      const bytes = place !== undefined && paths.includes(place) && file.bytes ? toUtf8(file.bytes) : undefined;
      return bytes ? { ...file, bytes, size: bytes.length } : file;
    });
    this.#unpacked = { ...this.#unpacked, files };
    return this.#layOut();
  }

  #layOut(): Laying {
    this.#layout = layOut(this.#unpacked.files, this.#answers);
    const places = [...this.#layout.places.values()];
    const named = (pattern: RegExp) => [...new Set(places.flatMap((place) => pattern.exec(place)?.[1] ?? []))];
    const { whole, question } = this.#layout;
    const published = (id: string) => Object.hasOwn(this.#lists.reports, id);
    const departments = named(/^data\/departments\/([^/]+)\//).filter(
      (id) => published(id) && !places.includes(`data/departments/${id}/department.yaml`),
    );
    const reports = named(/^data\/departments\/([^/]+\/\d{4})\//)
      .map((place) => ({ department: place.split('/')[0]!, year: Number(place.split('/')[1]) }))
      .filter(({ department, year }) => published(department) && this.#lists.reports[department]!.includes(year))
      .filter(({ department, year }) => !places.includes(`data/departments/${department}/${year}/report.yaml`));
    return { question, wanted: whole ? { departments: [], reports: [] } : { departments, reports } };
  }

  /** Checks what was dropped, with what the site has of the rest. @param supplied published files, with paths of the repository */
  check(supplied: readonly Dropped[]): Outcome {
    const files = new Map<string, DataFile>();
    const put = ({ path, size, bytes }: Dropped) =>
      files.set(path, { path, size, bytes: size > MAX_BYTES ? undefined : bytes });
    for (const file of this.#unpacked.files) {
      const path = this.#layout.places.get(file.path);
      if (path !== undefined) put({ ...file, path });
    }
    const checked = [...files.keys()];
    let missing: Issue[] = [];
    if (!this.#layout.whole) {
      const encoder = new TextEncoder();
      for (const [path, text] of Object.entries(this.#lists.files)) {
        const bytes = encoder.encode(text);
        if (!files.has(path)) put({ path, size: bytes.length, bytes });
      }
      for (const file of supplied) if (!files.has(file.path)) put(file);
      const hasReport = (path: string) => /\/\d{4}\/report\.yaml$/.test(path);
      // A folder with its own report.yaml is checked as it is: what it lacks is a fault of it.
      const made = checked.some(hasReport) ? { files: [], issues: [] } : standIns(files);
      missing = made.issues;
      for (const file of made.files) files.set(file.path, file);
    }
    const site = checked.length > 0 ? siteOf(files) : undefined;
    this.#site = site;
    const issues = [
      ...this.#unpacked.issues,
      ...[...this.#pasted.values()].flat(),
      ...this.#layout.issues,
      ...missing,
      ...(site?.issues ?? []),
    ];
    const errors = issues.filter(({ severity }) => severity === 'error').length;
    const mendable = issues.filter(({ rule, file }) => CONVERTIBLE.includes(rule) && checked.includes(file));
    return {
      issues: sortIssues(issues).map((issue) => this.#shown(issue)),
      errors,
      notices: issues.length - errors,
      checked: checked.toSorted(),
      outside: this.#layout.outside.length,
      convertible: [...new Set(mendable.map(({ file }) => file))].filter((file) => this.#convertible(file)),
      reports: (site?.departments ?? []).flatMap(({ department, reports }) =>
        reports
          .filter(({ report }) => checked.some((path) => path.startsWith(report.folder)))
          .map(({ report }) => ({
            department: department.id,
            year: report.year,
            name: `${department.meta.name} ${report.year} 年度`,
          })),
      ),
    };
  }

  #convertible(path: string): boolean {
    const bytes = this.#site?.files.get(path)?.bytes;
    return bytes !== undefined && toUtf8(bytes) !== undefined;
  }

  /** The issue with its line of text, and its place in the workbook that the row came from. */
  #shown(issue: Issue): ShownIssue {
    const { file, line, column } = issue;
    const source = [...this.#layout.places].find(([, place]) => place === file)?.[0];
    const origin = source === undefined ? undefined : this.#unpacked.origins.get(source);
    const inSheet =
      origin && line !== undefined
        ? `${origin.sheet}!${column ? (origin.columns[column - 1] ?? 'A') : 'A'}${origin.rows[line - 1] ?? line}`
        : undefined;
    const inCsv =
      line !== undefined && column !== undefined && file.endsWith('.csv') ? spreadsheetCell(line, column) : undefined;
    const place = [file.replace(/^data\/departments\//, ''), line, line === undefined ? undefined : column]
      .filter((part) => part !== undefined)
      .join(':');
    return { ...issue, text: formatIssue(issue), place, cell: issue.cell ?? inSheet ?? inCsv };
  }

  row(file: string, line: number, column: number | undefined): ShownRow | undefined {
    const bytes = this.#site?.files.get(file)?.bytes;
    const text = bytes && decodeAny(bytes)?.text;
    return text === undefined ? undefined : rowOf(text, file.endsWith('.csv'), line, column);
  }

  preview(department: string, year: number): PreviewView | undefined {
    const found = this.#site?.departments.find((one) => one.department.id === department);
    const checked = found?.reports.find(({ report }) => report.year === year);
    return found && checked && this.#site ? previewView(found.department, checked, this.#site) : undefined;
  }

  /** The dropped files as they go to the repository, with conversions. */
  pack(): { files: Packed[]; zip: Uint8Array } {
    const files = [...this.#layout.places].flatMap(([path, place]) => {
      const bytes = this.#unpacked.files.find((file) => file.path === path)?.bytes;
      return bytes && place.startsWith('data/') ? [{ path: place, bytes }] : [];
    });
    return pack(files);
  }
}
