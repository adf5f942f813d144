/** Asks whether web addresses still answer, a few at a time. */

export interface Link {
  readonly url: string;
  /** Where it is used: `511113-xzspj/2024 accounts url`. */
  readonly used: readonly string[];
}

export type Outcome = 'answers' | 'moved' | 'gone' | 'unreachable';

export interface Answer extends Link {
  readonly outcome: Outcome;
  /** Status, address moved to, or the reason why there was no answer. */
  readonly detail: string;
}

export interface LinkOptions {
  /** Milliseconds to wait for one answer. */
  readonly timeout: number;
  /** Requests under way at once. */
  readonly parallel: number;
  /** Milliseconds before the second and last attempt at an address that did not answer. */
  readonly pause: number;
  readonly onAnswer?: (answer: Answer) => void;
}

/** Asks for every address once, again when nothing answered. @returns the answers in the order of the links */
export async function checkLinks(links: readonly Link[], options: LinkOptions): Promise<Answer[]> {
  const answers: Answer[] = [];
  let next = 0;
  const work = async () => {
    while (next < links.length) {
      const index = next;
      next += 1;
      const answer = await askTwice(links[index]!, options);
      answers[index] = answer;
      options.onAnswer?.(answer);
    }
  };
  await Promise.all(Array.from({ length: options.parallel }, work));
  return answers;
}

async function askTwice(link: Link, options: LinkOptions): Promise<Answer> {
  const first = await ask(link, options.timeout);
  if (first.outcome !== 'unreachable') return first;
  await new Promise((done) => {
    setTimeout(done, options.pause);
  });
  return ask(link, options.timeout);
}

/** A GET whose body is not read: many servers refuse HEAD. */
async function ask(link: Link, timeout: number): Promise<Answer> {
  try {
    const response = await fetch(link.url, {
      signal: AbortSignal.timeout(timeout),
      headers: { 'user-agent': 'mingzhang-links', accept: '*/*' },
    });
    await response.body?.cancel();
    const { status, redirected, url } = response;
    if (status === 404 || status === 410) return { ...link, outcome: 'gone', detail: String(status) };
    if (!response.ok) return { ...link, outcome: 'unreachable', detail: String(status) };
    return redirected && new URL(url).href !== new URL(link.url).href
      ? { ...link, outcome: 'moved', detail: url }
      : { ...link, outcome: 'answers', detail: String(status) };
  } catch (error) {
    return { ...link, outcome: 'unreachable', detail: reason(error) };
  }
}

function reason(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  if (error.name === 'TimeoutError') return '超时';
  const cause = error.cause as { readonly code?: string; readonly message?: string } | undefined;
  return cause?.code ?? cause?.message ?? error.message;
}
