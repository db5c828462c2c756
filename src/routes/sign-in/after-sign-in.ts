import { untrack } from 'svelte';
import { replaceState } from '$app/navigation';
import type { SignInState } from './sign-in-state.svelte.ts';

/**
 * What a screen goes on with when the person is back from the sign-in page. It stands in the screen's
 * address, since the window leaves the app meanwhile.
 */
export class AfterSignIn {
  readonly #signIn: SignInState;
  readonly #name: string;
  #keeps = false;

  /** `name` is the word in the address, one for each thing to go on with. */
  constructor(signIn: SignInState, name: string) {
    this.#signIn = signIn;
    this.#name = name;
  }

  /** From now on a sign-in goes on with this; null: no longer with what was kept here before. */
  keep(value: string | null): void {
    if (value === null && !this.#keeps) return;
    this.#keeps = value !== null;
    this.#write((params) =>
      value === null ? params.delete(this.#name) : params.set(this.#name, value),
    );
  }

  /** Calls `goOn` with what was kept, once, when somebody has signed in. To be called in an effect. */
  follow(goOn: (value: string) => void): void {
    const { going, end } = this.#signIn;
    if (going !== null) return;
    const kept = new URL(location.href).searchParams.get(this.#name);
    if (kept === null || end?.kind !== 'connected') return;
    this.#keeps = false;
    this.#write((params) => params.delete(this.#name));
    untrack(() => goOn(kept));
  }

  #write(edit: (params: URLSearchParams) => void): void {
    const address = new URL(location.href);
    edit(address.searchParams);
    replaceState(address, {});
  }
}
