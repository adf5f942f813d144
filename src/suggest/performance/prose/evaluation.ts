/** Ratings and counts in running text: scores, grades, numbers of projects, offices and units. */
import type { CellSuggestion } from '../../suggestion.ts';
import type { Projects } from '../names.ts';
import type { Span } from '../span.ts';
import { nameAt, projectIn } from './project-name.ts';
import { occurrences, proseCell, sentence } from './sentence.ts';

interface Declared {
  readonly id: string;
  readonly pattern: RegExp;
  /** The item that each figure states, in order. */
  readonly items: readonly string[];
  readonly unit: string;
  /** Read only where the passage says this as well. */
  readonly where?: RegExp;
}

const EACH = '(?:个|项)(?:一级|二级|部门预算|预算|重点|一般公共预算)*(?:项目|支出)';
const declare = (id: string, text: string, items: string | readonly string[], where?: RegExp): Declared => ({
  id,
  pattern: sentence(text),
  items: typeof items === 'string' ? [items] : items,
  unit: '个',
  ...(where ? { where } : {}),
});

/** Counts that concern the whole department. The first declared sentence that fits a figure has it. */
export const COUNTS: readonly Declared[] = [
  declare(
    'assessed-before',
    `#${EACH}(?:支出)?(?:均)?(?:开展|进行|实施)了?(?:预算)?事前(?:绩效)?评估`,
    'projects-assessed-before',
  ),
  declare(
    'targeted',
    `(?:对|为|共|组织|完成)?#${EACH}(?:全部|均|都)?(?:编制|填报|设定|申报|设置)了?(?:预算)?(?:项目)?绩效目标`,
    'projects-targeted',
  ),
  declare('targeted-of', `编制了?#${EACH}(?:的)?(?:预算)?绩效目标`, 'projects-targeted'),
  declare(
    'monitored',
    `#${EACH}(?:全面|全部|均)?(?:开展|进行|实施)了?(?:预算|事中)?(?:绩效)?(?:运行)?监控`,
    'projects-monitored',
  ),
  declare(
    'self-evaluated',
    `#${EACH}(?:支出)?(?:全面|全部|均)?(?:开展|进行|实施)了?(?:绩效目标完成情况|绩效|项目支出绩效)?自评`,
    'projects-self-evaluated',
  ),
  declare(
    'self-evaluated-all',
    `(?:共|共计)?涉及(?:一级|二级|预算)?项目#(?:个|项)`,
    'projects-self-evaluated',
    /绩效自评/u,
  ),
  declare(
    'self-evaluated-included',
    `纳入[^。;,]{0,20}绩效自评(?:范围)?的(?:一般公共预算|部门预算|预算)?项目(?:支出)?(?:共有|共计|共|有|为)?#(?:个|项)`,
    'projects-self-evaluated',
  ),
  declare('self-evaluated-shown', `#个项目(?:的)?绩效目标实际完成情况`, 'projects-self-evaluated'),
  declare('self-evaluated-results', `反映[^,。;]{0,60}#${EACH}(?:的)?绩效自评结果`, 'projects-self-evaluated'),
  declare(
    'evaluated',
    `(?:组织|开展)[^。;]{0,160}?#${EACH}(?:开展|进行|实施)了?(?:部门)?(?:重点)?(?:绩效)?评价`,
    'projects-evaluated',
  ),
  declare('evaluated-own', `自行组织[^。;]{0,80}?#${EACH}(?:支出)?绩效评价`, 'projects-evaluated'),
  declare('projects', `(?:共有|共设|共安排|共实施|安排)(?:预算)?项目#个`, 'projects'),
  declare('projects-of', `(?:本|我)(?:单位|部门|局|委|院|中心)的#个项目`, 'projects'),
  declare('projects-all', `(?:本年|全年)?项目中?安排#个(?:活动|项目)`, 'projects'),
  declare('units', `(?:下属|所属|下辖)(?:的)?(?:二级)?(?:预算)?单位(?:共)?#个`, 'subordinate-units'),
  declare(
    'units-by-kind',
    `其中:?行政单位#个,参照公务员法管理的?事业单位#个,其他事业单位#个`,
    ['subordinate-administrative', 'subordinate-civil-service', 'subordinate-other'],
    /(?:下属|所属)/u,
  ),
  declare(
    'units-included',
    `纳入[^。;,]{0,30}(?:决算|预算)?编制范围的(?:二级)?(?:预算)?单位(?:包括|共有|共计|共|有)?:?#个`,
    'units-included',
  ),
  declare('offices', `内设(?:机构|科室|股室|处室|部门|科\\(室\\)|股\\(室\\))(?:共)?#个`, 'departments'),
  declare('offices-before', `(?:共|下)?(?:设有|设|有)#个(?:内设)(?:机构|科室|股室|处室)`, 'departments'),
  declare('accuracy', `自评准确率(?:达到|达|为)?#%`, 'accuracy'),
];

/** The single unit is said to be of this kind: 二级单位1个(即…),属于其他事业单位. */
const ONLY = sentence(
  '(?:下属|所属)二级(?:预算)?单位#个[^。]{0,60}?属于?(?<kind>其他|参照公务员法管理的?|行政)(?:事业)?单位',
);
const KINDS: Readonly<Record<string, string>> = {
  其他: 'subordinate-other',
  参照公务员法管理: 'subordinate-civil-service',
  参照公务员法管理的: 'subordinate-civil-service',
  行政: 'subordinate-administrative',
};
/** 内设4科1室: offices by kind, which only the document names. */
const OFFICES = sentence('内设(?:机构)?#个?(?<a>科|室|股|处)(?:,|、|和)?#个?(?<b>科|室|股|处)');
const UNITS = sentence('下属(?<name>事业单位)#个');

const SCORE = sentence('(?:自评|评价|综合|最终|总)(?:综合)?(?:总)?(?:得)?分(?:数)?(?:为|是|:)?#分?(?!以|及|值|制)');
const GRADE =
  /(?:(?:评价|自评|综合|绩效)(?:结果|等次|等级|结论)(?:为|是|评定为|:)|综合评定为|评定(?:等次|等级)?为|总体评价为)[“"]?(?<grade>优秀|优良|优|良好|良|中|合格|差|好)[”"]?(?:等次|等级|级)?/dgu;

/** How many projects were given a grade, and between which scores: 4个…得分在85分以上,评价结果为优秀. */
const GRADED = sentence(
  `#(?:个|项)(?:项目)?[^。;0-9]{0,30}?(?:得分在#分(?:\\(含\\))?(?<bound>以上|以下)[^。;0-9]{0,6}?)?(?:评价|自评)(?:结果|等次|等级)为[“"]?(?<grade>优秀|良好|优|良|中|差)`,
);
/** The other order: 评价结果为优的项目10个. */
const OF_GRADE = sentence(
  '(?:评价|自评)(?:结果|等次|等级)为[“"]?(?<grade>优秀|良好|优|良|中|差)[”"]?(?:等次|等级)?的?(?:项目)?(?:共|有)?#个',
);

/** Cells of one passage. `scope`: what a rating concerns when its sentence names no project. */
export function evaluationCells(span: Span, projects: Projects, scope: string): CellSuggestion[] {
  const cells: CellSuggestion[] = [];
  const taken = new Set<number>();
  const add = (
    figure: { value: string; index: number },
    item: string,
    unit: string,
    by: string,
    own?: Record<string, string>,
  ) =>
    cells.push(
      proseCell(
        span,
        figure,
        { table: 'evaluation', key: { scope: 'department', item }, columns: { unit, ...own }, measure: 'value' },
        `evaluation-${by}`,
      ),
    );
  for (const { match, figures } of occurrences(ONLY, span))
    add(figures[0]!, KINDS[match.groups!['kind']!]!, '个', 'only');
  for (const { id, pattern, items, unit, where } of COUNTS) {
    if (where && !where.test(span.text)) continue;
    for (const { figures } of occurrences(pattern, span)) {
      if (figures.some(({ index }) => taken.has(index))) continue;
      figures.forEach((figure, index) => {
        taken.add(figure.index);
        add(figure, items[index]!, id === 'accuracy' ? '%' : unit, id);
      });
    }
  }
  for (const { match, figures } of occurrences(OFFICES, span))
    [match.groups!['a']!, match.groups!['b']!].forEach((kind, index) =>
      add(figures[index]!, `内设${kind}`, kind, 'offices-by-kind', { name: `内设${kind}`, parent: 'departments' }),
    );
  for (const { match, figures } of occurrences(UNITS, span)) {
    const name = `下属${match.groups!['name']!}`;
    add(figures[0]!, name, '个', 'units-own', { name });
  }
  for (const { match, figures } of occurrences(SCORE, span)) {
    const about = scopeOf(span.text.slice(0, match.index), projects, scope);
    cells.push(
      proseCell(
        span,
        figures[0]!,
        { table: 'evaluation', key: { scope: about, item: 'score' }, columns: { unit: '分' }, measure: 'value' },
        'evaluation-score',
      ),
    );
  }
  for (const pattern of [OF_GRADE, GRADED])
    for (const { match, figures } of occurrences(pattern, span)) {
      const grade = match.groups!['grade']!;
      const [count, score] = figures;
      if (taken.has(count!.index)) continue;
      taken.add(count!.index);
      const parent = { name: `评价结果为${grade}的项目数`, parent: 'projects', text: grade };
      add(count!, `projects-${grade}`, '个', 'graded', parent);
      const operator = match.groups!['bound'] === '以上' ? '≥' : '≤';
      if (score) add(score, `score-${grade}`, '分', 'graded-score', { name: `${grade}项目得分`, operator });
    }
  for (const match of span.text.matchAll(GRADE)) {
    // The grade of some projects is not that of the department.
    if (/[0-9][个项]/u.test(span.text.slice(0, match.index).split(/[。;]/u).at(-1)!)) continue;
    const about = scopeOf(span.text.slice(0, match.index), projects, scope);
    const [from, to] = match.indices!.groups!['grade']!;
    cells.push({
      table: 'evaluation',
      key: { scope: about, item: 'grade' },
      columns: { text: span.printed(from, to) },
      figures: [],
      certainty: 'likely',
      rank: 'prose',
      by: 'evaluation-grade',
    });
  }
  return cells;
}

/** Whom a rating concerns: a project named in the sentence before it, else what the report is about. */
function scopeOf(before: string, projects: Projects, scope: string): string {
  const sentenceBefore = before.split(/[。;]/u).at(-1)!;
  if (/整体|本部门|部门预算/u.test(sentenceBefore)) return 'department';
  const name = nameAt(projectIn(sentenceBefore));
  return name === '' ? scope : projects.of(name).key;
}
