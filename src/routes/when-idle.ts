/** How long a busy page may put it off, in ms. */
const AT_LATEST = 500;

/** Does what nobody waits for, once the browser has drawn what somebody does. The returned function calls it off. */
export function whenIdle(work: () => void): () => void {
  // Safari has no such callback
  if (!('requestIdleCallback' in globalThis)) {
    const timer = setTimeout(work, AT_LATEST);
    return () => clearTimeout(timer);
  }
  const asked = requestIdleCallback(work, { timeout: AT_LATEST });
  return () => cancelIdleCallback(asked);
}
