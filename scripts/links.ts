/**
 * `npm run links [-- --data DIR] [--timeout SECONDS] [--markdown-file FILE]`: whether the addresses of sources and departments
 * still answer. Exit 1 when one is gone or unreachable.
 */
import { escapeText } from '../src/diff/escape.ts';
import { writeWhole } from '../src/disk/write.ts';
import { loadFolder } from './lib/load-folder.ts';
import { checkLinks, type Link } from './lib/links.ts';
import { parseOptions } from './lib/options.ts';

const { data, timeout, 'markdown-file': markdownFile } = parseOptions('links', {
  data: { type: 'string', default: 'data' },
  timeout: { type: 'string', default: '20' },
  'markdown-file': { type: 'string' },
});
const NAMES = { answers: '可用', moved: '换了地址', gone: '没有了', unreachable: '打不开' } as const;
const seconds = Number(timeout);
if (!(seconds > 0 && seconds <= 600)) {
  console.error(`--timeout 应是 1 到 600 的秒数，现在是 ${timeout}`);
  process.exit(1);
}
const links = linksOf(data);
console.log(`${links.length} 个网址，每个最多等 ${seconds} 秒……`);
const answers = await checkLinks(links, {
  timeout: seconds * 1000,
  parallel: 4,
  pause: 2000,
  onAnswer: ({ outcome, detail, url }) => console.log(`${NAMES[outcome]} ${detail} ${url}`),
});
const bad = answers.filter(({ outcome }) => outcome === 'gone' || outcome === 'unreachable');
const moved = answers.filter(({ outcome }) => outcome === 'moved');
const summary = `${answers.length} 个网址：${bad.length} 个打不开，${moved.length} 个换了地址。`;
console.log(summary);
if (markdownFile !== undefined) {
  const rows = [...bad, ...moved].map(
    ({ outcome, detail, url, used }) =>
      `| ${NAMES[outcome]} | ${escapeText(detail, 300)} | ${escapeText(url, 500)} | ${escapeText(used.join('、'), 300)} |`,
  );
  const table = rows.length > 0 ? ['| 结果 | | 网址 | 用在 |', '|---|---|---|---|', ...rows].join('\n') : '';
  const advice = bad.length > 0 ? '\n\n打不开的，找到新网址后改 `url`，或在 `archived_url` 补存档；原网址不要删。' : '';
  writeWhole(markdownFile, `${summary}${advice}\n\n${table}\n`);
}
process.exitCode = bad.length > 0 ? 1 : 0;

/** Every address once, with all the places that use it. */
function linksOf(folder: string): Link[] {
  const used = new Map<string, string[]>();
  const add = (url: string | undefined, place: string) => {
    if (url !== undefined) used.set(url, [...(used.get(url) ?? []), place]);
  };
  for (const { department, reports } of loadFolder(folder).departments) {
    add(department.meta.website, `${department.id} website`);
    for (const { report } of reports) {
      for (const source of report.meta.sources) {
        const place = `${department.id}/${report.year} ${source.id}`;
        add(source.url, `${place} url`);
        add(source.archived_url, `${place} archived_url`);
      }
    }
  }
  return [...used].map(([url, places]) => ({ url, used: places }));
}
