/** The form of glossary entries: a heading with the term, its other spellings, and an explanation. */
import type { Issue } from '../messages/issue.ts';

/** What a glossary file says, whether or not it is well-formed. */
export interface TermText {
  /** The term as the site writes it; empty when the file does not start with it. */
  readonly name: string;
  readonly aliases: readonly string[];
  /** The explanation, in Markdown. */
  readonly body: string;
}

/** Reads `# term`, an optional line `别名：…、…` and the explanation after it. */
export function readTerm(markdown: string): TermText {
  const [first = '', ...rest] = markdown.split('\n');
  const heading = /^#\s+(\S.*)$/.exec(first.trimEnd());
  const lines = heading ? rest : [first, ...rest];
  const aliases = heading ? /^别名[:：](.*)$/.exec(lines[0] ?? '')?.[1] : undefined;
  return {
    name: heading?.[1] ?? '',
    aliases: (aliases ?? '')
      .split('、')
      .map((alias) => alias.trim())
      .filter((alias) => alias !== ''),
    body: lines
      .slice(aliases === undefined ? 0 : 1)
      .join('\n')
      .trim(),
  };
}

/** Checks every entry by itself, and that no two explain the same word. `glossary`: Markdown by file name. */
export function checkGlossary(glossary: ReadonlyMap<string, string>): Issue[] {
  const issues: Issue[] = [];
  const explained = new Map<string, string>();
  for (const [slug, markdown] of glossary) {
    const file = fileOf(slug);
    const error = (line: number, rule: string, problem: string, remedy: string) =>
      issues.push({ severity: 'error', file, line, rule, problem, remedy });
    if (!/^[a-z0-9]+(?:-[a-z0-9]+)*$/.test(slug))
      error(
        1,
        'GLOSSARY-FILE',
        '名词解释的文件名用作网页地址，只可用小写字母、数字、“-”，以 .md 结尾',
        '改名，如 jiben-zhichu.md',
      );
    const { name, aliases, body } = readTerm(markdown);
    if (name === '')
      error(1, 'GLOSSARY-HEADING', '名词解释的第一行不是“# 术语”', '第一行写“# ”和网站上用的术语，如“# 基本支出”');
    if (body === '') error(1, 'GLOSSARY-EMPTY', '名词解释没有正文', '空一行，用自己的话写一到三句；或删除这个文件');
    for (const [index, word] of [name, ...aliases].entries()) {
      const other = explained.get(word);
      if (word !== '' && other !== undefined)
        error(
          index === 0 ? 1 : 2,
          'GLOSSARY-DUPLICATE',
          `“${word}”已在 ${other} 里解释`,
          '合并两处，或删去其中一处的术语或别名',
        );
      else explained.set(word, file);
    }
  }
  return issues;
}

/** The path of an entry; the catalog leaves out the ending `.md` alone. */
function fileOf(slug: string): string {
  return `data/glossary/${slug}${slug.includes('.') ? '' : '.md'}`;
}
