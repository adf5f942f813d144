/** One file offered for download. */

export type Content = string | Uint8Array;

export interface Download {
  /** Relative to the site's root: data/all/figures.csv */
  readonly path: string;
  readonly title: string;
  /** Made when it is written. */
  readonly content: () => Content | Promise<Content>;
}

/** The bytes of a download. */
export async function bytesOf({ content }: Download): Promise<Uint8Array> {
  const made = await content();
  return typeof made === 'string' ? new TextEncoder().encode(made) : made;
}
