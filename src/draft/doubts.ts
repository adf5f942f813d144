/** Whether a document is what the call says that it is: of this year, of this department. Said, never decided. */
import { departmentName } from './source.ts';
import type { Reading } from './reading.ts';

/** What speaks against a document, in Chinese. `publisher`: the department's full name. */
export function doubtsOf({ file, document }: Reading, year: number, publisher: string): string[] {
  const doubts: string[] = [];
  const years = new Map<number, number>();
  for (const { text } of document.lines)
    for (const [, printed] of text.normalize('NFKC').matchAll(/([12][0-9]{3})\s*年度/gu))
      years.set(Number(printed), (years.get(Number(printed)) ?? 0) + 1);
  const [most, times] = [...years].toSorted((a, b) => b[1] - a[1])[0] ?? [year, 0];
  const own = years.get(year) ?? 0;
  // A word or two of another year is no sign of anything.
  if (times > own + 2)
    doubts.push(
      `${file} 里写得最多的是 ${most} 年度（${times} 处），导入的是 ${year} 年度（${own} 处）。年度若给错了，请用正确的 --year 重新导入`,
    );
  const name = departmentName(document, []);
  if (name !== undefined && !name.includes(publisher) && !publisher.includes(name))
    doubts.push(
      `${file} 的标题里写的是“${name}”，导入的是“${publisher}”。不是同一个部门的，请用正确的 --department 重新导入；是曾用名的，写进 department.yaml 的 former_names`,
    );
  return doubts;
}
