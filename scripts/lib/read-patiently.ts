/** Reads a document in a thread of its own, which is ended when nothing goes on: a crafted file may keep a reader busy for ever. */
import { Worker } from 'node:worker_threads';
import { refuse } from '../../src/documents/refusals.ts';
import type { DocumentFile, readDocument } from '../../src/documents/read.ts';

type Read = Awaited<ReturnType<typeof readDocument>>;
interface Message {
  readonly progress?: readonly [done: number, total: number];
  readonly read?: Read;
}

/** Milliseconds without another page or sheet. */
const PATIENCE = 120_000;

/** As `readDocument`, but with an issue when no page is done for so long. @throws what the reader throws. */
export function readPatiently(
  file: DocumentFile,
  progress: (done: number, total: number) => void = () => {},
  patience = PATIENCE,
): Promise<Read> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL('document-worker.ts', import.meta.url), { workerData: file });
    const finish = (read: Read) => {
      clearTimeout(timer);
      void worker.terminate().then(() => resolve(read), reject);
    };
    const giveUp = () => finish({ document: undefined, issues: [refuse.slow(file.name, patience / 1000)] });
    let timer = setTimeout(giveUp, patience);
    worker.on('message', ({ progress: at, read }: Message) => {
      if (read) return finish(read);
      clearTimeout(timer);
      timer = setTimeout(giveUp, patience);
      progress(...at!);
    });
    worker.on('error', (error) => {
      clearTimeout(timer);
      reject(error);
    });
  });
}
