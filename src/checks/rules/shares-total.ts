import { Big } from 'big.js';
import { decimals, step } from '../precision.ts';
import { lineOf, type Evaluation } from '../relation.ts';
import type { Rule } from './rule.ts';

/** Printed shares of all parts of one whole, in one passage, add up to 100 % within n halves of the last place. */
export const sharesTotal: Rule = {
  id: 'SHARES-TOTAL',
  title: '各部分占比相加为 100%',
  says: '同一句话把一个整体的各部分占比都印出来时，占比相加应为 100%，允许每个占比各差半个末位。',
  level: 'finding',
  evaluate({ lines, cell, precision }) {
    const groups = new Map<
      string,
      { whole: string; place: string; line: (typeof lines)[number]; parts: Map<string, string> }
    >();
    for (const line of lines) {
      for (const { expression } of line.statements) {
        const [part, whole] = expression.operands;
        if (expression.kind !== 'share' || part?.kind !== 'cell' || whole?.kind !== 'cell' || line.row.unit === '')
          continue;
        const key = `${line.row.source}:${line.row.section}|${lineOf(line.row.place)}|${whole.text}`;
        const group = groups.get(key) ?? {
          whole: whole.text,
          place: line.row.place,
          line,
          parts: new Map<string, string>(),
        };
        group.parts.set(part.text, line.row.printed.normalize('NFKC'));
        groups.set(key, group);
      }
    }
    return [...groups.values()].flatMap(({ whole, place, line, parts }): Evaluation[] => {
      const total = cell(whole);
      const amounts = [...parts.keys()].map(cell);
      if (!total || total.value.eq(0) || parts.size < 2 || amounts.some((one) => !one)) return [];
      const covered = amounts.reduce((sum, one) => sum.plus(one!.value), new Big(0));
      const shares = [...parts.values()];
      const slack = shares.reduce((sum, text) => sum.plus(step(decimals(text)).div(2)), new Big(0));
      // Only when the amounts themselves make up the whole is there a reason for the shares to.
      const envelope = [total, ...amounts].reduce((sum, one) => sum.plus(precision.half(one!)), new Big(0));
      if (covered.minus(total.value).abs().gt(envelope)) return [];
      const sum = shares.reduce((value, text) => value.plus(text), new Big(0));
      const gap = sum.minus(100);
      const truncated = gap.lt(0) && gap.times(-1).lt(slack.times(2));
      const result = gap.eq(0) ? 'holds' : gap.abs().lte(slack) || truncated ? 'rounds' : 'differs';
      const relation = {
        rule: 'SHARES-TOTAL',
        subject: `share(sum(${[...parts.keys()].join(',')}),${whole})`,
        result,
        left: sum.toFixed(),
        right: '100',
        difference: gap.abs().toFixed(),
        unit: '%',
        operands: [...parts.keys()],
      } as const;
      if (result !== 'differs') return [{ relation }];
      const { file, line: row } = line.row;
      const problem = `${total.name}的各部分占比 ${shares.join('% + ')}% = ${sum.toFixed()}%，与 100% 相差 ${gap.abs().toFixed()} 个百分点`;
      return [
        {
          relation,
          disagreement: {
            ...relation,
            at: [place],
            file,
            line: row,
            column: 1,
            problem,
            remedy: `请核对原件 ${lineOf(place)}`,
          },
        },
      ];
    });
  },
};
