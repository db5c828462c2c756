import type { Pace } from '#base/pace.ts';

/** Lets waiting messages (commands, cancel) run first. A message is quicker than a timer, which browsers clamp. */
export function nextTurn(): Promise<void> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(null);
  });
}

/** How long work may keep others waiting, in ms. */
export const SLICE_MS = 16;

/** A pace for long work that no job shows: rests after every slice, tells nobody. `clock` in ms. */
export function quietPace(clock: () => number): Pace {
  let sliceStart = clock();
  return {
    due: () => clock() - sliceStart >= SLICE_MS,
    async rest() {
      await nextTurn();
      sliceStart = clock();
    },
  };
}

/** The same by the device's clock: what is asked meanwhile is answered. */
export const politePace = (): Pace => quietPace(() => performance.now());
