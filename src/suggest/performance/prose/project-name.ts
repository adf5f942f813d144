/** Names of projects in running text. */
import type { Span } from '../span.ts';

const QUOTED = /["“](?<name>[^"“”]{2,60})["”](?:\([^()]{1,20}\))?(?<rest>[\p{L}]{0,20}?(?:建设|工作|运维|服务)?项目)?/u;
const LEAD =
  /^(?:[一二三四五六七八九十]+是|\([一二三四五六七八九十0-9]+\)|[0-9]{1,2}[.、]|[一二三四五六七八九十]+、|其中:?|分别是|分别为|包括:?|主要(?:是|为|包括):?|有:?|以及|和|及)+/u;

/** Words that say nothing by themselves. */
const GENERAL =
  /^(?:该|本|此|各|全部|所有|上述|以上|其他|部门|单位|预算|重点|每个|新增|一次性|总体|人员类|运转类|特定目标类|部门预算)*项目(?:支出|资金)?$/u;

/** The name of a project that words end with or open with, as they print it; '' when they name none. */
export function nameAt(text: string): string {
  const name = text.replace(LEAD, '').replace(/^["“](?<inner>[^"“”]*)["”]$/u, '$<inner>');
  if ([...name].length < 4 || [...name].length > 60 || GENERAL.test(name) || /[,。;:!?]/u.test(name)) return '';
  return name;
}

/** A project that a sentence names: the last words that end in 项目 or stand in quotation marks before it. */
export function projectIn(sentence: string): string {
  const clauses = sentence.split(/[,。;:]/u);
  for (const clause of clauses.reverse()) {
    const quoted = QUOTED.exec(clause);
    if (quoted?.groups!['rest']) return quoted[0];
    const plain = /^(?<name>.{2,50}?(?:项目|经费))(?:绩效|支出|资金|预算|全年|年初|调整|执行|的|[0-9]{4}年|$)/u.exec(
      clause,
    );
    const name = plain ? nameAt(plain.groups!['name']!) : '';
    if (name) return name;
  }
  return '';
}

/** A name found in matching text, as the document prints it. */
export function printedName(span: Span, name: string): string {
  const at = name === '' ? -1 : span.text.indexOf(name);
  return at < 0 ? name : span.printed(at, at + name.length);
}
