/** The server's answer was no. The message is the server's own, in both languages where it gave one. */
export class Refused extends Error {
  /** @param passing the same may be sent again once its reason is gone: signed out, or too much at once */
  constructor(readonly words: Readonly<Partial<Record<'ko' | 'en', string>>>, readonly passing: boolean) {
    super('refused');
    this.name = 'Refused';
  }
}

/** It is not known whether the server took it: the same may be sent again. */
export class NoAnswer extends Error {
  constructor() {
    super('no answer');
    this.name = 'NoAnswer';
  }
}

const PASSING = [401, 408, 429];

/** @throws Refused on 4xx, NoAnswer when the network or the server failed */
export async function post(url: string, body: object): Promise<unknown> {
  let response: Response;
  try {
    response = await fetch(url, {
      method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body),
      cache: 'no-store', redirect: 'error', referrerPolicy: 'no-referrer',
    });
  } catch {
    throw new NoAnswer();
  }
  const answer: unknown = await response.json().catch(() => null);
  if (response.ok) return answer;
  if (response.status >= 500) throw new NoAnswer();
  throw new Refused(wordsOf(answer), PASSING.includes(response.status));
}

function wordsOf(answer: unknown): Refused['words'] {
  const message = typeof answer === 'object' && answer !== null && 'message' in answer ? answer.message : null;
  return typeof message === 'object' && message !== null ? message : {};
}
