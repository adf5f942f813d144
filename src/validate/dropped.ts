/** What a person gave to the page, and what the page answers: the messages between page and worker, all plain data. */
import type { Issue } from '../messages/issue.ts';
import type { PreviewView } from '../views/preview.ts';

/** One file as it was dropped; `bytes` is missing when it is larger than any curated file and was not read. */
export interface Dropped {
  /** With the folders that it was dropped with, joined with “/”. */
  readonly path: string;
  readonly size: number;
  readonly bytes: Uint8Array | undefined;
  /** Where the paste or a person said that it belongs. */
  readonly table?: string | undefined;
}

/** The site's own lists, which the page fetches: what a drop of a few files lacks. */
export interface SiteLists {
  /** Texts of `regions.csv` and `classification/*.csv` by path. */
  readonly files: Readonly<Record<string, string>>;
  /** Published years by department. */
  readonly reports: Readonly<Record<string, readonly number[]>>;
}

/** What a person says where the files do not tell. */
export interface Answers {
  readonly department: string;
  readonly year: string;
  /** Table ids by dropped path. */
  readonly tables: Readonly<Record<string, string>>;
}

/** What has to be asked before the check can start. */
export interface Question {
  /** The department and the year of the single files. */
  readonly place: boolean;
  readonly tables: readonly {
    readonly path: string;
    readonly candidates: readonly { readonly id: string; readonly title: string }[];
  }[];
}

/** Published files that the check wants beside what was dropped. */
export interface Wanted {
  readonly departments: readonly string[];
  readonly reports: readonly { readonly department: string; readonly year: number }[];
}

/** An issue as the page lists it. */
export interface ShownIssue extends Issue {
  /** One line, the same as in the terminal. */
  readonly text: string;
  /** `expenditure.csv:4:3`, below the report's folder where it is in one. */
  readonly place: string;
  /** C4, or 支出!C7 in the workbook that the row came from. */
  readonly cell: string | undefined;
}

export interface Outcome {
  readonly issues: readonly ShownIssue[];
  readonly errors: number;
  readonly notices: number;
  /** Files that were dropped and checked, as paths of the repository. */
  readonly checked: readonly string[];
  /** Number of files beside the data folder, which were not checked. */
  readonly outside: number;
  /** Those that can be made UTF-8 without byte order mark and with LF. */
  readonly convertible: readonly string[];
  /** Reports that can be previewed. */
  readonly reports: readonly { readonly department: string; readonly year: number; readonly name: string }[];
}

/** A row of a file, or some lines of a text, one of them marked. */
export interface ShownRow {
  readonly header: readonly string[] | undefined;
  readonly lines: readonly {
    readonly number: number;
    readonly fields: readonly string[];
    readonly marked: boolean;
  }[];
  /** Index of the marked field. */
  readonly column: number | undefined;
}

/** A file as it goes to the repository. */
export interface Packed {
  readonly path: string;
  readonly size: number;
  /** Its text where it is short enough to travel in an address. */
  readonly text: string | undefined;
}

/** What the worker can be asked, with the answer to each. */
export interface Tasks {
  lay: { given: { dropped: readonly Dropped[]; lists: SiteLists }; answer: Laying };
  answer: { given: Answers; answer: Laying };
  check: { given: { supplied: readonly Dropped[] }; answer: Outcome };
  convert: { given: { paths: readonly string[] }; answer: Laying };
  paste: { given: { text: string; table: string }; answer: Laying };
  row: { given: { file: string; line: number; column: number | undefined }; answer: ShownRow | undefined };
  preview: { given: { department: string; year: number }; answer: PreviewView | undefined };
  pack: { given: Record<string, never>; answer: { readonly files: readonly Packed[]; readonly zip: Uint8Array } };
}

export interface Laying {
  readonly question: Question | undefined;
  readonly wanted: Wanted;
}
