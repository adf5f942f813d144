/** How names are typed without Chinese characters. */
import { pinyin } from 'pinyin-pro';
import { plain } from '../search/text.ts';

const known = new Map<string, string>();

/**
 * The syllables of a name, without tones, `gong wu jie dai fei`; ü is typed `v`. Punctuation is left out, digits and Latin
 * letters stand as they are. Characters with several readings are read as in the words of the library's dictionary.
 */
export function pinyinOf(name: string): string {
  const found =
    known.get(name) ??
    pinyin(plain(name), { toneType: 'none', type: 'array', nonZh: 'consecutive', v: true }).join(' ');
  known.set(name, found);
  return found;
}
