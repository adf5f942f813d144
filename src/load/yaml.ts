/** Reads a YAML file against a zod schema, keeping the place of every value for messages. */
import { isAlias, LineCounter, parseDocument, visit, type Document } from 'yaml';
import type { z } from 'zod';
import type { Issue } from '../messages/issue.ts';
import type { DataFile } from './files.ts';
import { readText } from './text.ts';

export type Locate = (path: readonly PropertyKey[]) => { line: number; column: number } | undefined;

export interface YamlFile<T> {
  readonly value: T;
  readonly locate: Locate;
  readonly path: string;
}

/** Parses and checks one YAML file; every syntax error and every schema violation is reported with its place. */
export function readYaml<T>(file: DataFile, schema: z.ZodType<T>): { yaml: YamlFile<T> | undefined; issues: Issue[] } {
  const { text, issues } = readText(file);
  if (text === undefined) return { yaml: undefined, issues };
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, uniqueKeys: true, prettyErrors: false });
  const add = (rule: string, at: { line: number; column: number } | undefined, problem: string, remedy: string) =>
    issues.push({ severity: 'error', file: file.path, line: at?.line, column: at?.column, rule, problem, remedy });
  const place = (offset: number) => {
    const { line, col } = lines.linePos(offset);
    return { line, column: col };
  };

  for (const error of [...document.errors, ...document.warnings]) {
    const duplicate = error.code === 'DUPLICATE_KEY';
    add(
      duplicate ? 'KEY-DUPLICATE' : 'FORM-YAML',
      place(error.pos[0]),
      duplicate ? '同一层里有重复的键' : `YAML 写法有误（${error.code}）`,
      duplicate ? '删去或改名其中一个' : '检查缩进、冒号后的空格与引号',
    );
  }
  let aliased = false;
  visit(document, (_, node) => {
    if (!isAlias(node)) return undefined;
    aliased = true;
    add(
      'FORM-YAML-ALIAS',
      place(node.range?.[0] ?? 0),
      '用了 YAML 别名（*名称）',
      '不支持锚点与别名，请把内容直接写出',
    );
    return visit.BREAK;
  });
  if (document.errors.length + document.warnings.length > 0 || aliased) return { yaml: undefined, issues };

  const locate: Locate = (path) => locateIn(document, path, place);
  const result = schema.safeParse(document.toJS() as unknown);
  if (result.success) return { yaml: { value: result.data, locate, path: file.path }, issues };
  for (const issue of result.error.issues) {
    const path = issue.path.join('.') || '（整个文件）';
    if (issue.code === 'unrecognized_keys') {
      for (const key of issue.keys)
        add(
          'FORM-KEY',
          locate([...issue.path, key]),
          `没有“${[...issue.path, key].join('.')}”这一项`,
          '删去，或改为说明中列出的名称',
        );
    } else {
      add('VALUE-YAML', locate(issue.path), `“${path}”：${explain(issue)}`, '改正后再运行 npm run validate');
    }
  }
  return { yaml: undefined, issues };
}

/** zod's own English sentences, which name types and limits, in plain Chinese; our schemas' sentences pass through. */
function explain(issue: z.core.$ZodIssue): string {
  if (issue.code !== 'invalid_type' || /[\u4e00-\u9fff]/u.test(issue.message)) return issue.message;
  const names: Record<string, string> = {
    string: '文字（数字请加引号）',
    number: '数字',
    array: '列表',
    object: '一组键值',
    int: '整数',
  };
  return issue.message.endsWith('received undefined') ? '没有填' : `应为${names[issue.expected] ?? issue.expected}`;
}

/** Place of the node at a path, or of its nearest parent that exists. */
function locateIn(
  document: Document.Parsed,
  path: readonly PropertyKey[],
  place: (offset: number) => { line: number; column: number },
) {
  for (let length = path.length; length >= 0; length -= 1) {
    const node = length === 0 ? document.contents : document.getIn(path.slice(0, length), true);
    const range = (node as { range?: [number, number, number] } | null | undefined)?.range;
    if (range) return place(range[0]);
  }
  return undefined;
}
