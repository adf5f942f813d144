/** The numbers that Word writes before paragraphs: counted per list and level, as numbering.xml declares them. */

interface Level {
  readonly start: number;
  readonly format: string;
  /** `（%2）`: the count of the second level in brackets. */
  readonly text: string;
}

interface List {
  readonly abstract: string;
  /** Levels that this list begins anew. */
  readonly restarts: ReadonlyMap<number, number>;
}

const DIGITS = '〇一二三四五六七八九';

/** 1 → 一, 12 → 十二, 26 → 二十六, 105 → 一百〇五. */
function chinese(count: number): string {
  if (count > 99) return `${DIGITS[Math.floor(count / 100)]}百${count % 100 < 10 ? '〇' : ''}${chinese(count % 100)}`;
  const tens = Math.floor(count / 10);
  const ones = count % 10 === 0 && tens > 0 ? '' : DIGITS[count % 10]!;
  return tens === 0 ? ones : `${tens > 1 ? DIGITS[tens] : ''}十${ones}`;
}

const letter = (count: number, first: string) => String.fromCodePoint(first.codePointAt(0)! + ((count - 1) % 26));
const enclosed = (count: number) => (count <= 20 ? String.fromCodePoint(0x2460 + count - 1) : String(count));

/** By names of numFmt; a list of another kind gets no numbers. */
const FORMATS: Readonly<Record<string, (count: number) => string>> = {
  decimal: String,
  decimalZero: (count) => String(count).padStart(2, '0'),
  decimalFullWidth: String,
  chineseCounting: chinese,
  chineseCountingThousand: chinese,
  japaneseCounting: chinese,
  taiwaneseCounting: chinese,
  taiwaneseCountingThousand: chinese,
  ideographDigital: chinese,
  decimalEnclosedCircle: enclosed,
  decimalEnclosedCircleChinese: enclosed,
  upperLetter: (count) => letter(count, 'A'),
  lowerLetter: (count) => letter(count, 'a'),
};

const value = (xml: string, name: string) => new RegExp(`<w:${name} [^>]*?w:val="([^"]*)"`, 'u').exec(xml)?.[1];

const unescape = (text: string) =>
  text
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&apos;', "'")
    .replaceAll('&amp;', '&');

/** Blocks of one element with an id, by that id. */
function blocks(xml: string, element: string, id: string): Map<string, string> {
  const found = xml.matchAll(new RegExp(`<w:${element} [^>]*?w:${id}="([^"]*)"[^>]*>([^]*?)</w:${element}>`, 'gu'));
  return new Map([...found].map((match) => [match[1]!, match[2]!]));
}

export class WordNumbering {
  readonly #levels = new Map<string, Map<number, Level>>();
  readonly #lists = new Map<string, List>();
  /** numPr of paragraph styles. */
  readonly #styles = new Map<string, string>();
  readonly #counts = new Map<string, number[]>();
  readonly #begun = new Set<string>();

  /** @param numbering word/numbering.xml @param styles word/styles.xml; both may be empty. */
  constructor(numbering: string, styles: string) {
    for (const [id, xml] of blocks(numbering, 'abstractNum', 'abstractNumId')) {
      const levels = [...blocks(xml, 'lvl', 'ilvl')].map(([level, one]): [number, Level] => [
        Number(level),
        {
          start: Number(value(one, 'start') ?? 1),
          format: value(one, 'numFmt') ?? 'decimal',
          text: unescape(value(one, 'lvlText') ?? ''),
        },
      ]);
      this.#levels.set(id, new Map(levels));
    }
    for (const [id, xml] of blocks(numbering, 'num', 'numId')) {
      const restarts = [...blocks(xml, 'lvlOverride', 'ilvl')].flatMap(([level, one]): [number, number][] => {
        const start = value(one, 'startOverride');
        return start === undefined ? [] : [[Number(level), Number(start)]];
      });
      this.#lists.set(id, { abstract: value(xml, 'abstractNumId') ?? '', restarts: new Map(restarts) });
    }
    for (const [id, xml] of blocks(styles, 'style', 'styleId')) {
      const own = /<w:numPr>[^]*?<\/w:numPr>/u.exec(xml)?.[0];
      if (own) this.#styles.set(id, own);
    }
  }

  /** The number of the next paragraph, from its properties; empty when it has none. Every paragraph must come by, in order. */
  next(properties: string): string {
    const own = /<w:numPr>[^]*?<\/w:numPr>/u.exec(properties)?.[0];
    const numbered = own ?? this.#styles.get(value(properties, 'pStyle') ?? '') ?? '';
    const id = value(numbered, 'numId') ?? '';
    const list = this.#lists.get(id);
    const levels = list && this.#levels.get(list.abstract);
    const at = Number(value(numbered, 'ilvl') ?? 0);
    const level = levels?.get(at);
    if (!list || !level) return '';
    const counts = this.#counts.get(list.abstract) ?? [];
    this.#counts.set(list.abstract, counts);
    const restart = this.#begun.has(`${id}/${at}`) ? undefined : list.restarts.get(at);
    this.#begun.add(`${id}/${at}`);
    counts[at] = restart ?? (counts[at] === undefined ? level.start : counts[at] + 1);
    counts.length = at + 1;
    if (!FORMATS[level.format]) return '';
    return level.text.replace(/%([1-9])/gu, (_, place: string) => {
      const one = levels!.get(Number(place) - 1);
      const count = counts[Number(place) - 1] ?? one?.start ?? 1;
      return (FORMATS[one?.format ?? ''] ?? String)(count);
    });
  }
}
