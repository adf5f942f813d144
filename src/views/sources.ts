/** The sources of a report: what they are, where they come from, how far they are accounted for. */
import type { CheckedReport } from '../checks/check.ts';
import { LEDGERS, ORIGINS, type SourceMeta } from '../tables/report.ts';
import { dataPath } from './paths.ts';

export interface SourceView {
  readonly facts: readonly { readonly name: string; readonly text: string; readonly href?: string | undefined }[];
  /** Download of its ledger. */
  readonly ledger: string | undefined;
}

/** Facts of one source; what is not known is left out. */
export function sourceView({ report }: CheckedReport, source: SourceMeta): SourceView {
  const facts = [
    { name: '标题', text: source.title },
    { name: '发布', text: source.publisher },
    { name: '日期', text: source.date ? `${source.date}（文件所印）` : '' },
    { name: '文件', text: `${source.file}（${ORIGINS[source.text_origin]}）` },
    { name: 'sha256', text: source.sha256 },
    { name: '网址', text: source.url ?? '没有找到', href: source.url },
    { name: '存档', text: source.archived_url ?? '', href: source.archived_url },
    { name: '取得', text: source.retrieved ?? '' },
    { name: '取代', text: source.supersedes ?? '' },
    { name: '对账', text: LEDGERS[source.ledger] },
  ];
  const ledger = report.ledgers.has(source.id) ? `${dataPath(report)}ledger/${source.id}.csv` : undefined;
  return { facts: facts.filter(({ text }) => text !== ''), ledger };
}
