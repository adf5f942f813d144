/** An issue as a workflow command, which GitHub shows beside the line of the file. */
import { formatIssue, shownPath, type Issue } from './issue.ts';

const escapeMessage = (text: string) => text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
const escapeProperty = (text: string) => escapeMessage(text).replaceAll(':', '%3A').replaceAll(',', '%2C');

/**
 * `::error file=…,line=…,col=…,title=…::text`, the text being that of the terminal. A column of a CSV file counts fields, not
 * characters, so it stands in the text alone (`C4`).
 * @param folder the data folder as seen from the repository's root, in place of `data`
 */
export function githubAnnotation(issue: Issue, folder = 'data'): string {
  const { severity, file, line, column, rule } = issue;
  const properties = Object.entries({
    file: shownPath(file, folder),
    line,
    col: file.endsWith('.csv') ? undefined : column,
    title: rule,
  }).flatMap(([name, value]) => (value === undefined ? [] : [`${name}=${escapeProperty(String(value))}`]));
  return `::${severity} ${properties.join(',')}::${escapeMessage(formatIssue(issue))}`;
}
