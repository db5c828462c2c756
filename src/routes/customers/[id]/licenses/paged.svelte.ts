/** A list of which one page at a time is read; answers that a newer question has overtaken are dropped. */
export class Paged<Page> {
  readonly #read: (page: number) => Promise<Page>;
  #question = 0;
  #content = $state.raw<Page | null>(null);
  #failed = $state(false);

  constructor(read: (page: number) => Promise<Page>) {
    this.#read = read;
  }

  /** The page last read; null before the first. */
  get content(): Page | null {
    return this.#content;
  }

  get failed(): boolean {
    return this.#failed;
  }

  /** Reads the page with this number, counted from 0. */
  async open(page: number): Promise<void> {
    const question = ++this.#question;
    try {
      const content = await this.#read(page);
      if (question === this.#question) this.#content = content;
      this.#failed = false;
    } catch {
      if (question === this.#question) this.#failed = true;
    }
  }
}
