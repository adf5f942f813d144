/** The worker of the page /validate/: answers its tasks, one after another, off the page's own thread. It fetches nothing. */
import type { Tasks } from './dropped.ts';
import { Session } from './session.ts';

export interface Ask<K extends keyof Tasks = keyof Tasks> {
  readonly number: number;
  readonly task: K;
  readonly given: Tasks[K]['given'];
}

export type Reply = { readonly number: number } & ({ readonly answer: unknown } | { readonly fault: string });

let session = new Session({ files: {}, reports: {} });

const answers: { [K in keyof Tasks]: (given: Tasks[K]['given']) => Tasks[K]['answer'] | Promise<Tasks[K]['answer']> } =
  {
    lay: (given) => {
      session = new Session(given.lists);
      return session.lay(given.dropped);
    },
    answer: (given) => session.answer(given),
    check: ({ supplied }) => session.check(supplied),
    convert: ({ paths }) => session.convert(paths),
    paste: ({ text, table }) => session.paste(text, table),
    row: ({ file, line, column }) => session.row(file, line, column),
    preview: ({ department, year }) => session.preview(department, year),
    pack: () => session.pack(),
  };

async function answer<K extends keyof Tasks>({ number, task, given }: Ask<K>): Promise<Reply> {
  try {
    return { number, answer: await answers[task](given) };
  } catch (error) {
    // The page says it; nothing else could be done here.
    return { number, fault: error instanceof Error ? error.message : String(error) };
  }
}

addEventListener('message', (event: MessageEvent<Ask>) => {
  void answer(event.data).then((reply) => postMessage(reply));
});
