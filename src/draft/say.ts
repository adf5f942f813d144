/** The draft's outcome for a terminal. */
import { WORK, type Summary, type Todo } from './todo.ts';

const MOST = 40;

/** Lines: a summary, then what is left by sort of work, long lists cut. `written`: paths that changed. */
export function sayDraft(written: readonly string[], summary: Summary, todos: readonly Todo[]): string[] {
  const { figures, certain, unchecked, ignored, open } = summary;
  const lines = [
    written.length === 0 ? '没有要写的：与已有的完全一样。' : `写出 ${written.length} 个文件：`,
    ...written.map((path) => `  ${path}`),
    // Tables typed into a workbook print nothing.
    ...(figures === 0
      ? []
      : [
          `文件印出 ${figures} 个数字；填入单元 ${certain} 个，另有待核 ${unchecked} 个；不计（日期、序号等） ${ignored} 个；没有着落 ${open} 个。`,
        ]),
  ];
  for (const work of Object.keys(WORK) as (keyof typeof WORK)[]) {
    const list = todos.filter((todo) => todo.work === work);
    if (list.length === 0) continue;
    lines.push('', `${WORK[work]}（${list.length}）`);
    for (const todo of list.slice(0, MOST)) lines.push(...sayTodo(todo));
    if (list.length > MOST) lines.push(`  还有 ${list.length - MOST} 处，见 --json`);
  }
  return lines.map(visible);
}

/** What comes next, and what of the rest stands in the way. `folder`: of the report; `command`: that checks; `wrote`: anything. */
export function sayNext(todos: readonly Todo[], folder: string, command: string, wrote: boolean): string[] {
  const blocking = todos.filter(({ work }) => work === 'error' || work === 'finding').length;
  const state =
    blocking > 0
      ? `${blocking} 处错误或不一致改好、登记了才能通过校验；其余的不挡发布，发布前请看完“待核”。`
      : '没有挡住校验的；发布前请看完“待核”，其余的可以以后再补。';
  return [
    '',
    `接着：${state}`,
    `  改好后运行 ${command}`,
    ...(wrote ? [`  不要这一稿：git 里已有的用 git restore ${folder} 恢复，新写的文件删去即可`] : []),
  ].map(visible);
}

function sayTodo({ work, place, words, cell, value, why, declaration }: Todo): string[] {
  if (work === 'error') return [`  ${words}`];
  const what = cell ? `${cell}${value === undefined ? '' : ` = ${value}`}` : (value ?? '');
  const bare = words === '' || work === 'details' || work === 'doubt';
  const parts = [place, what, bare ? words : `“${words}”`].filter((part) => part !== '');
  return [
    `  ${parts.join('  ')}${why ? `  ${why}` : ''}`,
    ...(declaration ? ['    原件如此，就贴到 report.yaml 的 findings: 下面：', ...declaration.split('\n')] : []),
  ];
}

/** Control and direction characters of a hostile document do not reach the terminal. */
function visible(text: string): string {
  return text.replace(/\p{Cc}|\p{Bidi_Control}/gu, '');
}
