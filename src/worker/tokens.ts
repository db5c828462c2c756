import type { AskForToken, TokenAnswer, TokenAsk } from './sign-in-types.ts';

/** A page that does not answer for so long may be frozen; what asked tries again later. */
const ANSWER_LIMIT_MS = 60_000;

/** Passes the worker's asks for tokens to its page. Keeps none of the answers. */
export class Tokens {
  #page: AskForToken | null = null;

  /** From now on this page answers. */
  connect(page: AskForToken): void {
    this.#page = page;
  }

  /** A token for one call or a few that follow at once; `signIn` while no page has said that it answers. */
  async ask(ask: TokenAsk): Promise<TokenAnswer> {
    if (this.#page === null) return { kind: 'signIn' };
    let timer: ReturnType<typeof setTimeout> | undefined;
    const late = new Promise<TokenAnswer>((resolve) => {
      timer = setTimeout(() => resolve({ kind: 'offline' }), ANSWER_LIMIT_MS);
    });
    try {
      return await Promise.race([this.#page(ask), late]);
    } finally {
      clearTimeout(timer);
    }
  }
}
