/** Where this project's repository is published: the one place that knows. */

/** Checks an address for links: empty, or https without credentials, query and fragment. Closing “/” are dropped. */
export function repositoryAddress(text: string): string {
  if (text === '') return '';
  const url = URL.canParse(text) ? new URL(text) : undefined;
  const plain = url && url.username + url.password + url.search + url.hash === '';
  if (url?.protocol !== 'https:' || !plain)
    throw new Error(
      'MINGZHANG_REPOSITORY 应是代码仓库的 https 网址，不带账号、“?”和“#”，例如 https://example.org/mingzhang；没有网址就不要设置',
    );
  return url.href.replace(/\/+$/, '');
}

/** The repository's address without a closing “/”; empty when none is configured, and pages then link nowhere. */
export const REPOSITORY = repositoryAddress(process.env['MINGZHANG_REPOSITORY'] ?? '');
