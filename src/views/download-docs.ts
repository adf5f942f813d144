/** What the downloads page says of each file: what one row is, its columns with a sample, its sizes, how to read it. */
import { reportsOf, type Site } from '../site/site.ts';
import { writtenSize } from '../site/written.ts';
import { dataPath } from './paths.ts';
import { readingLines, type ReadingLine } from './reading.ts';
import { KIND_TEXTS, type DocSource } from './table-docs.ts';

export interface FileDoc {
  readonly path: string;
  readonly name: string;
  readonly title: string;
  /** `12.3 kB`; empty while developing, when nothing is written. */
  readonly size: string;
}

export interface DatasetDoc {
  readonly id: string;
  readonly title: string;
  readonly about: string;
  readonly row: string;
  readonly count: number;
  readonly files: readonly FileDoc[];
  readonly columns: readonly {
    readonly id: string;
    readonly name: string;
    readonly kind: string;
    readonly about: string;
    /** The value in the first row that fills the column. */
    readonly sample: string;
  }[];
  readonly lines: readonly ReadingLine[];
}

export interface ReportFilesDoc {
  readonly name: string;
  readonly files: readonly FileDoc[];
}

export interface DownloadDocs {
  readonly datasets: readonly DatasetDoc[];
  readonly reports: readonly ReportFilesDoc[];
  /** Workbooks to fill in. */
  readonly templates: readonly FileDoc[];
  /** Files that describe or check the others. */
  readonly descriptions: readonly FileDoc[];
  /** Files for programs that visit the site: feed, cards, robots. */
  readonly others: readonly FileDoc[];
}

/** A file of the site, as its download names it. */
export interface FileSource {
  readonly path: string;
  readonly title: string;
}

const ALL = 'data/all/';
const TEMPLATES = 'data/templates/';

/** @param files everything that is offered for download; none is left out */
export function downloadDocs(site: Site, sources: readonly DocSource[], files: readonly FileSource[]): DownloadDocs {
  const within = (folder: string) =>
    files.filter(({ path }) => path.startsWith(folder)).map((file) => fileDoc(file, folder));
  const mine = (id: string) => within(ALL).filter(({ name }) => name.slice(0, name.indexOf('.')) === id);
  const datasets = sources.map((source) => ({ ...datasetDoc(source), files: mine(source.table.id) }));
  const reports = reportsOf(site).map(({ department, checked: { report } }) => ({
    name: `${department.meta.name} ${report.year} 年度`,
    files: within(dataPath(report)),
  }));
  const listed = new Set([...datasets, ...reports].flatMap((one) => one.files.map(({ path }) => path)));
  const rest = files.filter(({ path }) => !listed.has(path)).map((file) => fileDoc(file, ''));
  const unique = [...new Map(rest.map((file) => [file.path, file])).values()];
  const describes = ({ path }: FileDoc) => path.startsWith('data/') && !path.startsWith(TEMPLATES);
  return {
    datasets,
    reports,
    templates: unique.filter(({ path }) => path.startsWith(TEMPLATES)),
    descriptions: unique.filter(describes),
    others: unique.filter(({ path }) => !path.startsWith('data/')),
  };
}

function fileDoc({ path, title }: FileSource, folder: string): FileDoc {
  const size = writtenSize(path);
  return { path, name: path.slice(folder.length), title, size: size === undefined ? '' : sizeText(size) };
}

/** `812 字节`, `12.3 kB`, `4.5 MB`, of 1000. */
export function sizeText(bytes: number): string {
  if (bytes < 1000) return `${bytes} 字节`;
  return bytes < 1_000_000 ? `${(bytes / 1000).toFixed(1)} kB` : `${(bytes / 1_000_000).toFixed(1)} MB`;
}

function datasetDoc({ table, rows }: DocSource): Omit<DatasetDoc, 'files'> {
  return {
    id: table.id,
    title: table.title,
    about: table.about,
    row: table.row,
    count: rows.length,
    columns: Object.entries(table.columns).map(([id, { name, kind, unit, about }]) => ({
      id,
      name,
      kind: unit ? `${KIND_TEXTS[kind].name}，${unit}` : KIND_TEXTS[kind].name,
      about,
      sample: shortened(rows.find((row) => (row[id] ?? '') !== '')?.[id] ?? ''),
    })),
    lines: readingLines(table.id),
  };
}

/** Room for a sample in a table. */
const LONGEST = 40;
const shortened = (text: string) => (text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text);
