/** Where dropped files belong in the data folder, told from their paths and contents; what cannot be told is asked. */
import type { Issue } from '../messages/issue.ts';
import { TABLES } from '../tables/index.ts';
import { decodeAny } from './convert.ts';
import type { Answers, Dropped, Question } from './dropped.ts';
import { recognise, stemOf } from './recognise.ts';

export interface Layout {
  /** Path in the repository by dropped path. */
  readonly places: ReadonlyMap<string, string>;
  /** Brings its own lists: it is a whole data folder, and nothing is added to it. */
  readonly whole: boolean;
  readonly question: Question | undefined;
  /** Files beside the data folder, such as the rest of the repository. */
  readonly outside: readonly string[];
  readonly issues: readonly Issue[];
}

const DEPARTMENT = /^[0-9]{6}-[a-z0-9-]{1,40}$/;
const YEAR = /^[12][0-9]{3}$/;
const folderOf = (path: string) => path.slice(0, path.lastIndexOf('/') + 1);
const nameOf = (path: string) => path.slice(path.lastIndexOf('/') + 1);
const lastOf = (folder: string) => folder.split('/').at(-2) ?? '';

/**
 * Finds the place of every file.
 * @param answers what a person said of files that do not tell
 */
export function layOut(dropped: readonly Dropped[], answers: Answers): Layout {
  const root = rootOf(dropped.map(({ path }) => path));
  return root === undefined ? layPieces(dropped, answers) : layTree(dropped, root);
}

/** The folder that is the data folder: called `data`, with a list or the departments in it; else what `departments/` is in. */
function rootOf(paths: readonly string[]): string | undefined {
  const known = new Set(['regions.csv', 'classification', 'glossary', 'departments']);
  const depths = (holds: (parts: readonly string[], index: number) => boolean) =>
    paths.flatMap((path) => {
      const parts = path.split('/');
      const index = parts.findIndex((_, at) => holds(parts, at));
      return index < 0
        ? []
        : [
            parts
              .slice(0, index)
              .map((part) => `${part}/`)
              .join(''),
          ];
    });
  const called = depths((parts, at) => parts[at - 1] === 'data' && known.has(parts[at]!));
  const roots =
    called.length > 0 ? called : depths((parts, at) => parts[at] === 'departments' && at < parts.length - 1);
  return roots.toSorted((a, b) => a.length - b.length)[0];
}

/** A data folder, perhaps with what stands around it. */
function layTree(dropped: readonly Dropped[], root: string): Layout {
  const inside = dropped.filter(({ path }) => path.startsWith(root));
  const places = new Map(inside.map(({ path }) => [path, `data/${path.slice(root.length)}`]));
  return {
    places,
    whole: [...places.values()].some((path) => path === 'data/regions.csv' || path.startsWith('data/classification/')),
    question: undefined,
    outside: dropped.filter(({ path }) => !path.startsWith(root)).map(({ path }) => path),
    issues: [],
  };
}

/** Folders of departments and years, and single files. */
function layPieces(dropped: readonly Dropped[], answers: Answers): Layout {
  const folders = foldersOf(dropped);
  const places = new Map<string, string>();
  const loose: Dropped[] = [];
  for (const file of dropped) {
    const folder = [...folders.keys()]
      .filter((one) => file.path.startsWith(one) && !(one === '' && file.table))
      .toSorted((a, b) => b.length - a.length)[0];
    const below = folder === undefined ? '' : file.path.slice(folder.length);
    // A folder of single files has no folders of its own besides the ledger.
    if (folder === undefined || file.table !== undefined) loose.push(file);
    else places.set(file.path, folders.get(folder)! + renamed(below, file, folders.get(folder)!));
  }
  const reports = [
    ...new Set([...places.values()].flatMap((path) => /^data\/departments\/[^/]+\/\d{4}\//.exec(path) ?? [])),
  ];
  const asked = reports.length === 1 ? reports[0] : placeOf(answers);
  const tables: { path: string; candidates: { id: string; title: string }[] }[] = [];
  const unknown: Issue[] = [];
  let open = false;
  for (const file of loose) {
    const name = nameOf(file.path);
    if (!/\.(?:csv|ya?ml|md)$/i.test(name)) {
      unknown.push(wrongKind(file.path));
      continue;
    }
    const told = file.table ?? answers.tables[file.path];
    const list = told === undefined ? listPlace(file) : undefined;
    if (list !== undefined) {
      places.set(file.path, list);
      continue;
    }
    let target = name;
    if (told !== undefined) target = `${told}.csv`;
    else if (/\.csv$/i.test(name)) {
      const found = recognise(file.path, file.bytes);
      if (found.ledger) target = `ledger/${stemOf(name)}.csv`;
      else if (found.tables.length === 1) target = `${found.tables[0]!.id}.csv`;
      else {
        tables.push({ path: file.path, candidates: found.tables.map(({ id, title }) => ({ id, title })) });
        continue;
      }
    }
    if (asked === undefined) open = true;
    else places.set(file.path, name === 'department.yaml' ? `${asked}../${name}` : asked + target);
  }
  const { kept, issues } = withoutTwins(places);
  const place = open || (tables.length > 0 && asked === undefined);
  return {
    places: kept,
    whole: false,
    question: place || tables.length > 0 ? { place, tables } : undefined,
    outside: [],
    issues: [...unknown, ...issues],
  };
}

/** `data/departments/<id>/` or that of a year, by the folder as dropped: told by its YAML file, its name, or the names around it. */
function foldersOf(dropped: readonly Dropped[]): Map<string, string> {
  const folders = new Map<string, string>();
  const field = (file: Dropped, name: string) =>
    new RegExp(`^${name}:\\s*["']?([^"'\\s#]+)`, 'm').exec(
      file.bytes ? (decodeAny(file.bytes)?.text ?? '') : '',
    )?.[1] ?? '';
  for (const file of dropped) {
    if (file.table !== undefined) continue;
    const folder = folderOf(file.path);
    const parts = folder.split('/').slice(0, -1);
    // …/<id>/<year>/… by the names alone.
    parts.forEach((part, index) => {
      if (!DEPARTMENT.test(part)) return;
      folders.set(`${parts.slice(0, index + 1).join('/')}/`, `data/departments/${part}/`);
    });
    if (nameOf(file.path) !== 'report.yaml') continue;
    const above = parts.at(-2) ?? '';
    const [department, year] = [
      DEPARTMENT.test(above) ? above : field(file, 'department'),
      YEAR.test(lastOf(folder)) ? lastOf(folder) : field(file, 'year'),
    ];
    if (!DEPARTMENT.test(department) || !YEAR.test(year)) continue;
    if (!DEPARTMENT.test(above)) folders.set(folder, `data/departments/${department}/${year}/`);
    // A department's folder under another name, told by its reports.
    const outer = parts.slice(0, -1).join('/');
    if (
      YEAR.test(lastOf(folder)) &&
      !DEPARTMENT.test(above) &&
      dropped.some(({ path }) => path === `${outer}${outer && '/'}department.yaml`)
    )
      folders.set(`${outer}${outer && '/'}`, `data/departments/${department}/`);
  }
  return folders;
}

/** Keeps names, except that a table under another name beside a report gets its own. */
function renamed(below: string, file: Dropped, folder: string): string {
  if (below === 'department.yaml' && /\/\d{4}\/$/.test(folder)) return '../department.yaml';
  if (!/^[^/]+\.csv$/i.test(below) || !/\/\d{4}\/$/.test(folder) || TABLES.some(({ id }) => `${id}.csv` === below))
    return below;
  const { ledger, tables } = recognise(file.path, file.bytes);
  if (ledger) return `ledger/${stemOf(below)}.csv`;
  return tables.length === 1 ? `${tables[0]!.id}.csv` : below;
}

function wrongKind(file: string): Issue {
  return {
    severity: 'error',
    file,
    rule: 'DROP-KIND',
    problem: '这种文件不能在这里检查',
    remedy: '工作簿用模板填写，存为 .xlsx；Word、PDF 用 npm run import 起草',
  };
}

/** The place of one of the lists that reports are checked against. */
function listPlace({ path, bytes }: Dropped): string | undefined {
  const stem = stemOf(path);
  const header = bytes ? (decodeAny(bytes.subarray(0, 200))?.text ?? '').split('\n')[0]! : '';
  if (/^code,name,parent\b/.test(header)) return 'data/regions.csv';
  return /\bcertainty\b/.test(header) && /^(?:functional|economic|name_changes)$/.test(stem)
    ? `data/classification/${stem}.csv`
    : undefined;
}

function placeOf({ department, year }: Answers): string | undefined {
  return DEPARTMENT.test(department) && YEAR.test(year) ? `data/departments/${department}/${year}/` : undefined;
}

/** Two files for one place: the first stands, the other is named. */
function withoutTwins(places: ReadonlyMap<string, string>): { kept: Map<string, string>; issues: Issue[] } {
  const kept = new Map<string, string>();
  const issues: Issue[] = [];
  const taken = new Map<string, string>();
  for (const [path, raw] of places) {
    const place = raw.replace(/[^/]+\/\.\.\//, '');
    const first = taken.get(place);
    if (first === undefined) {
      taken.set(place, path);
      kept.set(path, place);
    } else
      issues.push({
        severity: 'error',
        file: place,
        rule: 'DROP-TWICE',
        problem: `“${first}”和“${path}”都是这个文件，后一个没有检查`,
        remedy: '只留一个',
      });
  }
  return { kept, issues };
}
