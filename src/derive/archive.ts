/** All files of one report in one zip file, with a README and checksums. */
import { zipSync } from 'fflate';
import { fullAddress } from '../site/settings.ts';
import type { Site, SiteReport } from '../site/site.ts';
import { reportVersion } from '../site/version.ts';
import { KINDS, LEDGERS } from '../tables/report.ts';
import { ledgerClaim, originClaim, readClaim } from '../views/claims.ts';
import { archivePath, dataPath, reportPath } from '../views/paths.ts';
import { checksumList, sha256 } from './checksums.ts';
import { LICENSE } from './descriptions/about.ts';
import { bytesOf, offered, type Download } from './download.ts';

/** Files for programs and readers. Spreadsheet twins, which only repeat them, stay out. */
const INSIDE = /(?<!\.excel)\.csv$|\.(?:json|yaml|md)$/;

/**
 * The one date of every entry: the earliest that zip can say, and so no date at all. Zip keeps local time without a zone
 * (APPNOTE 4.4.6) and fflate reads a date as local, so that these local parts give the same bytes in every time zone. Noon,
 * because no zone ever skipped it.
 */
const DATE = new Date(1980, 0, 1, 12, 0, 0);

/**
 * The zip file of a report: one folder with its files under the names of the site, README.txt and
 * SHA256SUMS. The same files give the same bytes.
 * @param files the report's other downloads; those that are text for programs or readers go in
 */
export function archive(site: Site, entry: SiteReport, files: readonly Download[]): Download {
  const { report } = entry.checked;
  const path = archivePath(report);
  return {
    path,
    title: '全部文件（zip）',
    content: async () => {
      const inside = offered(files).filter((file) => INSIDE.test(file.path));
      const contents = new Map<string, Uint8Array>();
      for (const file of inside) contents.set(nameInside(entry, file), await bytesOf(file));
      const text = new TextEncoder();
      contents.set('README.txt', text.encode(readme(site, entry, inside)));
      const sums = checksumList(new Map([...contents].map(([name, bytes]) => [name, sha256(bytes)])));
      contents.set('SHA256SUMS', text.encode(sums));
      const folder = `${report.department}-${report.year}/`;
      const sorted = [...contents].sort(([a], [b]) => (a < b ? -1 : 1));
      return zipSync(Object.fromEntries(sorted.map(([name, bytes]) => [folder + name, bytes])), {
        level: 9,
        mtime: DATE,
      });
    },
  };
}

/** Below the report's folder as on the site; a file from elsewhere, such as the department's, without its folder. */
function nameInside({ checked: { report } }: SiteReport, { path }: Download): string {
  const folder = dataPath(report);
  return path.startsWith(folder) ? path.slice(folder.length) : path.slice(path.lastIndexOf('/') + 1);
}

/** README.txt: what this is, the files, how to read, licence, how to cite, data version. */
function readme(site: Site, entry: SiteReport, inside: readonly Download[]): string {
  const { department, checked } = entry;
  const { report, proof } = checked;
  const { sources } = report.meta;
  const [read, origin] = [readClaim(sources), originClaim(sources)];
  const title = `${department.meta.name} ${report.year} 年度`;
  const version = reportVersion(site.files, report);
  const address = fullAddress(reportPath(report));
  const kinds = report.meta.kinds.map((kind) => KINDS[kind]).join('、');
  const lines = [
    `明账：${title}（${kinds}）`,
    '',
    `口径：${report.meta.coverage}`,
    `数据版本：${version}`,
    ...(address ? [`网页：${address}`] : []),
    '',
    '文件',
    ...inside.map((file) => `  ${nameInside(entry, file)}  ${file.title}`),
    '  README.txt  本说明',
    '  SHA256SUMS  以上文件的校验和，可用 sha256sum -c SHA256SUMS 核对',
    '',
    '怎样读',
    `  CSV 是 UTF-8，英文表头，一行一条；数是照${read}录入的十进制文本，金额一律万元；空着是${read}里没有印出，0 是印出的零。`,
    ...(origin ? [`  ${origin}`] : []),
    '  用 Excel、WPS 打开请从“数据－自文本/CSV”导入，编码选 UTF-8；网站上另有表格软件可直接打开的一份。',
    `  对账：${LEDGERS[proof]}。${ledgerClaim(proof)}`,
    ...(report.ledgers.size > 0 ? ['  台账在 ledger 文件夹，states 一列写明数字说的是哪个单元（表/项目/计量）。'] : []),
    '  差异（findings.csv）是文件里两处对不上，两边都列，不说谁对谁错。',
    '',
    '许可',
    `  整理的数据：${LICENSE.title}，https://creativecommons.org/licenses/by/4.0/deed.zh-hans`,
    '  数字出自各部门依法公开的文件，来源见 report.yaml。',
    '',
    '怎样引用',
    `  明账：${title}公开数据，数据版本 ${version}${address ? `，${address}` : ''}`,
    '',
  ];
  return lines.join('\n');
}
