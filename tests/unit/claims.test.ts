/** What may be said of the texts: errors of recognition only where a text is recognised or of unknown origin. */
import { expect, test } from 'vitest';
import { loadSite, reportsOf } from '../../src/site/site.ts';
import { originClaim, readClaim } from '../../src/views/claims.ts';
import { findingViews } from '../../src/views/findings.ts';

const { checked } = reportsOf(loadSite('data')).find(({ checked: { report } }) => report.meta.findings.length > 0)!;
const { report } = checked;
const source = report.meta.sources[0]!;

test.each([
  [['original'], '', '原件'],
  [['text-layer'], '依据文件的文字层整理。', '文件的文字层'],
  [['original', 'text-layer'], '依据文件的文字层整理。', '文件的文字层'],
  [['ocr'], '依据文本副本整理，可能含识别误差。', '文本副本'],
  [['text-layer', 'unknown'], '依据文本副本整理，可能含识别误差。', '文本副本'],
] as const)('texts that are %j', (origins, claim, read) => {
  const sources = origins.map((origin) => ({ ...source, text_origin: origin }));
  expect([originClaim(sources), readClaim(sources)]).toEqual([claim, read]);
});

test('a finding says so of the sources that it stands in, and of no other', () => {
  const named = report.meta.findings[0]!.occurrences[0]!.at[0]!.split(':')[0]!;
  const sources = [
    { ...source, id: named, text_origin: 'text-layer' as const },
    { ...source, id: 'another', text_origin: 'unknown' as const },
  ];
  const views = findingViews({ ...checked, report: { ...report, meta: { ...report.meta, sources } } });
  expect(views[0]!.origin).toBe('依据文件的文字层整理。');
});
