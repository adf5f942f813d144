/** Words around figures that state nothing, wherever they stand: enumerators, document numbers, names, what a web page adds. */
import type { IgnoredSuggestion } from '../suggestion.ts';

export interface Furniture {
  readonly id: string;
  readonly reason: IgnoredSuggestion['reason'];
  /** Matched against text as `matchText` makes it; the figures within its groups state nothing. */
  readonly words: RegExp;
  /** Only under headings with these words. */
  readonly under?: RegExp;
}

const AMOUNT = '([0-9][0-9,.]*)';
const YEAR = '(?:19|20)[0-9]{2}';
const HOTLINE = '12[0-9]{3}';
const BY_FUND = `\\(其中:一般公共预算(?:财政拨款)?支出${AMOUNT}万元(?:[;,]政府性基金预算(?:财政拨款)?支出${AMOUNT}万元)?\\)`;

export const FURNITURE: readonly Furniture[] = [
  // 1.财政拨款收入…；2.上级补助收入…
  { id: 'enumerator', reason: 'ordinal', words: /(?<=^|[。;:!?]\(?)([1-9][0-9]?)[.、)](?=["“《]?[\p{Script=Han}])/dgu },
  { id: 'annex', reason: 'ordinal', words: /(?:附件|附录|附图|附表)(?:[(:])?([1-9][0-9]?)(?![0-9.,])/dgu },
  { id: 'diagram', reason: 'ordinal', words: /(?<=^|[(,。;:、见如])[图表]([1-9][0-9]?)(?=[:.)、,。;]|$)/dgu },
  { id: 'table-number', reason: 'ordinal', words: /(?<=公开)([0-9]{1,2})(?=表)/dgu },
  { id: 'chapter', reason: 'ordinal', words: /第([0-9]{1,3})(?=部分|章|节|条|页)/dgu },

  {
    id: 'document-number',
    reason: 'document-number',
    words: /[〔[【(](20[0-9]{2}|19[0-9]{2})[〕\]】)](?:第)?([0-9]{1,5})号/dgu,
  },
  { id: 'issue-number', reason: 'document-number', words: /总?第([0-9]{1,5})(?=期)/dgu },

  {
    id: 'date',
    reason: 'date',
    words: new RegExp(`(?<![0-9])(${YEAR}([-/.])(?:0?[1-9]|1[0-2])\\2(?:3[01]|[12][0-9]|0?[1-9]))(?![0-9])`, 'dgu'),
  },
  { id: 'time', reason: 'date', words: /(?<=[0-9]{1,2} )([0-2]?[0-9]:[0-5][0-9](?::[0-5][0-9])?)(?![0-9])/dgu },
  { id: 'month', reason: 'date', words: /(1[0-2]|[1-9])月(?=份|底|末|初|上旬|中旬|下旬|执行)/dgu },

  {
    id: 'hotline',
    reason: 'name',
    words: new RegExp(
      `(${HOTLINE})(?=["”]?(?:政务|政府|便民|市民|市长|公共|服务|投诉|举报|热线|平台))|(?<=[“"])(${HOTLINE})(?=["”])`,
      'dgu',
    ),
  },
  { id: 'version', reason: 'name', words: /([1-9]\.[0-9])(?=["”]?(?:版|系统|平台))/dgu },
  { id: 'edition', reason: 'name', words: new RegExp(`(${YEAR})(?=年?版)`, 'dgu') },
  { id: 'anniversary', reason: 'name', words: /([0-9]{1,3})(?=周年)/dgu },
  {
    id: 'contact',
    reason: 'name',
    words: /(?:电话|传真|手机|邮编|邮政编码|信用代码|标识码)(?:号码)?:?([0-9][-0-9()、 ]*)/dgu,
  },
  {
    id: 'record',
    reason: 'name',
    words: /(?:备案号?|ICP备|公网安备):?(?:\p{Script=Han}ICP备|\p{Script=Han}公网安备)?([0-9]{6,}(?:号?-[0-9]+)?)/dgu,
  },
  { id: 'visits', reason: 'template', words: /(?:浏览|访问|阅读|点击)(?:次数|人次|人数|量|数):?([0-9]+)/dgu },
  { id: 'column-mark', reason: 'template', words: /\([A-Z]([0-9])\)/dgu },

  {
    id: 'unit-price',
    reason: 'legal-threshold',
    words: new RegExp(`(?:单价|单位价值|单台价值)(?:在)?${AMOUNT}万?元(?:\\(含\\))?(?=\\(?含?\\)?以上)`, 'dgu'),
  },
  {
    id: 'by-fund',
    reason: 'beyond',
    words: new RegExp(BY_FUND, 'dgu'),
    under: /三公|因公出国|公务用车|公务接待|运行经费/u,
  },
  {
    id: 'cars-bought',
    reason: 'beyond',
    words: new RegExp(`(?:轿车|越野车|载客汽车|载货汽车)([0-9]+)辆[、,]金额${AMOUNT}万元`, 'dgu'),
    under: /三公|因公出国|公务用车|公务接待/u,
  },
  {
    id: 'cars-kept',
    reason: 'beyond',
    words:
      /(?:主要领导干部|主要负责人|机要通信|应急保障|执法执勤|特种专业技术|离退休干部|其他)(?:公务)?用车([0-9]+)辆/dgu,
    under: /三公|因公出国|公务用车|公务接待/u,
  },
  { id: 'education-fees', reason: 'beyond', words: new RegExp(`含教育收费${AMOUNT}万元`, 'dgu') },
  {
    id: 'education-money',
    reason: 'beyond',
    words: new RegExp(`财政专户管理教育资金(?:收入)?${AMOUNT}万元(?:,占(?:比)?${AMOUNT}%)?`, 'dgu'),
  },
];
