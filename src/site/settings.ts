/**
 * Where this site and its repository are published: the one place that knows. Both come from the environment, so that a
 * fork sets them where it builds: `MINGZHANG_ADDRESS` (also `--address`) and `MINGZHANG_REPOSITORY`.
 */

/** A plain web address: no credentials, query or fragment. Undefined when it is not one. */
function plainAddress(text: string, protocols: readonly string[]): URL | undefined {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  return url && protocols.includes(url.protocol) && url.username + url.password + url.search + url.hash === ''
    ? url
    : undefined;
}

/** Checks the repository's address: empty, or https without credentials, query and fragment. Closing “/” are dropped. */
export function repositoryAddress(text: string): string {
  if (text === '') return '';
  const url = plainAddress(text, ['https:']);
  if (!url)
    throw new Error(
      'MINGZHANG_REPOSITORY 应是代码仓库的 https 网址，不带账号、“?”和“#”，例如 https://example.org/mingzhang；没有网址就不要设置',
    );
  return url.href.replace(/\/+$/, '');
}

/** Checks the site's own address: empty, or http(s) with its base path. It always ends with “/”. */
export function publicAddress(text: string): string {
  if (text === '') return '';
  const url = plainAddress(text, ['https:', 'http:']);
  if (!url)
    throw new Error(
      '网站地址（--address 或 MINGZHANG_ADDRESS）应是完整网址，不带账号、“?”和“#”，例如 https://example.org/mingzhang/',
    );
  return url.href.replace(/\/*$/, '/');
}

/** The repository's address without a closing “/”; empty when none is configured, and pages then link nowhere. */
export const REPOSITORY = repositoryAddress(process.env['MINGZHANG_REPOSITORY'] ?? '');

/** The branch that changes are proposed to. */
export const BRANCH = process.env['MINGZHANG_BRANCH'] || 'main';

/** The full address of a path relative to the site's root; empty when the site's address is not configured. */
export function fullAddress(path: string): string {
  const address = publicAddress(process.env['MINGZHANG_ADDRESS'] ?? '');
  return address && new URL(path, address).href;
}
