/** An issue found in the data: where, which rule, what was found and expected, and how to mend it. */

export interface Issue {
  /** An error stops the build; a notice does not. */
  readonly severity: 'error' | 'notice';
  /** Path below the data folder's parent, with “/”. */
  readonly file: string;
  readonly line?: number | undefined;
  /** Field of a CSV line or character of another line, from 1. */
  readonly column?: number | undefined;
  /** Place in a workbook: 支出!C7. */
  readonly cell?: string | undefined;
  readonly rule: string;
  /** What was found and what was expected, one Chinese sentence without its full stop. */
  readonly problem: string;
  /** How to mend it, in Chinese, without its full stop. */
  readonly remedy: string;
  readonly found?: string | undefined;
  readonly expected?: string | undefined;
  readonly difference?: string | undefined;
}

/** A path below `data` as seen from where a command runs. `folder`: the data folder as the user gave it. */
export function shownPath(path: string, folder: string): string {
  return path.replace(/^data(?=\/)/, () => folder.replace(/(?<=.)\/+$/, ''));
}

/** An issue with its path as `shownPath` has it, to be told to the user. */
export function shownIssue(issue: Issue, folder: string): Issue {
  return { ...issue, file: shownPath(issue.file, folder) };
}

/** Spreadsheet name of a field: line 4, column 3 → C4. */
export function spreadsheetCell(line: number, column: number): string {
  let letters = '';
  for (let rest = column; rest > 0; rest = Math.floor((rest - 1) / 26))
    letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters;
  return `${letters}${line}`;
}

/** `path:line:column (C4) [RULE] problem。remedy。` */
export function formatIssue(issue: Issue): string {
  const { file, line, column } = issue;
  let place = file;
  if (line !== undefined) place += `:${line}`;
  if (line !== undefined && column !== undefined) place += `:${column}`;
  if (line !== undefined && column !== undefined && file.endsWith('.csv'))
    place += ` (${spreadsheetCell(line, column)})`;
  if (issue.cell !== undefined) place += ` (${issue.cell})`;
  return visible(`${place} [${issue.rule}] ${issue.problem}。${issue.remedy}。`);
}

/** Control and direction characters of hostile data, spelled out so that they cannot disturb a terminal or a page. */
function visible(text: string): string {
  return text.replace(
    /\p{Cc}|\p{Bidi_Control}|\p{Zl}|\p{Zp}/gu,
    (character) => `\\u{${character.codePointAt(0)!.toString(16)}}`,
  );
}

/** Order of a report: by file, line, column, rule, then text; independent of locale. */
export function sortIssues(issues: readonly Issue[]): Issue[] {
  const order = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);
  return [...issues].sort(
    (a, b) =>
      order(a.file, b.file) ||
      (a.line ?? 0) - (b.line ?? 0) ||
      (a.column ?? 0) - (b.column ?? 0) ||
      order(a.rule, b.rule) ||
      order(a.problem, b.problem),
  );
}

export function hasErrors(issues: readonly Issue[]): boolean {
  return issues.some((issue) => issue.severity === 'error');
}
