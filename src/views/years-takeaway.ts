/** What the chart of a department's years says of itself when it leaves the page. */
import type { CheckedDepartment } from '../checks/check.ts';
import { fullAddress } from '../site/settings.ts';
import type { Site } from '../site/site.ts';
import { dataVersion } from '../site/version.ts';
import type { ChartView } from './charts.ts';
import { numberView } from './numbers.ts';
import { departmentPath } from './paths.ts';
import { sourceLine, sourcesOf, type Takeaway } from './portable.ts';
import type { YearsView } from './years.ts';

/** @param chart of that view */
export function yearsTakeaway(site: Site, entry: CheckedDepartment, view: YearsView, chart: ChartView): Takeaway {
  const { department, reports } = entry;
  const page = `${departmentPath(department.id)}#${chart.id}`;
  const drawn = view.rows.filter(({ key }) => chart.rows.includes(key));
  const shown = reports.map((checked, year) => ({
    checked,
    addresses: drawn.flatMap(({ numbers }) => numbers[year]?.address ?? []),
  }));
  const sources = shown
    .filter(({ addresses }) => addresses.length > 0)
    .flatMap(({ checked, addresses }) => sourcesOf(checked, (address) => addresses.includes(address)));
  const count = shown
    .map(({ checked, addresses }) => {
      const cells = addresses.map((address) => checked.report.cells.get(address)!);
      return new Set(cells.flatMap((cell) => numberView(checked, cell).findings)).size;
    })
    .reduce((sum, one) => sum + one, 0);
  return {
    title: chart.title,
    heading: department.meta.name,
    source: [
      sourceLine(sources),
      ...view.notes.map((note) => `${note.replace(/。$/, '')}。`),
      count === 0 ? '' : `图里的数涉及登记的差异 ${count} 条，两边的数见各年报告。`,
    ].join(''),
    version: dataVersion(site.files, [`data/departments/${department.id}/`]),
    page,
    address: fullAddress(page),
    file: `${department.id}-${view.years[0]}-${view.years.at(-1)}`,
  };
}
