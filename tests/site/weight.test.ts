/** Pages stay light: gzip weight of each page before any chart, and of what is loaded later, against budget.json. */
import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { readBudget, weigh, type Weight } from '../../scripts/lib/weigh.ts';
import { builtPages, builtSite } from './pages.ts';

const budget = readBudget();
const over = ({ kind, file, total }: Weight) => `${file}: ${total} > ${budget.weight[kind] * 1000} bytes`;

describe.each(['MINGZHANG_SITE', 'MINGZHANG_SITE_BASE', 'MINGZHANG_SITE_ODD'] as const)('%s', (variable) => {
  const folder = builtSite(variable);
  const weights = weigh(folder, budget);

  test('every page is weighed with its styles', () => {
    const pages = weights.filter(({ kind }) => kind !== 'chunk' && kind !== 'worker');
    expect(pages.map(({ file }) => file).sort()).toEqual(builtPages(folder).map(({ file }) => file));
    expect(pages.filter(({ html, css }) => html === 0 || css === 0)).toEqual([]);
    expect(pages.map(({ kind }) => kind)).toEqual(expect.arrayContaining(['report', 'ledger', 'other']));
  });

  test('no page and no chunk is over its budget', () => {
    expect(weights.filter(({ ratio }) => ratio > 1).map(over)).toEqual([]);
  });
});

test('charts are loaded later, and never with the page', () => {
  const weights = weigh(builtSite('MINGZHANG_SITE'), budget);
  const chunks = weights.filter(({ kind }) => kind === 'chunk');
  expect(chunks).not.toEqual([]);
  const heaviest = Math.max(...chunks.map(({ total }) => total));
  expect(weights.filter(({ kind, js }) => kind !== 'chunk' && kind !== 'worker' && js >= heaviest)).toEqual([]);
});

test('the check and the reader of workbooks are loaded by the worker, and never with the page', () => {
  const weights = weigh(builtSite('MINGZHANG_SITE'), budget);
  const workers = weights.filter(({ kind }) => kind === 'worker');
  expect(workers.map(({ file }) => file.replace(/-[^-]+\.js$/, '')).sort()).toEqual(['_assets/read', '_assets/worker']);
  expect(weights.find(({ file }) => file === 'validate/index.html')!.js).toBeLessThan(15_000);
});

test('a page that grows too heavy is named', () => {
  const folder = mkdtempSync(join(tmpdir(), 'mingzhang-weight-'));
  cpSync(join(builtSite('MINGZHANG_SITE'), '_assets'), join(folder, '_assets'), { recursive: true });
  const noise = Array.from({ length: 40_000 }, (_, index) => ((index * 2_654_435_761) >>> 0).toString(36)).join(' ');
  writeFileSync(join(folder, 'index.html'), `<!doctype html><title>重</title><p>${noise}</p>`);
  expect(weigh(folder, budget).map(({ file, ratio }) => [file, ratio > 1])).toEqual([['index.html', true]]);
  rmSync(folder, { recursive: true });
});
