/** The forge's issue forms, where it has them. */

export interface IssueForm {
  readonly name: string;
  readonly about: string;
  readonly href: string;
}

/** Files in `.github/ISSUE_TEMPLATE/`; a test keeps names and files together. */
const FORMS = [
  ['wrong-figure.yml', '数字有误', '本站的一个数与原文不同，或原文自己前后不一'],
  ['new-report.yml', '新的报告', '提供一份已经公开的决算或绩效自评，整理好的数据可以附上'],
  ['department-reply.yml', '部门答复', '部门对一条差异作出答复'],
] as const;

/** Whether a repository's host knows the issue forms in `.github/`. */
export function hasForms(repository: string): boolean {
  return new URL(repository).hostname === 'github.com';
}

/**
 * Links to the forms; none where the host does not know them.
 * @param repository https address without a closing “/”
 */
export function issueForms(repository: string): IssueForm[] {
  if (!hasForms(repository)) return [];
  return FORMS.map(([file, name, about]) => ({ name, about, href: `${repository}/issues/new?template=${file}` }));
}
