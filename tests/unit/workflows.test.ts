/** The workflows and templates of the forge: pinned, with few rights, calling commands that exist; and the comment they post. */
import { globSync, readFileSync } from 'node:fs';
import { basename, resolve } from 'node:path';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { parse } from 'yaml';
import { COMMENT_MARK } from '../../src/diff/markdown.ts';

const ROOT = resolve(import.meta.dirname, '../..');
const read = (path: string) => readFileSync(resolve(ROOT, path), 'utf8');

interface Step {
  readonly uses?: string;
  readonly run?: string;
  readonly with?: Readonly<Record<string, unknown>>;
}
interface Job {
  readonly 'runs-on': string;
  readonly 'timeout-minutes': number;
  readonly permissions?: Readonly<Record<string, string>>;
  readonly steps: readonly Step[];
}
interface Workflow {
  readonly name: string;
  readonly on: Readonly<Record<string, unknown>>;
  readonly permissions: Readonly<Record<string, string>>;
  readonly concurrency: { readonly group: string };
  readonly jobs: Readonly<Record<string, Job>>;
}

const files = globSync('.github/workflows/*', { cwd: ROOT }).sort();
const workflow = (file: string) => parse(read(file)) as Workflow;
const jobs = (file: string) => Object.values(workflow(file).jobs);
const steps = (file: string) => jobs(file).flatMap((job) => job.steps);
/** What each workflow may write. Everything else is read-only. */
const WRITES: Readonly<Record<string, readonly string[]>> = {
  'comment.yml': ['pull-requests'],
  'deploy.yml': ['pages', 'id-token'],
  'links.yml': ['issues'],
  'pull-request.yml': [],
};

test('the workflows are those that are known here', () => {
  expect(files.map((file) => basename(file))).toEqual(Object.keys(WRITES));
});

describe.each(files)('%s', (file) => {
  test('actions are pinned by commit, with the version beside', () => {
    const used = read(file)
      .split('\n')
      .filter((line) => /\buses:/.test(line));
    expect(used.length).toBeGreaterThan(0);
    expect(used.filter((line) => !/uses: actions\/[a-z-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/.test(line))).toEqual([]);
  });

  test('rights are few, runs end, and one takes the place of another', () => {
    const { on, permissions, concurrency } = workflow(file);
    expect(permissions).toEqual({ contents: 'read' });
    const writes = jobs(file).flatMap((job) =>
      Object.entries(job.permissions ?? {}).flatMap(([name, right]) => (right === 'write' ? [name] : [])),
    );
    expect(writes).toEqual(WRITES[basename(file)]);
    expect(concurrency.group).not.toBe('');
    expect(jobs(file).filter((job) => !(job['timeout-minutes'] > 0) || job['runs-on'] !== 'ubuntu-24.04')).toEqual([]);
    expect(Object.keys(on)).not.toContain('pull_request_target');
    const checkouts = steps(file).filter(({ uses }) => uses?.startsWith('actions/checkout@'));
    expect(checkouts.filter((step) => step.with?.['persist-credentials'] !== false)).toEqual([]);
  });

  test('commands exist, and no text of a stranger is pasted into one', () => {
    const { scripts } = JSON.parse(read('package.json')) as { scripts: Record<string, string> };
    const runs = steps(file).flatMap(({ run }) => run ?? []);
    const called = runs.flatMap((run) =>
      [...run.matchAll(/npm (?:run (?:--silent )?)?([\w-]+)/g)].map(([, name]) => name),
    );
    expect(called.filter((name) => name !== 'ci' && !Object.hasOwn(scripts, name!))).toEqual([]);
    const pasted = steps(file)
      .flatMap(({ run, with: inputs }) => [run, inputs?.['script']])
      .join('\n');
    expect(pasted).not.toContain('${{');
  });
});

test('the same action has the same version everywhere', () => {
  const pins = files.flatMap((file) =>
    [...read(file).matchAll(/uses: (\S+)@(.*)/g)].map(([, name, pin]) => `${name}@${pin}`),
  );
  const names = [...new Set(pins)].map((pin) => pin.split('@')[0]);
  expect(new Set(names).size).toBe(names.length);
});

test('what one workflow leaves, the other takes up', () => {
  expect((workflow('.github/workflows/comment.yml').on['workflow_run'] as { workflows: string[] }).workflows).toEqual([
    workflow('.github/workflows/pull-request.yml').name,
  ]);
  const uploads = steps('.github/workflows/pull-request.yml').filter(({ uses }) => uses?.includes('upload-artifact'));
  expect(uploads.map((step) => step.with?.['name'])).toEqual(['diff', 'preview']);
  const download = steps('.github/workflows/comment.yml').find(({ uses }) => uses?.includes('download-artifact'));
  expect(download?.with).toMatchObject({ name: 'diff', path: 'diff' });
});

/** Runs the script of a workflow's step with stand-ins for what the action gives it. */
async function runScript(
  file: string,
  text: string,
  given: { pulls?: object[]; entries?: object[]; outcome?: string },
) {
  const script = String(
    steps(`.github/workflows/${file}`).find(({ uses }) => uses?.includes('github-script'))!.with!['script'],
  );
  const calls: [string, Record<string, unknown>][] = [];
  const record = (name: string) => async (values: Record<string, unknown>) => {
    calls.push([name, values]);
    return { data: given.pulls ?? [] };
  };
  const issues = Object.fromEntries(
    ['createComment', 'updateComment', 'listComments', 'listForRepo', 'create', 'update'].map((name) => [
      name,
      record(name),
    ]),
  );
  const github = { rest: { issues, pulls: { list: record('pulls') } }, paginate: async () => given.entries ?? [] };
  const context = {
    repo: { owner: 'o', repo: 'r' },
    payload: { workflow_run: { head_repository: { owner: { login: 'fork' } }, head_branch: 'data', head_sha: 'abc' } },
  };
  const core = {
    notice: (message: string) => calls.push(['notice', { message }]),
    setFailed: (message: string) => calls.push(['failed', { message }]),
    summary: { addRaw: () => ({ write: async () => undefined }) },
  };
  const modules = () => ({ readFileSync: () => text, existsSync: () => text !== '' });
  vi.stubEnv('OUTCOME', given.outcome ?? '');
  const AsyncFunction = (async () => undefined).constructor as new (
    ...parts: string[]
  ) => (...values: unknown[]) => Promise<void>;
  await new AsyncFunction('github', 'context', 'core', 'require', script)(github, context, core, modules);
  return calls;
}
afterEach(() => vi.unstubAllEnvs());

describe('the comment', () => {
  const pulls = [
    { number: 1, head: { sha: 'old' } },
    { number: 7, head: { sha: 'abc' } },
  ];
  const bot = { id: 5, user: { type: 'Bot' }, body: `${COMMENT_MARK}\nbefore` };
  const mine = { id: 6, user: { type: 'User' }, body: `${COMMENT_MARK}\nforged` };

  test('is made once and updated afterwards', async () => {
    const first = await runScript('comment.yml', `${COMMENT_MARK}\n\n## 数据差异\n`, { pulls, entries: [mine] });
    expect(first).toEqual([
      ['pulls', { owner: 'o', repo: 'r', state: 'open', head: 'fork:data' }],
      ['createComment', { owner: 'o', repo: 'r', issue_number: 7, body: `${COMMENT_MARK}\n## 数据差异` }],
    ]);
    const next = await runScript('comment.yml', '## 新', { pulls, entries: [mine, bot] });
    expect(next.at(-1)).toEqual([
      'updateComment',
      { owner: 'o', repo: 'r', comment_id: 5, body: `${COMMENT_MARK}\n## 新` },
    ]);
  });

  test('is not made where nothing changed, but updated', async () => {
    const same = '**数据没有变化。**';
    expect((await runScript('comment.yml', same, { pulls })).map(([name]) => name)).toEqual(['pulls']);
    const calls = await runScript('comment.yml', same, { pulls, entries: [bot] });
    expect(calls.map(([name]) => name)).toEqual(['pulls', 'updateComment']);
  });

  test('is not made for a commit that no open request stands at', async () => {
    const calls = await runScript('comment.yml', 'x', { pulls: [pulls[0]!] });
    expect(calls.map(([name]) => name)).toEqual(['pulls', 'notice']);
  });

  test('says nothing that the file of a stranger could smuggle in', async () => {
    const evil =
      '@team &#64;team &commat;team &#x40;team &#064;team &#60; #12 <img src=x> ![x](http://x.example) [a](b) [c][d] www.x.example <!-- <details><summary>好</summary></details>';
    const calls = await runScript('comment.yml', evil + 'x'.repeat(70_000), { pulls });
    const body = String(calls.at(-1)![1]['body']);
    expect(body).toContain(
      '@\u2060team &amp;#\u206064;team &amp;commat;team &amp;#\u2060x40;team &amp;#\u2060064;team &#60; #\u206012 &lt;img src=x> ![x]\u2060(http:\u2060//x.example) [a]\u2060(b) [c]\u2060[d] w\u2060ww.x.example &lt;!-- <details><summary>好</summary></details>',
    );
    expect(body.length).toBeLessThan(65_536);
  });

  test('a sound difference passes unharmed', async () => {
    const { differenceMarkdown } = await import('../../src/diff/markdown.ts');
    const side = { name: '@HEAD^1 #2', departments: 1, reports: 1, cells: 1, errors: 0 };
    const text = differenceMarkdown({
      format: 1,
      base: side,
      head: side,
      same: false,
      departments: [],
      reports: [],
      unreadable: Array.from({ length: 12 }, (_, index) => ({
        side: 'base' as const,
        path: `data/departments/${index}/`,
      })),
      lists: [],
    });
    expect(text).toContain('<details>');
    const calls = await runScript('comment.yml', text, { pulls });
    expect(calls.at(-1)![1]['body']).toBe(`${COMMENT_MARK}\n${text.replace(COMMENT_MARK, '').trim()}`);
  });
});

describe('the issue on links', () => {
  const entry = { number: 3, user: { type: 'Bot' }, body: '<!-- mingzhang-links -->\nx' };
  test.each([
    ['opens', 'failure', [], ['create']],
    ['is updated', 'failure', [entry], ['update']],
    ['is closed', 'success', [entry], ['update']],
    ['is not needed', 'success', [], []],
  ] as const)('%s', async (_, outcome, entries, expected) => {
    const calls = await runScript('links.yml', '1 个网址：1 个打不开', { outcome, entries: [...entries] });
    expect(calls.map(([name]) => name)).toEqual(expected);
    expect(calls.filter(([, { state }]) => state === 'closed')).toHaveLength(
      outcome === 'success' ? expected.length : 0,
    );
  });

  test('a check that did not finish fails', async () => {
    expect(await runScript('links.yml', '', { outcome: 'failure' })).toEqual([
      ['failed', { message: '检查没有做完，见上一步。' }],
    ]);
  });
});
