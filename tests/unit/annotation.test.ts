import { expect, test } from 'vitest';
import { githubAnnotation } from '../../src/messages/annotation.ts';
import { formatIssue, type Issue } from '../../src/messages/issue.ts';

const issue: Issue = {
  severity: 'error',
  file: 'data/departments/510811-xzspj/2022/expenditure.csv',
  line: 4,
  column: 3,
  rule: 'SUM-EXPENDITURE',
  problem: '合计 715.87 ≠ 725.87',
  remedy: '请核对原件',
};

test.each([
  [
    'a CSV file: the field stands in the text, for its number counts no characters',
    issue,
    '::error file=data/departments/510811-xzspj/2022/expenditure.csv,line=4,title=SUM-EXPENDITURE::' +
      'data/departments/510811-xzspj/2022/expenditure.csv:4:3 (C4) [SUM-EXPENDITURE] 合计 715.87 ≠ 725.87。请核对原件。',
  ],
  [
    'a notice of a YAML file',
    { ...issue, severity: 'notice' as const, file: 'data/a.yaml' },
    '::notice file=data/a.yaml,line=4,col=3,title=SUM-EXPENDITURE::data/a.yaml:4:3 [SUM-EXPENDITURE] 合计 715.87 ≠ 725.87。请核对原件。',
  ],
  [
    'a whole file',
    { ...issue, file: 'data/x.md', line: undefined, column: undefined },
    '::error file=data/x.md,title=SUM-EXPENDITURE::data/x.md [SUM-EXPENDITURE] 合计 715.87 ≠ 725.87。请核对原件。',
  ],
  [
    'hostile text: neither ends the command nor begins another',
    { ...issue, file: 'data/a,b:c%.yaml', problem: '50%\r\n::error::x' },
    '::error file=data/a%2Cb%3Ac%25.yaml,line=4,col=3,title=SUM-EXPENDITURE::data/a,b:c%25.yaml:4:3 [SUM-EXPENDITURE] 50%25\\u{d}\\u{a}::error::x。请核对原件。',
  ],
])('%s', (_, given, expected) => {
  expect(githubAnnotation(given)).toBe(expected);
  const text = expected.slice(expected.indexOf('::', 2) + 2).replaceAll('%25', '%');
  expect(text).toBe(formatIssue(given));
});

test('a data folder elsewhere in the repository is named as it stands there', () => {
  expect(githubAnnotation(issue, 'tests/some/data/')).toContain('file=tests/some/data/departments/510811');
});
