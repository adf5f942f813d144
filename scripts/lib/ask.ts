/** Details of a new department: from options, or asked for on a terminal. */
import { createInterface } from 'node:readline/promises';
import { LEVELS, levelOf, type DepartmentDetails } from '../../src/draft/department.ts';

/** The options that describe a department. */
export const DETAILS = {
  name: { type: 'string' },
  short: { type: 'string' },
  region: { type: 'string' },
  level: { type: 'string' },
} as const;

/** Why details are refused of a department that is there already, in Chinese; none when none are given. */
export function refuseDetails(department: string, given: Given): string[] {
  const names = Object.keys(DETAILS).filter((name) => given[name as keyof typeof DETAILS] !== undefined);
  const flags = names.map((name) => `--${name}`).join('、');
  return names.length === 0 ? [] : [`部门 ${department} 已有 department.yaml，不会改动；请去掉 ${flags}`];
}

type Given = { readonly [K in keyof typeof DETAILS]?: string | undefined };

const QUESTIONS = { name: '部门全称', short: '简称（标题里用）', region: '行政区划代码', level: '级次' } as const;

/**
 * Asks for what the options lack; the region's default is the first six digits of the id.
 * @returns the details, or when nobody can be asked a Chinese sentence that lists the options
 */
export async function askDetails(department: string, given: Given): Promise<DepartmentDetails | string> {
  const region = given.region ?? department.slice(0, 6);
  const lacking = (['name', 'short', 'level'] as const).filter((name) => !given[name]);
  if (lacking.length > 0 && !process.stdin.isTTY) {
    const flags = lacking.map((name) => `--${name}（${QUESTIONS[name]}）`).join('、');
    const levels = Object.entries(LEVELS)
      .map(([value, meaning]) => `${value} ${meaning}`)
      .join('、');
    return `部门 ${department} 还没有 department.yaml，请给出 ${flags}；级次可用 ${levels}；--region 不写就是 ${region}`;
  }
  const answers: Record<keyof typeof DETAILS, string> = {
    name: given.name ?? '',
    short: given.short ?? '',
    region,
    level: given.level ?? '',
  };
  if (lacking.length === 0) return answers;
  const terminal = createInterface({ input: process.stdin, output: process.stderr });
  try {
    for (const name of lacking) {
      const usual = name === 'level' ? levelOf(region) : '';
      const answer = await terminal.question(`${QUESTIONS[name]}${usual ? `（直接回车为 ${usual}）` : ''}：`);
      answers[name] = answer.trim() || usual;
    }
  } finally {
    terminal.close();
  }
  return answers;
}
