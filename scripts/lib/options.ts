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

/** Parses `process.argv`; on a wrong option prints what is allowed and exits with 1. */
export function parseOptions<const T extends Options>(
  command: string,
  options: T,
  positionals: string[] = [],
): Values<T> & { readonly files: string[] } {
  try {
    const parsed = parseArgs({ args: process.argv.slice(2), options, allowPositionals: positionals.length > 0 });
    return { ...(parsed.values as unknown as Values<T>), files: parsed.positionals };
  } catch (error) {
    const list = [
      ...positionals,
      ...Object.entries(options).map(([name, { type }]) => (type === 'boolean' ? `[--${name}]` : `[--${name} …]`)),
    ];
    console.error(`看不懂的选项：${(error as Error).message}\n用法：npm run ${command} -- ${list.join(' ')}`);
    process.exit(1);
  }
}
