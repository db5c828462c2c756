/** What a browser may not keep beside the data; the app works without. */
type Refused = 'choices' | 'offlineCopy';

/** What this browser did not keep, until a person has read it. */
export class Refusals {
  #what = $state<Refused | null>(null);

  /** Null: nothing. */
  get what(): Refused | null {
    return this.#what;
  }

  tell(what: Refused | null): void {
    this.#what = what;
  }
}
