/** Addresses of the forge where changes are proposed. */

/**
 * The forge's page for a new file, filled in (GitHub: `/new/<branch>/<folder>?filename=…&value=…`).
 * @param repository its address without a closing “/”
 */
export function newFileAddress(repository: string, branch: string, path: string, text: string): string {
  const cut = path.lastIndexOf('/');
  const query = new URLSearchParams({ filename: path.slice(cut + 1), value: text });
  return `${repository}/new/${branch}/${path.slice(0, cut)}?${query.toString()}`;
}

/** The forge's page for dropping files and folders into the repository. */
export function uploadAddress(repository: string, branch: string): string {
  return `${repository}/upload/${branch}`;
}
