/** Adds an item to a list of a YAML file without touching anything else in it. */
import { isMap, isScalar, isSeq, parseDocument, stringify } from 'yaml';

/** An item as a block: its lines without the indent of the list, the first with its dash; and as a value. */
export interface ListItem {
  readonly lines: readonly string[];
  readonly value: unknown;
}

/** The text with an item at the end of the list `key`, which is made when it is missing or empty. */
export function addToList(text: string, key: string, { lines, value }: ListItem): string {
  const document = parseDocument(text);
  if (!isMap(document.contents)) throw new TypeError(`no mapping to add ${key} to`);
  const pair = document.contents.items.find((one) => isScalar(one.key) && one.key.value === key);
  const whole = text.endsWith('\n') ? text : `${text}\n`;
  const block = (indent: string) => lines.map((line) => `${indent}${line}\n`).join('');
  if (!pair) return `${whole}${key}:\n${block('  ')}`;
  const list = pair.value;
  if (!isSeq(list) || list.items.length === 0) {
    const colon = whole.indexOf(':', endOf(pair.key));
    const end = whole.indexOf('\n', colon);
    const comment = whole.slice(isSeq(list) ? list.range![1] : colon + 1, end).trim();
    return `${whole.slice(0, colon + 1)}${comment === '' ? '' : ` ${comment}`}\n${block('  ')}${whole.slice(end + 1)}`;
  }
  if (list.flow) {
    const close = list.range![1] - 1;
    const item = stringify(value, { collectionStyle: 'flow', lineWidth: 0 }).trim();
    return `${whole.slice(0, close).trimEnd()}, ${item}${whole.slice(close)}`;
  }
  const [first, last] = [list.items[0], list.items.at(-1)];
  const dash = whole.lastIndexOf('-', startOf(first));
  const indent = whole.slice(whole.lastIndexOf('\n', dash) + 1, dash);
  const end = endOf(last);
  const next = whole[end - 1] === '\n' ? end : whole.indexOf('\n', end) + 1;
  return `${whole.slice(0, next)}${block(indent)}${whole.slice(next)}`;
}

/** The text without the item at `index` of the list `key`; the last one leaves an empty list. */
export function removeFromList(text: string, key: string, index: number): string {
  const { contents } = parseDocument(text);
  const pair = isMap(contents) ? contents.items.find((one) => isScalar(one.key) && one.key.value === key) : undefined;
  const list = pair?.value;
  if (!isSeq(list) || index >= list.items.length) throw new RangeError(`no item ${index} of ${key}`);
  const item = list.items[index];
  if (list.flow) {
    if (list.items.length === 1) return `${text.slice(0, list.range![0])}[]${text.slice(list.range![1])}`;
    const [from, to] =
      index === 0 ? [startOf(item), startOf(list.items[1])] : [endOf(list.items[index - 1]), endOf(item)];
    return text.slice(0, from) + text.slice(to);
  }
  const dash = text.lastIndexOf('-', startOf(item));
  const end = endOf(item);
  const next = text[end - 1] === '\n' ? end : text.indexOf('\n', end) + 1;
  const rest = text.slice(next || text.length);
  if (list.items.length > 1) return text.slice(0, text.lastIndexOf('\n', dash) + 1) + rest;
  const colon = text.indexOf(':', endOf(pair!.key));
  const comment = text.slice(colon + 1, text.indexOf('\n', colon));
  return `${text.slice(0, colon + 1)} []${comment}\n${rest}`;
}

type Ranged = { readonly range?: readonly [number, number, number] | null } | null | undefined;

function startOf(node: unknown): number {
  return (node as Ranged)?.range?.[0] ?? 0;
}

function endOf(node: unknown): number {
  return (node as Ranged)?.range?.[1] ?? 0;
}
