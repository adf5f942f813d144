/** A set of curated files, from disk, a zip or a drop on a page: the loaders know nothing of where they come from. */

export interface DataFile {
  /** Path from the folder that holds `data`, with “/”: data/departments/… */
  readonly path: string;
  readonly size: number;
  /** Undefined when the file is larger than MAX_BYTES and so was not read. */
  readonly bytes: Uint8Array | undefined;
}

export type DataFiles = ReadonlyMap<string, DataFile>;

/** Curated files are small; the largest ledger of a long report stays far below this. */
export const MAX_BYTES = 5 * 1024 * 1024;

/** Names that editors and systems leave behind and that are no data. */
export const SKIPPED = /^(?:\.|~\$|Thumbs\.db$|desktop\.ini$)/;

/** Names directly below a folder, each once, sorted; folders end with “/”. */
export function childrenOf(files: DataFiles, folder: string): string[] {
  const names = new Set<string>();
  for (const path of files.keys()) {
    if (!path.startsWith(folder)) continue;
    const rest = path.slice(folder.length);
    const slash = rest.indexOf('/');
    names.add(slash < 0 ? rest : rest.slice(0, slash + 1));
  }
  return [...names].sort();
}
