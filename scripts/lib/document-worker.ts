/** Reads one document in a thread of its own; see read-patiently.ts. */
/* oxlint-disable unicorn/require-post-message-target-origin -- the port of a thread has no origin */
import { parentPort, workerData } from 'node:worker_threads';
import { readDocument, type DocumentFile } from '../../src/documents/read.ts';

const read = await readDocument(workerData as DocumentFile, (done, total) =>
  parentPort!.postMessage({ progress: [done, total] }),
);
parentPort!.postMessage({ read });
