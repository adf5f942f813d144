/** The files that a person drops or chooses, read into memory. */
import type { Dropped } from './dropped.ts';

/** A file with the folders that it came with. */
export interface Chosen {
  readonly path: string;
  readonly file: File;
}

/** Larger files are no curated data: their size alone is said. Zip files and workbooks hold several. */
const LARGEST = { plain: 5 * 1024 * 1024, packed: 100 * 1024 * 1024, files: 10_000 } as const;

/** Files of an input, with their folders where it took a folder. */
export function fromInput(input: HTMLInputElement): Chosen[] {
  return [...(input.files ?? [])].map((file) => ({ path: file.webkitRelativePath || file.name, file }));
}

/** Files and folders of a drop. @param items of the event, read before it ends */
export async function fromDrop(items: DataTransferItemList): Promise<Chosen[]> {
  // Taken at once: the list is empty after the first wait.
  const taken = [...items]
    .filter(({ kind }) => kind === 'file')
    .map((item) => item.webkitGetAsEntry() ?? item.getAsFile());
  const chosen: Chosen[] = [];
  for (const one of taken) if (one instanceof File) chosen.push({ path: one.name, file: one });
  for (const one of taken) if (one && !(one instanceof File)) await walk(one, chosen);
  return chosen;
}

async function walk(entry: FileSystemEntry, chosen: Chosen[]): Promise<void> {
  // One more than allowed is enough to know that there are too many.
  if (chosen.length > LARGEST.files) return;
  if (entry.isFile) {
    const file = await new Promise<File>((done, fail) => (entry as FileSystemFileEntry).file(done, fail));
    chosen.push({ path: entry.fullPath.replace(/^\//, ''), file });
    return;
  }
  const reader = (entry as FileSystemDirectoryEntry).createReader();
  for (;;) {
    // A folder is read in parts until an empty one comes.
    const part = await new Promise<FileSystemEntry[]>((done, fail) => reader.readEntries(done, fail));
    if (part.length === 0) return;
    for (const one of part) await walk(one, chosen);
  }
}

/** Reads what is not too large. @param told how many of how many are read */
export async function read(chosen: readonly Chosen[], told: (done: number, all: number) => void): Promise<Dropped[]> {
  const dropped: Dropped[] = [];
  const total = chosen.reduce((sum, { file }) => sum + file.size, 0);
  const tooMuch = total > LARGEST.packed || chosen.length > LARGEST.files;
  for (const { path, file } of chosen) {
    const most = /\.(?:zip|xlsx)$/i.test(path) ? LARGEST.packed : LARGEST.plain;
    const bytes = tooMuch || file.size > most ? undefined : new Uint8Array(await file.arrayBuffer());
    dropped.push({ path, size: file.size, bytes });
    told(dropped.length, chosen.length);
  }
  return dropped;
}
