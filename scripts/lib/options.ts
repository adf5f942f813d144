/** Command-line options with a Chinese message for what is not one. */
import { parseArgs, type ParseArgsConfig } from 'node:util';

type Options = NonNullable<ParseArgsConfig['options']>;
type Values<T extends Options> = {
  [K in keyof T]: T[K] extends { type: 'boolean' }
    ? boolean
    : T[K] extends { default: string }
      ? string
      : string | undefined;
};

/** What is wrong with arguments, in Chinese; from the message of Node that names the argument in quotes. */
function explain(error: unknown): string {
  const { code = '', message } = error as Error & { code?: string };
  const name = /'([^']+)'/.exec(message)?.[1]?.replace(/ <value>$/, '') ?? '';
  if (code === 'ERR_PARSE_ARGS_UNKNOWN_OPTION') return `没有 ${name} 这个选项`;
  if (code === 'ERR_PARSE_ARGS_UNEXPECTED_POSITIONAL') return `多出“${name}”`;
  if (code === 'ERR_PARSE_ARGS_INVALID_OPTION_VALUE')
    return /does not take/.test(message) ? `${name} 后面不写值` : `${name} 后面要写值`;
  return `看不懂的选项：${message}`;
}

/** Parses `process.argv`; with `--help` prints what is allowed and exits with 0, on a wrong option with 1. */
export function parseOptions<const T extends Options>(
  command: string,
  options: T,
  positionals: string[] = [],
): Values<T> & { readonly files: string[] } {
  const list = [
    ...positionals,
    ...Object.entries(options).map(([name, { type }]) => (type === 'boolean' ? `[--${name}]` : `[--${name} …]`)),
  ];
  const usage = `用法：npm run ${command} -- ${list.join(' ')}`;
  const args = process.argv.slice(2);
  if (args.includes('--help') || args.includes('-h')) {
    console.log(usage);
    process.exit(0);
  }
  try {
    const parsed = parseArgs({ args, options, allowPositionals: positionals.length > 0 });
    return { ...(parsed.values as unknown as Values<T>), files: parsed.positionals };
  } catch (error) {
    console.error(`${explain(error)}\n${usage}`);
    process.exit(1);
  }
}
