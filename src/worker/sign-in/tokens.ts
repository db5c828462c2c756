import type { AskForToken, TokenAnswer, TokenAsk } from './sign-in-types.ts';

/** A page that does not answer for so long may be frozen; what asked tries again later. */
const ANSWER_LIMIT_MS = 60_000;

/** Passes the worker's asks for tokens to its page. Keeps none of the answers. */
export class Tokens {
  #page: Promise<AskForToken>;
  #connect: (page: AskForToken) => void = () => undefined;

  constructor() {
    // the worker is at work a moment before its page says how it is to be asked
    this.#page = new Promise((resolve) => (this.#connect = resolve));
  }

  /** From now on this page answers. */
  connect(page: AskForToken): void {
    // a function that comes from another thread looks as if it could be awaited
    const answering: AskForToken = (ask) => page(ask);
    this.#connect(answering);
    this.#page = Promise.resolve(answering);
  }

  /** A token for one call or a few that follow at once; `offline` where no page answers in time. */
  async ask(ask: TokenAsk): Promise<TokenAnswer> {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const late = new Promise<TokenAnswer>((resolve) => {
      timer = setTimeout(() => resolve({ kind: 'offline' }), ANSWER_LIMIT_MS);
    });
    try {
      return await Promise.race([this.#page.then((page) => page(ask)), late]);
    } finally {
      clearTimeout(timer);
    }
  }
}
