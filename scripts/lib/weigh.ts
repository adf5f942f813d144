/** What a visitor downloads for each page of a built site: gzip bytes of HTML, CSS and scripts, against the budget. */
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { gzipSync } from 'node:zlib';

/**
 * `ledger`: pages with one row per figure. `chunk` is a script that a page loads only when it needs it, such as the charts;
 * `worker` one that runs beside the page, and what it loads later.
 */
export type Kind = 'report' | 'ledger' | 'other' | 'chunk' | 'worker';

export interface Weight {
  readonly kind: Kind;
  /** Path below the site's root. */
  readonly file: string;
  /** All in gzip bytes; a chunk has only scripts. */
  readonly html: number;
  readonly css: number;
  readonly js: number;
  readonly total: number;
  /** Share of the budget used: at most 1. */
  readonly ratio: number;
}

/** An accepted Lighthouse score below 100, with what was measured and why it stays. */
export interface Excuse {
  readonly page: string;
  readonly category: string;
  readonly score: number;
  readonly reason: string;
}

export interface Budget {
  /** kB of 1000 bytes for each kind of page. */
  readonly weight: Readonly<Record<Kind, number>>;
  readonly lighthouse: readonly Excuse[];
}

/** The budget in `budget.json`. */
export function readBudget(): Budget {
  return JSON.parse(readFileSync(resolve(import.meta.dirname, '../../budget.json'), 'utf8')) as Budget;
}

/** Paths of all pages of a built site, relative to it, sorted: `index.html`, `departments/index.html`. */
export function pageFiles(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((file) => file.replaceAll('\\', '/'))
    .filter((file) => file.endsWith('.html'))
    .sort();
}

/** Whether a folder holds a built site; says what to do when it does not. */
export function isBuilt(folder: string): boolean {
  const built = statSync(join(folder, 'index.html'), { throwIfNoEntry: false })?.isFile() === true;
  if (!built) console.error(`${folder} 里没有构建好的网站。请先运行 npm run build，或用 --site 指定文件夹。`);
  return built;
}

/** An import at a later time. */
const LATER = /\bimport\(\s*(["'`])([^"'`]+)\1/g;

/** Weighs every page, and every chunk and worker that some page may load later; heaviest share of the budget first. */
export function weigh(folder: string, { weight: budget }: Budget): Weight[] {
  const chunks = new Set<string>();
  const workers = new Set<string>();
  const pages = pageFiles(folder).map((file) => {
    const html = readFileSync(join(folder, file), 'utf8');
    const scripts = closure(folder, links(folder, html, /<script\b[^>]*>/g, 'src'));
    for (const script of scripts) {
      for (const chunk of imports(folder, script, LATER)) chunks.add(chunk);
      for (const worker of workersOf(folder, script)) {
        workers.add(worker);
        for (const chunk of imports(folder, worker, LATER)) workers.add(chunk);
      }
    }
    const css = links(folder, html, /<link\b[^>]*rel="?stylesheet[^>]*>/g, 'href');
    return measure(kindOf(file), file, gzip(Buffer.from(html)), sum(folder, css), sum(folder, scripts));
  });
  const later = (kind: Kind, scripts: ReadonlySet<string>) =>
    [...scripts].map((script) => measure(kind, script, 0, 0, sum(folder, closure(folder, [script]))));
  return [...pages, ...later('chunk', chunks), ...later('worker', workers)].sort(
    (a, b) => b.ratio - a.ratio || a.file.localeCompare(b.file, 'en'),
  );

  function measure(kind: Kind, file: string, html: number, css: number, js: number): Weight {
    const total = html + css + js;
    return { kind, file, html, css, js, total, ratio: total / (budget[kind] * 1000) };
  }
}

function kindOf(file: string): Kind {
  if (/^departments\/[^/]+\/\d{4}\/index\.html$/.test(file)) return 'report';
  return /^departments\/[^/]+\/\d{4}\/(?:ledger|figures)\/index\.html$/.test(file) ? 'ledger' : 'other';
}

/** Local files that tags of a page name; a base path in front is dropped until a file is found. */
function links(folder: string, html: string, tags: RegExp, attribute: string): string[] {
  const value = new RegExp(`\\s${attribute}=(?:"([^"]*)"|'([^']*)'|([^\\s>]+))`);
  const found = [...html.matchAll(tags)].flatMap(([tag]) => {
    const match = value.exec(tag);
    const url = match?.[1] ?? match?.[2] ?? match?.[3];
    if (url === undefined) return [];
    return [fileAt(folder, url)];
  });
  return [...new Set(found)];
}

/** The file at an address; a base path in front is dropped. */
function fileAt(folder: string, url: string): string {
  const parts = url.split('/').filter(Boolean);
  const file = parts.map((_, index) => parts.slice(index).join('/')).find((path) => isFile(folder, path));
  if (file === undefined) throw new Error(`no file for ${url}`);
  return file;
}

/** Scripts that a script runs beside the page. */
function workersOf(folder: string, script: string): string[] {
  const pattern = /\bnew Worker\(\s*new URL\(\s*(["'`])([^"'`]+)\1/g;
  return [...readFileSync(join(folder, script), 'utf8').matchAll(pattern)].map((match) => fileAt(folder, match[2]!));
}

/** Scripts with everything that they import at once. */
function closure(folder: string, scripts: readonly string[]): string[] {
  const all = new Set(scripts);
  for (const script of all)
    for (const one of imports(folder, script, /(?:\bfrom|\bimport)\s*(["'`])([^"'`]+)\1/g)) all.add(one);
  return [...all];
}

function imports(folder: string, script: string, pattern: RegExp): string[] {
  return [...readFileSync(join(folder, script), 'utf8').matchAll(pattern)]
    .map((match) => match[2]!)
    .filter((path) => path.startsWith('.'))
    .map((path) => relative(folder, resolve(folder, dirname(script), path)).replaceAll('\\', '/'))
    .filter((path) => isFile(folder, path));
}

function isFile(folder: string, path: string): boolean {
  return statSync(join(folder, path), { throwIfNoEntry: false })?.isFile() === true;
}

function sum(folder: string, files: readonly string[]): number {
  return files.reduce((total, file) => total + gzip(readFileSync(join(folder, file))), 0);
}

function gzip(bytes: Buffer): number {
  return gzipSync(bytes, { level: 9 }).length;
}
