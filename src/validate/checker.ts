/** The page's side of the worker: questions with their answers as promises; it can be stopped at any time. */
import type { Tasks } from './dropped.ts';
import type { Ask, Reply } from './worker.ts';

interface Waiting {
  readonly done: (answer: never) => void;
  readonly fail: (error: Error) => void;
}

/** Thrown to who still waits when the check is stopped. */
export class Stopped extends Error {}

export class Checker {
  #worker: Worker | undefined;
  #waiting = new Map<number, Waiting>();
  #number = 0;

  /** Loads the worker before it is needed. */
  start(): void {
    if (this.#worker) return;
    const worker = new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' });
    worker.addEventListener('message', ({ data }: MessageEvent<Reply>) => {
      const waiting = this.#waiting.get(data.number);
      this.#waiting.delete(data.number);
      if ('fault' in data) waiting?.fail(new Error(data.fault));
      else waiting?.done(data.answer as never);
    });
    worker.addEventListener('error', () =>
      this.#end(new Error('检查用的程序没有取到，或者出了错；请联网后重新打开本页')),
    );
    this.#worker = worker;
  }

  ask<K extends keyof Tasks>(task: K, given: Tasks[K]['given']): Promise<Tasks[K]['answer']> {
    this.start();
    this.#number += 1;
    const ask: Ask<K> = { number: this.#number, task, given };
    return new Promise((done, fail) => {
      this.#waiting.set(ask.number, { done, fail });
      this.#worker!.postMessage(ask, []);
    });
  }

  /** Ends whatever the worker is doing; what it held is gone. */
  stop(): void {
    this.#end(new Stopped());
  }

  #end(error: Error): void {
    this.#worker?.terminate();
    this.#worker = undefined;
    for (const { fail } of this.#waiting.values()) fail(error);
    this.#waiting.clear();
  }
}
