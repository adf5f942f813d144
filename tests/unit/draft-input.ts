/** Small documents and suggestions written by hand, and the drafts that come of them. */
import { checkCatalog } from '../../src/checks/check.ts';
import type { Document } from '../../src/documents/document.ts';
import { draftReport, type Draft, type DraftInput } from '../../src/draft/draft.ts';
import { overlay, referenceOf } from '../../src/draft/folder.ts';
import type { Reading } from '../../src/draft/reading.ts';
import { todoOf } from '../../src/draft/todo.ts';
import { loadCatalog } from '../../src/load/catalog.ts';
import type { DataFiles } from '../../src/load/files.ts';
import type { CellSuggestion, Suggestions } from '../../src/suggest/suggestion.ts';
import { caseFiles } from './data-tree.ts';

export const FOLDER = 'data/departments/510811-xzspj/2023/';

/** A text document, a paragraph on each line. */
export function textDocument(text: string): Document {
  const lines = text.split('\n').map((line, index) => ({ at: `L${index + 1}`, text: line }));
  const blocks = lines.map(({ text: line }, index) => ({
    kind: 'paragraph' as const,
    pieces: [{ line: index, start: 0, length: line.length }],
  }));
  return { format: 'text', lines, blocks };
}

/** Where the nth occurrence of some words stands in a text. */
export function at(text: string, words: string, nth = 1): { line: number; start: number } {
  let offset = -1;
  for (let count = 0; count < nth; count += 1) offset = text.indexOf(words, offset + 1);
  if (offset < 0) throw new Error(`no ${words}`);
  const before = text.slice(0, offset).split('\n');
  return { line: before.length - 1, start: before.at(-1)!.length };
}

/** A suggestion such as `expenditure/basic/final 457.27`, printed at `figures`. */
export function cell(
  address: string,
  figures: CellSuggestion['figures'],
  more: Partial<CellSuggestion> = {},
): CellSuggestion {
  const [path = '', value = ''] = address.split(' ');
  const [table = '', item = '', measure = ''] = path.split('/');
  return { table, key: { item }, measure, value, figures, certainty: 'certain', rank: 'accounts', by: 'test', ...more };
}

export function reading(text: string, suggestions: Partial<Suggestions>, file = '决算.txt'): Reading {
  const sha256 = Buffer.from(`${file}${text}`).toString('hex').padEnd(64, '0').slice(0, 64);
  return {
    file,
    sha256,
    document: textDocument(text),
    unread: [],
    suggestions: { cells: [], derived: [], ignored: [], absent: [], ...suggestions },
  };
}

/** A draft over the valid base tree, whose department it takes; `files`: other files to start from. */
export function draftOf(
  readings: readonly Reading[],
  files: DataFiles = caseFiles(undefined),
  filled?: DraftInput['filled'],
): Draft {
  const input: DraftInput = {
    files,
    reference: referenceOf(files),
    department: '510811-xzspj',
    year: 2023,
    details: undefined,
    publisher: '某部门',
    names: ['某部门'],
    schemas: true,
    readings,
    ...(filled ? { filled } : {}),
  };
  return draftReport(input);
}

/** The base tree with the draft written into it, and what is found there. */
export function written(draft: Draft, files: DataFiles = caseFiles(undefined)) {
  const after = overlay(files, draft.texts);
  const { catalog, issues: loaded } = loadCatalog(after);
  const { departments, issues } = checkCatalog(catalog, loaded);
  const own = issues.filter(({ file }) => file.startsWith(FOLDER));
  const checked = departments[0]?.reports.find(({ report }) => report.year === 2023);
  return { files: after, issues: own, checked, todos: todoOf(draft, checked, own) };
}

/** A file of the drafted report. */
export function textOf(files: DataFiles, name: string): string {
  const file = files.get(FOLDER + name);
  if (!file?.bytes) throw new Error(`no ${name}`);
  return new TextDecoder().decode(file.bytes);
}
