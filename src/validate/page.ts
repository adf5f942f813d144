/** The page /validate/: takes files, asks what they do not tell, has them checked by the worker, shows what came of it. */
import { save } from '../browser/save.ts';
import { Checker, Stopped } from './checker.ts';
import { fromDrop, fromInput, read, type Chosen } from './collect.ts';
import type { Dropped, Laying, Outcome, SiteLists } from './dropped.ts';
import { byId, element } from './element.ts';
import { showIssues } from './issues-table.ts';
import { drawPreview } from './preview-draw.ts';
import { answersOf, askQuestion } from './question.ts';
import { showSubmit } from './submit.ts';
import { fetchLists, fetchWanted } from './supply.ts';

const base = byId('check').dataset['base']!;
const checker = new Checker();
let lists: Promise<SiteLists> | undefined;
/** Whether anything was handed to the worker, so that a paste adds to it. */
let begun = false;
/** The result on the page. */
let shown: Outcome | undefined;

/** The site's lists, fetched once; again after a failure. */
function listsOnce(): Promise<SiteLists> {
  lists ??= fetchLists(base).catch((error: unknown) => {
    lists = undefined;
    throw error;
  });
  return lists;
}

/** Seconds after which a check tells how long it has been going. */
const PATIENCE = 2;

function say(text: string): void {
  byId('check-status').textContent = text;
}

/** Runs one piece of work with its progress on the page; faults are said, a stop too. */
async function work(what: string, act: (step: (text: string) => void) => Promise<void>): Promise<void> {
  const [box, words] = [byId('check-progress'), byId('check-step')];
  const started = performance.now();
  let step = what;
  const tell = () => {
    const seconds = Math.floor((performance.now() - started) / 1000);
    words.textContent = seconds >= PATIENCE ? `${step}，${seconds} 秒` : step;
  };
  box.hidden = false;
  tell();
  const timer = setInterval(tell, 500);
  try {
    await act((text) => {
      step = text;
      tell();
    });
  } catch (error) {
    if (error instanceof Stopped) say('已取消，没有检查完。可以重新选择文件。');
    else say(`没有查成：${error instanceof Error ? error.message : String(error)}`);
  } finally {
    clearInterval(timer);
    box.hidden = true;
  }
}

/** Files are read and handed over; then the check goes on. */
function take(collect: () => Promise<Chosen[]>): Promise<void> {
  clear();
  return work('正在读文件', async (step) => {
    const chosen = await collect();
    if (chosen.length === 0) return;
    const dropped = await read(chosen, (done, all) => step(`正在读文件 ${done}/${all}`));
    await begin(dropped, step);
  });
}

async function begin(dropped: readonly Dropped[], step: (text: string) => void): Promise<void> {
  step('正在取名录');
  const known = await listsOnce();
  step('正在打开文件');
  const laying = await checker.ask('lay', { dropped, lists: known });
  begun = true;
  await goOn(laying, step);
}

/** Asks, or checks. */
async function goOn({ question, wanted }: Laying, step: (text: string) => void): Promise<void> {
  if (question) {
    askQuestion(question, Object.keys((await listsOnce()).reports));
    say('还要知道这些文件属于哪个部门、哪个年度、哪张表，请在下面填写。');
    return;
  }
  byId('check-question').hidden = true;
  let supplied: Dropped[] = [];
  let lacking = '';
  if (wanted.departments.length + wanted.reports.length > 0) {
    step('正在取已公开的部分');
    try {
      supplied = await fetchWanted(base, wanted);
    } catch {
      // Offline, most likely: the check goes on without, and says so.
      lacking = '没有取到本站已公开的部分，只检查了拖入的文件。';
    }
  }
  step('正在核对');
  await show(await checker.ask('check', { supplied }), lacking);
}

function clear(): void {
  for (const id of ['check-result', 'check-question', 'check-preview', 'check-submit']) byId(id).hidden = true;
  say('');
}

/** A sentence with the count, for the live region and the eye. */
function summary({ errors, notices, checked, outside }: Outcome): string {
  if (checked.length + errors + notices === 0) return '没有可以检查的文件。';
  const found = errors + notices === 0 ? '没有发现问题' : `${errors} 个错误，${notices} 个提示`;
  const beside = outside > 0 ? `；数据文件夹之外的 ${outside} 个文件没有检查` : '';
  return `${found}，检查了 ${checked.length} 个文件${beside}。`;
}

function verdict({ errors, notices, checked }: Outcome): string {
  if (errors > 0) return `有 ${errors} 个错误要改`;
  if (notices > 0) return '没有错误，有提示';
  return checked.length > 0 ? '没有发现问题' : '没有可以检查的文件';
}

async function show(outcome: Outcome, lacking: string): Promise<void> {
  byId('check-result').hidden = false;
  say(summary(outcome) + lacking);
  byId('check-verdict').textContent = verdict(outcome);
  byId('check-files').replaceChildren(...outcome.checked.map((path) => element('li', {}, element('code', {}, path))));
  // A row that the worker no longer has is said to be missing.
  showIssues(outcome, ({ file, line, column }) =>
    checker.ask('row', { file, line: line!, column }).catch(() => undefined),
  );
  const convert = byId<HTMLButtonElement>('check-convert');
  convert.hidden = outcome.convertible.length === 0;
  convert.textContent = `转为 UTF-8（${outcome.convertible.length} 个文件）`;
  shown = outcome;
  showPreviews(outcome);
  showSubmit(await checker.ask('pack', {}));
}

/** The preview is drawn when it is opened. */
function showPreviews({ reports }: Outcome): void {
  const box = byId<HTMLDetailsElement>('check-preview');
  box.hidden = reports.length === 0;
  box.open = false;
  byId('check-drawn').replaceChildren();
  byId('check-report').replaceChildren(
    ...reports.map(({ name }, index) => element('option', { value: String(index) }, name)),
  );
  byId('check-which').hidden = reports.length < 2;
}

async function preview(): Promise<void> {
  const report = shown?.reports[Number(byId<HTMLSelectElement>('check-report').value)];
  if (!report || !byId<HTMLDetailsElement>('check-preview').open) return;
  const view = await checker.ask('preview', { department: report.department, year: report.year });
  byId('check-drawn').replaceChildren(
    view ? drawPreview(view) : element('p', {}, '这份报告还不能预览：先改好 report.yaml。'),
  );
}

byId('check-stop').addEventListener('click', () => {
  begun = false;
  checker.stop();
});
byId('check-convert').addEventListener('click', () => {
  const paths = shown?.convertible ?? [];
  void work('正在转换', async (step) => goOn(await checker.ask('convert', { paths }), step));
});
for (const [id, type] of [
  ['check-report', 'change'],
  ['check-preview', 'toggle'],
] as const)
  byId(id).addEventListener(type, () => void work('正在画预览', preview));
byId('check').classList.add('live');
const [files, folder, zone] = [
  byId<HTMLInputElement>('check-choose'),
  byId<HTMLInputElement>('check-folder'),
  byId('check-drop'),
];
for (const input of [files, folder]) {
  input.addEventListener('change', () => {
    const chosen = fromInput(input);
    input.value = ''; // the same file can be chosen again once it is mended
    void take(() => Promise.resolve(chosen));
  });
}
// What is needed is fetched at the first sign of use, and then works without a connection.
for (const sign of ['pointerenter', 'focusin', 'dragenter'])
  zone.addEventListener(sign, () => {
    checker.start();
    // A failure is said when the lists are needed.
    listsOnce().catch(() => undefined);
  });
for (const type of ['dragover', 'drop'])
  document.addEventListener(type, (event) => {
    event.preventDefault(); // a file dropped beside the box must not replace the page
    zone.classList.toggle('over', type === 'dragover' && event.target instanceof Node && zone.contains(event.target));
  });
zone.addEventListener('drop', (event) => {
  const items = event.dataTransfer?.items;
  if (!items) return;
  // The list is empty once the event has ended: entries are taken at once.
  const chosen = fromDrop(items);
  void take(() => chosen);
});
byId<HTMLFormElement>('check-question').addEventListener('submit', (event) => {
  event.preventDefault();
  void work('正在核对', async (step) => goOn(await checker.ask('answer', answersOf()), step));
});
byId<HTMLFormElement>('check-paste').addEventListener('submit', (event) => {
  event.preventDefault();
  const [text, table] = [byId<HTMLTextAreaElement>('check-text').value, byId<HTMLSelectElement>('check-table').value];
  void work('正在核对', async (step) => {
    if (!begun) await checker.ask('lay', { dropped: [], lists: await listsOnce() });
    begun = true;
    await goOn(await checker.ask('paste', { text, table }), step);
  });
});
byId('check-download').addEventListener('click', () => {
  void work('正在打包', async () => {
    const { zip } = await checker.ask('pack', {});
    save(new Blob([zip.slice()], { type: 'application/zip' }), 'mingzhang-data.zip');
  });
});
