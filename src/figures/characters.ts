/** Characters that look alike made one, for comparing texts. */

/**
 * CJK Radicals Supplement (U+2E80–2EF3) with the ideograph of each: Equivalent_Unified_Ideograph of the Unicode Character
 * Database. Fonts that share glyphs make a PDF give ⻋ for 车. Radicals without an ideograph of four hexadecimal digits are
 * left out. The Kangxi radicals have theirs in NFKC, but for ⼾, which simplified print means as 户.
 */
const RADICALS =
  '⺁厂⺂乛⺃乚⺄乙⺅亻⺆冂⺈刀⺉刂⺊卜⺋㔾⺌小⺍小⺎兀⺏尣⺐尢⺒巳⺓幺⺔彑⺕彐⺖忄⺗心⺘扌⺙攵⺛旡⺜日⺝月⺞歺⺟母⺠民⺡氵⺢氺⺣灬⺤爫⺥爫⺦丬⺧牛⺨犭⺩王⺫目⺬示⺭礻⺯糹⺰纟⺱罓⺲罒⺳㓁⺴冗⺶羊⺹耂⺺肀' +
  '⺻聿⺼肉⺾艹⺿艹⻀艹⻁虎⻂衤⻃覀⻄西⻅见⻆角⻈讠⻉贝⻋车⻌辶⻍辶⻎辶⻏邑⻐钅⻑長⻒镸⻓长⻔门⻖阝⻗雨⻘青⻙韦⻚页⻛风⻜飞⻝食⻟飠⻠饣⻢马⻣骨⻤鬼⻥鱼⻦鸟⻧卤⻨麦⻩黄⻪黾⻫斉⻬齐⻭歯⻮齿⻯竜⻰龙⻱龜⻲亀' +
  '⻳龟';

const IDEOGRAPHS: ReadonlyMap<string, string> = new Map([
  ...Array.from(RADICALS.matchAll(/(.)(.)/gu), ([, radical, ideograph]) => [radical!, ideograph!] as const),
  ['⼾', '户'],
]);

/** The text with the ideographs that its radicals stand for, as print shows them; as many characters as before. */
export function ideographs(text: string): string {
  return text.replace(/[\u2e80-\u2fdf]/gu, (radical) => IDEOGRAPHS.get(radical) ?? radical.normalize('NFKC'));
}

/** The text for comparing: ideographs in place of radicals, then NFKC (（ is (, １ is 1). What is kept stays as printed. */
export function comparable(text: string): string {
  return ideographs(text).normalize('NFKC');
}
