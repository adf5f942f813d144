/** One file offered for download. */
import { sha256 } from './checksums.ts';

export type Content = string | Uint8Array;

export interface Download {
  /** Relative to the site's root: data/all/figures.csv */
  readonly path: string;
  readonly title: string;
  /** The standard that the file follows, as an address. */
  readonly conformsTo?: string;
  /** Read by the site's own pages alone: written and summed, but in no list of files offered. */
  readonly internal?: true;
  /** Made when it is written. */
  readonly content: () => Content | Promise<Content>;
}

/** Those that are offered to people and their programs. */
export function offered<T extends Download>(files: readonly T[]): T[] {
  return files.filter(({ internal }) => !internal);
}

/** What a description says of a file's content. */
export interface Fingerprint {
  readonly bytes: number;
  /** 64 hexadecimal digits. */
  readonly sha256: string;
}

const fingerprints = new WeakMap<Download, Fingerprint>();

/** The bytes of a download. Its fingerprint is kept, so that a file that is written first is not made again to describe it. */
export async function bytesOf(download: Download): Promise<Uint8Array> {
  const made = await download.content();
  const bytes = typeof made === 'string' ? new TextEncoder().encode(made) : made;
  fingerprints.set(download, { bytes: bytes.length, sha256: sha256(bytes) });
  return bytes;
}

/** Size and hash of a download; the file is made only when it was not made before. */
export async function fingerprintOf(download: Download): Promise<Fingerprint> {
  if (!fingerprints.has(download)) await bytesOf(download);
  return fingerprints.get(download)!;
}

const MEDIA_TYPES: Readonly<Record<string, string>> = {
  csv: 'text/csv',
  json: 'application/json',
  jsonld: 'application/ld+json',
  md: 'text/markdown',
  txt: 'text/plain',
  yaml: 'application/yaml',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  parquet: 'application/vnd.apache.parquet',
  zip: 'application/zip',
  bib: 'application/x-bibtex',
  ris: 'application/x-research-info-systems',
  svg: 'image/svg+xml',
  png: 'image/png',
  xml: 'application/xml',
};

/** The media type of a file by its name. @throws when the ending is not listed above. */
export function mediaType(path: string): string {
  const name = path.slice(path.lastIndexOf('/') + 1);
  if (!name.includes('.')) return MEDIA_TYPES['txt']!;
  const type = MEDIA_TYPES[name.slice(name.lastIndexOf('.') + 1)];
  if (!type)
    throw new Error(`不知道 ${path} 是什么类型的文件，请在 src/derive/download.ts 的 MEDIA_TYPES 加上它的扩展名`);
  return type;
}
