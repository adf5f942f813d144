/** The glossary: every term with its explanation, and the terms that occur in what a page shows. */
import { readTerm } from '../checks/glossary.ts';
import type { Site } from '../site/site.ts';
import { renderMarkdown } from './markdown.ts';

export interface TermView {
  /** File name and anchor on the glossary page. */
  readonly slug: string;
  readonly name: string;
  /** Other spellings, and parts that the same entry explains. */
  readonly aliases: readonly string[];
  readonly html: string;
  /** The explanation in one paragraph without markup. */
  readonly text: string;
}

export interface InitialView {
  /** First letter of the file names: A to Z, by which a dictionary is searched. */
  readonly letter: string;
  readonly terms: readonly TermView[];
}

/** A word to look for, and the term that explains it. */
interface Spelling {
  readonly word: string;
  readonly term: TermView;
}

interface Glossary {
  readonly terms: readonly TermView[];
  /** Longest first, so that a term hides those inside it. */
  readonly spellings: readonly Spelling[];
}

type Source = Pick<Site, 'glossary'>;

/** Parsed once per glossary, since every table of every report asks for its terms. */
const parsed = new WeakMap<Source['glossary'], Glossary>();

/** All terms by slug, in code unit order and so independent of the locale. */
export function glossaryView(site: Source): readonly TermView[] {
  return glossaryOf(site).terms;
}

/** All terms under the first letter of their slugs. */
export function glossaryInitials(site: Source): InitialView[] {
  const terms = glossaryView(site);
  const letterOf = ({ slug }: TermView) => slug.charAt(0).toUpperCase();
  return [...new Set(terms.map(letterOf))].map((letter) => ({
    letter,
    terms: terms.filter((term) => letterOf(term) === letter),
  }));
}

/** The terms that some labels name, each once, in order of appearance; a longer term hides those inside it. */
export function termsIn(site: Source, labels: readonly string[]): TermView[] {
  const { spellings } = glossaryOf(site);
  return [...new Set(labels.flatMap((label) => termsOf(label, spellings)))];
}

function termsOf(label: string, spellings: readonly Spelling[]): TermView[] {
  const found: { readonly at: number; readonly end: number; readonly term: TermView }[] = [];
  for (const { word, term } of spellings) {
    for (let at = label.indexOf(word); at >= 0; at = label.indexOf(word, at + 1)) {
      const end = at + word.length;
      if (found.every((one) => at < one.at || end > one.end)) found.push({ at, end, term });
    }
  }
  return found.sort((a, b) => a.at - b.at).map(({ term }) => term);
}

function glossaryOf({ glossary }: Source): Glossary {
  let known = parsed.get(glossary);
  if (!known) {
    const terms = [...glossary]
      .map(([slug, markdown]) => termView(slug, markdown))
      .sort((a, b) => (a.slug < b.slug ? -1 : 1));
    const spellings = terms
      .flatMap((term) => [term.name, ...term.aliases].map((word) => ({ word, term })))
      .filter(({ word }) => word !== '')
      .sort((a, b) => b.word.length - a.word.length);
    known = { terms, spellings };
    parsed.set(glossary, known);
  }
  return known;
}

function termView(slug: string, markdown: string): TermView {
  const { name, aliases, body } = readTerm(markdown);
  return { slug, name, aliases, html: renderMarkdown(body), text: plain(body) };
}

/** Markdown of an entry as one line: link texts without addresses, no emphasis, no line breaks. */
function plain(markdown: string): string {
  return markdown
    .replace(/\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replace(/[*`]/g, '')
    .replace(/\s*\n\s*/g, '');
}
