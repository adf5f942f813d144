/** Makes text of the data harmless inside a Markdown comment: it can neither format, link, mention nor leave its place. */

/** Characters between which nothing is recognised: a mention `@name` or a reference `#12`, `GH-12` no longer is one. */
const JOINER = '\u2060';

/**
 * One line of plain text for a terminal: control and direction characters are spelled out.
 * @param longest characters kept; what is cut is marked by “…”
 */
export function visible(text: string, longest = 200): string {
  const characters = [...text.replace(/\s+/gu, ' ').trim()];
  const kept = characters.length > longest ? `${characters.slice(0, longest - 1).join('')}…` : characters.join('');
  return kept.replace(
    /\p{Cc}|\p{Bidi_Control}|\p{Zl}|\p{Zp}|\p{Default_Ignorable_Code_Point}/gu,
    (character) => `\\u{${character.codePointAt(0)!.toString(16)}}`,
  );
}

/**
 * One line of plain text for Markdown with tables and inline HTML, as GitHub, GitLab and Gitee render it. Punctuation
 * becomes character references, which never act as Markdown (CommonMark 0.31, §2.5).
 * @param longest characters kept; what is cut is marked by “…”
 */
export function escapeText(text: string, longest = 200): string {
  return visible(text, longest)
    .replace(
      /(?<![0-9])\.|\.(?![0-9])|-(?![\p{L}\p{N}])|[!-$&-,:-@[-`{-~]/gu,
      (character) => `&#${character.charCodeAt(0)};`,
    )
    .replace(/&#(?:64|35);|(?<=GH)-/gi, (sign) => sign + JOINER);
}
