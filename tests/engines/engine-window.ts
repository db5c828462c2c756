/** A point of the window, in CSS pixels from its upper left corner. */
export interface Point {
  readonly x: number;
  readonly y: number;
}

/** The one window of a browser that is driven from outside. */
export interface EngineWindow {
  open(address: string): Promise<void>;
  reload(): Promise<void>;
  /** Goes back to the page before, as its button does. */
  back(): Promise<void>;
  /** Makes the part that shows the page so large, in CSS pixels. */
  resize(width: number, height: number): Promise<void>;
  /**
   * Runs a function, which may use nothing but its arguments, in the page, and gives its answer.
   * Arguments and answer are what JSON can carry.
   */
  run<Args extends readonly unknown[], Answer>(
    work: (...args: Args) => Answer | Promise<Answer>,
    ...args: Args
  ): Promise<Answer>;
  /** Runs a script in the page as the browser's own tools would, whatever the page's policy says. */
  load(script: string): Promise<void>;
  /** Presses the mouse there. */
  click(point: Point): Promise<void>;
  /** Types a text where the focus is. */
  type(text: string): Promise<void>;
  /** Errors and warnings of all pages so far: written to the console, or caught by nobody. */
  complaints(): Promise<readonly string[]>;
  close(): Promise<void>;
}
