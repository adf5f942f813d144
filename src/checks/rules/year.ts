import { currentSources } from '../accounting.ts';
import type { Evaluation } from '../relation.ts';
import type { Rule } from './rule.ts';

/** The year in a source's title, and as-of dates of volumes, against the year that the report covers. */
export const year: Rule = {
  id: 'YEAR',
  title: '标题年度、截止日期与报告年度一致',
  says: '文件标题里的年度、“截至某年某月”的年度，与文件内容所覆盖的财政年度相同。',
  level: 'finding',
  evaluate({ report }) {
    const evaluate = (
      subject: string,
      text: string,
      what: string,
      file: string,
      line: number,
      column: number,
      at: readonly string[],
    ): Evaluation[] => {
      const printed = /((?:19|20)[0-9]{2})\s*年/.exec(text)?.[1];
      if (!printed) return [];
      const holds = Number(printed) === report.year;
      const relation = {
        rule: 'YEAR',
        subject,
        result: holds ? 'holds' : 'differs',
        left: `${printed}年`,
        right: `${report.year}年`,
        difference: '',
        unit: '',
        operands: [],
      } as const;
      if (holds) return [{ relation }];
      const problem = `${what}写 ${printed} 年，报告覆盖 ${report.year} 年度`;
      return [
        { relation, disagreement: { ...relation, at, file, line, column, problem, remedy: '核对原件的标题与内容' } },
      ];
    };
    const titles = currentSources(report).flatMap((source) => {
      const place = report.locate(['sources', report.meta.sources.indexOf(source), 'title']);
      return evaluate(
        `source/${source.id}/title`,
        source.title,
        '标题',
        `${report.folder}report.yaml`,
        place?.line ?? 1,
        place?.column ?? 1,
        [],
      );
    });
    const dates = [...report.tables.values()].flatMap(({ table, rows, path }) =>
      table.columns['period']
        ? rows.flatMap(({ values, line }) =>
            /^截[至止]/.test(values['period'] ?? '')
              ? evaluate(
                  `${table.id}/${values[table.key[0]!]}/period`,
                  values['period']!,
                  '截止日期',
                  path,
                  line,
                  1,
                  [],
                )
              : [],
          )
        : [],
    );
    return [...titles, ...dates];
  },
};
