/** The forge's form for a new issue on one figure, filled in with what the reader should not have to look up. */
import { hasForms } from './issue-forms.ts';

export interface WrongFigure {
  /** `510811-xzspj/2022 expenditure/basic/final` */
  readonly figure: string;
  readonly shown: string;
  readonly places: string;
  readonly file: string;
  readonly page: string;
}

const FORM = 'wrong-figure.yml';

/**
 * GitHub fills the fields of an issue form by their id and then passes over `body`; elsewhere a form may be unknown, and
 * title and body are what an issue takes.
 * @param repository https address without a closing “/”
 */
export function wrongFigureAddress(repository: string, wrong: WrongFigure): string {
  const title = `数字有误：${wrong.figure}`;
  const body = [
    `本站：${wrong.shown}`,
    `位置：${wrong.places}`,
    `数据：${wrong.file}`,
    `页面：${wrong.page}`,
    '原文印的数：',
    '原文网址与页码：',
  ].join('\n');
  const values: Record<string, string> = hasForms(repository) ? { template: FORM, title, ...wrong } : { title, body };
  return `${repository}/issues/new?${new URLSearchParams(values).toString()}`;
}
