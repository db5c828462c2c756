import type { Pace } from '#base/pace.ts';
import { inTurns, type Steps } from '#base/steps.ts';

/**
 * Lets waiting messages (commands, cancel) run first. A message is quicker than a timer, which browsers
 * clamp. What it says tells stories, which hold jobs, whether somebody waits for an answer.
 */
export function nextTurn(message: null | 'asked' = null): Promise<void> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(message);
  });
}

/** How long work may keep others waiting, in ms. */
export const SLICE_MS = 16;

/** A pace for long work that no job shows: rests after every slice, tells nobody. `clock` in ms. */
export function quietPace(clock: () => number, turn = nextTurn): Pace {
  let sliceStart = clock();
  return {
    due: () => clock() - sliceStart >= SLICE_MS,
    async rest() {
      await turn();
      sliceStart = clock();
    },
  };
}

/** The same for what somebody asked for: other questions are answered meanwhile. */
export const politePace = (): Pace =>
  quietPace(
    () => performance.now(),
    () => nextTurn('asked'),
  );

/** Does what somebody asked for step by step: others have their turn before it, and whenever one is due. */
export async function asked<T>(steps: Steps<T>): Promise<T> {
  await nextTurn('asked');
  return inTurns(steps, politePace());
}
