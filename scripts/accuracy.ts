/**
 * `npm run accuracy -- --sources DIR [--data DIR] [--list]`: reads the originals of the curated reports as `import` would and
 * compares what it suggests with what was curated, per table. Exit 0 with a clear word when the originals are absent; exit 1
 * below 85 % right or above 2 % wrong.
 */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readDocument } from '../src/documents/read.ts';
import { formatIssue } from '../src/messages/issue.ts';
import { suggest } from '../src/suggest/suggest.ts';
import { TABLES } from '../src/tables/index.ts';
import { curatedCells, score, suggestedCells, type Score } from './lib/accuracy.ts';
import { loadFolder } from './lib/load-folder.ts';
import { parseOptions } from './lib/options.ts';

const LEAST_RIGHT = 0.85;
const MOST_WRONG = 0.02;

const { data, sources, list } = parseOptions('accuracy', {
  data: { type: 'string', default: 'data' },
  sources: { type: 'string' },
  list: { type: 'boolean' },
});
if (!sources || !existsSync(sources)) {
  console.log(`跳过：没有原始文件（${sources ?? '未指定 --sources'}）。导入建议的准确率没有测；这不影响构建和测试。`);
  process.exit(0);
}
const site = loadFolder(data);
const all: Score[] = [];
for (const { report } of site.departments.flatMap((department) => department.reports)) {
  for (const source of report.meta.sources) {
    const file = join(sources, source.file);
    if (!existsSync(file)) {
      console.error(`${sources} 里没有 ${source.file}`);
      process.exitCode = 1;
      continue;
    }
    const { document, issues } = await readDocument({ name: source.file, bytes: readFileSync(file) });
    for (const issue of issues) console.error(formatIssue(issue));
    if (!document) {
      process.exitCode = 1;
      continue;
    }
    const suggestions = suggest(document, { year: report.year, reference: site.reference });
    const scores = score(curatedCells(report, source.id), suggestedCells(document, suggestions));
    all.push(...scores);
    print(`${report.department}/${report.year} ${source.id}`, scores);
    if (list) listCells(scores);
  }
}
const total = print('全部（不含 metrics）', merge(all));
if (total.right < LEAST_RIGHT || total.wrong > MOST_WRONG) process.exitCode = 1;
console.log(`要求：对 ≥ ${percent(LEAST_RIGHT)}，错 < ${percent(MOST_WRONG)}。`);

function percent(ratio: number): string {
  return `${(ratio * 100).toFixed(1)}%`;
}

function merge(scores: readonly Score[]): Score[] {
  return TABLES.map(({ id }) => {
    const same = scores.filter(({ table }) => table === id);
    return {
      table: id,
      right: same.flatMap(({ right }) => right),
      wrong: same.flatMap(({ wrong }) => wrong),
      missing: same.flatMap(({ missing }) => missing),
    };
  }).filter(({ right, wrong, missing }) => right.length + wrong.length + missing.length > 0);
}

function print(title: string, scores: readonly Score[]): { right: number; wrong: number } {
  console.log(`\n${title}\n    对     错   未建议   对%    错%   表`);
  const line = (name: string, right: number, wrong: number, missing: number) => {
    const truth = right + missing;
    const shares =
      truth === 0 ? '     —      —' : `${percent(right / truth).padStart(6)} ${percent(wrong / truth).padStart(6)}`;
    const counts = [right, wrong, missing].map((count) => String(count).padStart(6)).join(' ');
    console.log(`${counts} ${shares}   ${name}`);
  };
  for (const { table, right, wrong, missing } of scores) line(table, right.length, wrong.length, missing.length);
  const sum = (kind: 'right' | 'wrong' | 'missing') => scores.reduce((count, one) => count + one[kind].length, 0);
  line('合计', sum('right'), sum('wrong'), sum('missing'));
  const truth = sum('right') + sum('missing') || 1;
  return { right: sum('right') / truth, wrong: sum('wrong') / truth };
}

function listCells(scores: readonly Score[]): void {
  for (const { table, wrong, missing } of scores) {
    for (const [word, cells] of [
      ['错', wrong],
      ['未建议', missing],
    ] as const)
      for (const { item, measure, value, places, by } of cells)
        console.log(`  ${word} ${table}/${item}/${measure} = ${value}  ${[...places].join(' ')}  ${by}`);
  }
}
