import { liveQuery } from 'dexie';

/** How long after a lost connection the watch starts again, in ms. */
const RETRY_MS = 1000;

/** Gives the answer of a query now and after every write to what it read, also after a lost connection. */
export function watchQuery<T>(query: () => Promise<T>, onAnswer: (answer: T) => void): () => void {
  let stop = (): void => undefined;
  const start = (): void => {
    const retry = (): void => {
      const timer = setTimeout(start, RETRY_MS);
      stop = () => clearTimeout(timer);
    };
    const subscription = liveQuery(query).subscribe(onAnswer, retry);
    stop = () => subscription.unsubscribe();
  };
  start();
  return () => stop();
}
