/**
 * What a printed figure states: a cell (`table/item/measure`) or a value derived from cells.
 *
 * share(a,b) and ratio(a,b): a ÷ b · growth(a): change ÷ prior of a's row · completion(a,initial|adjusted): a ÷ that
 * budget of a's row · sum(a,b,…) · difference(a,b): a − b. The operands of share and ratio may be sums or differences.
 */

export type Derived = 'share' | 'ratio' | 'growth' | 'completion' | 'sum' | 'difference';

export interface Expression {
  /** The expression in canonical spelling: no spaces. */
  readonly text: string;
  readonly kind: 'cell' | Derived;
  /** Addresses of the cells that it names, each once. */
  readonly cells: readonly string[];
  /** Operands: cells, and for share and ratio also sums and differences. */
  readonly operands: readonly Expression[];
  readonly budget?: 'initial' | 'adjusted';
}

export interface Address {
  readonly table: string;
  readonly item: string;
  readonly measure: string;
}

const ADDRESS = /^([a-z][a-z-]*)\/([\p{L}\p{N}][\p{L}\p{N}_.-]*)\/([a-z][a-z_-]*)$/u;
const CALL = /^(share|ratio|growth|completion|sum|difference)\((.*)\)$/u;
const ARITY: Readonly<Record<Derived, readonly [number, number]>> = {
  share: [2, 2],
  ratio: [2, 2],
  growth: [1, 1],
  completion: [2, 2],
  sum: [2, 30],
  difference: [2, 2],
};

/** Splits a cell address; undefined when it is not of the form table/item/measure. */
export function parseAddress(text: string): Address | undefined {
  const match = ADDRESS.exec(text);
  return match ? { table: match[1]!, item: match[2]!, measure: match[3]! } : undefined;
}

/** Reads one expression. @returns the expression, or a Chinese sentence on what is wrong with it. */
export function parseExpression(source: string): Expression | string {
  const text = source.replace(/\s+/g, '');
  if (parseAddress(text)) return { text, kind: 'cell', cells: [text], operands: [] };
  const call = CALL.exec(text);
  if (!call)
    return `“${source}”既不是单元地址（表/项目/计量），也不是 share、ratio、growth、completion、sum、difference 之一`;
  const kind = call[1] as Derived;
  const args = splitArguments(call[2]!);
  const [least, most] = ARITY[kind];
  if (args.length < least || args.length > most) return `“${source}”的参数个数不对`;
  const budget = kind === 'completion' ? args.pop() : undefined;
  if (budget !== undefined && budget !== 'initial' && budget !== 'adjusted')
    return `“${source}”的第二个参数应为 initial 或 adjusted`;
  const operands: Expression[] = [];
  for (const arg of args) {
    const operand = parseExpression(arg);
    if (typeof operand === 'string') return operand;
    const nested = ['share', 'ratio'].includes(kind) && ['sum', 'difference'].includes(operand.kind);
    if (operand.kind !== 'cell' && !nested)
      return `“${source}”里不能套用 ${operand.kind}，只有 share、ratio 可以套 sum、difference`;
    operands.push(operand);
  }
  const cells = [...new Set(operands.flatMap((operand) => operand.cells))];
  return { text, kind, cells, operands, ...(budget ? { budget } : {}) };
}

/** Splits at commas that stand outside parentheses. */
function splitArguments(text: string): string[] {
  const args = [''];
  let depth = 0;
  for (const character of text) {
    if (character === ',' && depth === 0) args.push('');
    else args[args.length - 1] += character;
    depth += character === '(' ? 1 : character === ')' ? -1 : 0;
  }
  return args;
}

/** Splits the `states` field of a ledger row at “;”. */
export function parseStates(field: string): (Expression | string)[] {
  return field
    .split(';')
    .map((part) => part.trim())
    .filter((part) => part !== '')
    .map(parseExpression);
}
