/**
 * What may be said of how a report was made and proven: never more than its proof and the origin of its texts bear.
 * Every page and file that says so takes the words from here.
 */
import type { CheckedReport } from '../checks/check.ts';
import type { SourceMeta } from '../tables/report.ts';

type Proof = CheckedReport['proof'];

const MADE: Readonly<Record<Proof, string>> = {
  complete: '整理、逐数对账',
  partial: '整理',
  none: '整理',
};

const LEDGER: Readonly<Record<Proof, string>> = {
  complete: '台账按原文次序列出文件印出的每一个数字：在哪里、怎样印、说的是哪个单元、核对的结果。',
  partial:
    '台账还不全。列出的数字按原文次序：在哪里、怎样印、说的是哪个单元、核对的结果；没有列出、没有说明的，还没有对账。',
  none: '这份报告还没有台账，表里的数没有逐一对账。',
};

const PRINTED: Readonly<Record<Proof, string>> = {
  complete: '印出的每一个数字',
  partial: '列入台账的数字',
  none: '还没有对账',
};

/** What was done to the figures, for a citation: `整理、逐数对账` only where every printed figure is accounted for. */
export function madeClaim(proof: Proof): string {
  return MADE[proof];
}

/** What the ledger of a report lists: a sentence. */
export function ledgerClaim(proof: Proof): string {
  return LEDGER[proof];
}

/** What the ledger of a report lists: a heading. */
export function printedClaim(proof: Proof): string {
  return PRINTED[proof];
}

type Origin = SourceMeta['text_origin'];

/** What the curators read. Only recognised texts and copies of unknown origin can hold errors of recognition. */
const READ: Readonly<Record<Origin, { readonly read: string; readonly recognised: boolean }>> = {
  original: { read: '原件', recognised: false },
  'text-layer': { read: '文件的文字层', recognised: false },
  ocr: { read: '文本副本', recognised: true },
  unknown: { read: '文本副本', recognised: true },
};

/** The least certain origin of the texts decides what may be said of all. */
function worst(sources: readonly SourceMeta[]): Origin {
  const origins = sources.map(({ text_origin: origin }) => origin);
  return origins.find((one) => READ[one].recognised) ?? origins.find((one) => one !== 'original') ?? 'original';
}

/** What texts that are not the published files themselves are, and whether they may hold errors of recognition: a sentence, or empty. */
export function originClaim(sources: readonly SourceMeta[]): string {
  const { read, recognised } = READ[worst(sources)];
  return read === '原件' ? '' : `依据${read}整理${recognised ? '，可能含识别误差' : ''}。`;
}

/** What the curators read: `原件`, `文件的文字层`, or `文本副本` where any text is one. */
export function readClaim(sources: readonly SourceMeta[]): string {
  return READ[worst(sources)].read;
}
