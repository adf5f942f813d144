/**
 * `npm run figures -- <document> [--ledger FILE]`: lists every figure of a document (text, PDF, Word, Excel, HTML) as ledger rows.
 * With `--ledger` the file is made, or brought up to date: what a curator filled in is kept, what moved is said.
 */
import { existsSync, readFileSync, statSync } from 'node:fs';
import { basename } from 'node:path';
import { sha256 } from '../src/derive/checksums.ts';
import { documentFigures } from '../src/documents/figures.ts';
import { writeWhole } from '../src/disk/write.ts';
import { draftLedger, ledgerCsv, mergeLedger, type DraftRow } from '../src/figures/ledger-draft.ts';
import { readCsv } from '../src/load/csv.ts';
import { formatIssue } from '../src/messages/issue.ts';
import { ledgerTable } from '../src/tables/ledger.ts';
import { parseOptions } from './lib/options.ts';
import { progressOf } from './lib/progress.ts';
import { readPatiently } from './lib/read-patiently.ts';

const EMPTY = { at: '', n: '', section: '', printed: '', sign: '', unit: '', states: '', ignored: '', note: '' };

const { files, ledger } = parseOptions('figures', { ledger: { type: 'string' } }, ['<文件>']);
const [name] = files;
if (files.length !== 1 || !name || !statSync(name, { throwIfNoEntry: false })?.isFile()) {
  console.error(
    name ? `找不到文件 ${name}` : '请指定一个文件：npm run figures -- 文件.txt（也可以是 PDF、Word、Excel、网页）',
  );
  process.exit(1);
}
const bytes = readFileSync(name);
const { document, issues } = await readPatiently({ name, bytes }, progressOf(basename(name)));
const unusable = issues.filter((issue) => issue.severity === 'error' || !document);
for (const issue of issues) console.error(formatIssue(issue));
if (!document || unusable.length > 0) process.exit(1);
const fresh = draftLedger(documentFigures(document));
if (!ledger) process.stdout.write(ledgerCsv(fresh));
else if (statSync(ledger, { throwIfNoEntry: false })?.isDirectory()) {
  console.error(`--ledger 要写到一个文件，${ledger} 是文件夹`);
  process.exit(1);
} else if (!existsSync(ledger)) {
  writeWhole(ledger, ledgerCsv(fresh));
  console.error(
    `登记来源时填：file: ${basename(name)}，sha256: "${sha256(bytes)}"${document.format === 'text' ? `，lines: ${document.lines.length}` : ''}`,
  );
  console.error(
    `写出 ${ledger}：${fresh.length} 个数字，其中 ${fresh.filter((row) => row.ignored === '').length} 个待说明。`,
  );
} else {
  const old = readFileSync(ledger);
  const read = readCsv({ path: ledger, size: old.length, bytes: old }, ledgerTable);
  if (!read.csv || read.issues.length > 0) {
    for (const issue of read.issues) console.error(formatIssue(issue));
    console.error(`${ledger} 没有读懂，没有改动。请先改好，再更新。`);
    process.exit(1);
  }
  const curated = read.csv.rows.map(({ values }) => ({ ...EMPTY, ...values }) as DraftRow);
  const merged = mergeLedger(curated, fresh);
  writeWhole(ledger, ledgerCsv(merged.rows));
  for (const { from, to } of merged.moved)
    console.error(`移动 ${from.at}.${from.n} → ${to.at}.${to.n}：${to.printed}${to.unit} ${to.states || to.ignored}`);
  for (const row of merged.added) console.error(`新增 ${row.at}.${row.n}：${row.printed}${row.unit}`);
  for (const row of merged.gone)
    console.error(`不再印出 ${row.at}.${row.n}：${row.printed}${row.unit} ${row.states || row.ignored}`);
  console.error(
    `更新 ${ledger}：${merged.rows.length} 行，移动 ${merged.moved.length}，新增 ${merged.added.length}，不再印出 ${merged.gone.length}。`,
  );
}
