/** What the search knows of one thing that can be found. Written by the build, read by the browser. */

/** Kinds with their Chinese names, in the order in which equally good results are shown. */
export const KINDS = {
  department: '部门',
  region: '地区',
  term: '名词',
  project: '项目',
  item: '科目与收支',
  indicator: '指标',
  finding: '差异',
} as const;

/** Another name of the same thing. */
export interface OtherName {
  /** What kind of name it is, shown when it is why the thing was found: 简称, 曾用名, 编码 … */
  readonly why: string;
  readonly name: string;
}

export interface Entry {
  readonly kind: keyof typeof KINDS;
  readonly title: string;
  /** One line: which department, year and table. */
  readonly context: string;
  /** The main quantity with its name and unit, such as `决算 457.27 万元`; absent when there is none. */
  readonly amount?: string;
  /** Address relative to the site's root, with the anchor of the exact place. */
  readonly href: string;
  readonly also?: readonly OtherName[];
  /** Of the title and the other names, in order: syllables with spaces between, `gong wu jie dai fei`. */
  readonly pinyin?: readonly string[];
}

/** `search/index.json`: where the rest of the index is. All other files lie in `search/<version>/`. */
export interface IndexHead {
  /** From the content alone, so that no part of one build is ever read together with a part of another. */
  readonly version: string;
  /** How many files the grams are spread over. */
  readonly shards: number;
  readonly entries: number;
}

/** One file of grams: for each, the blocks of entries that contain it: the first, then the distance to the next. */
export type Shard = Readonly<Record<string, readonly number[]>>;

export const HEAD = 'index.json';
export const shardFile = (version: string, shard: number) => `${version}/grams-${shard}.json`;
export const blockFile = (version: string, block: number) => `${version}/entries-${block}.json`;
