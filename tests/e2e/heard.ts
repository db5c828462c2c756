import type { Page } from '@playwright/test';

declare global {
  /** What live regions of this page said, in their order. */
  var heard: string[];
}

/** From the next page on, notes what live regions say: what a screen reader would read out. */
export const listen = (page: Page): Promise<unknown> =>
  page.addInitScript(() => {
    const live = '[aria-live=polite], [aria-live=assertive], [role=status], [role=alert]';
    globalThis.heard = [];
    const regionsOf = ({ target, addedNodes }: MutationRecord): Element[] => {
      const place = target instanceof Element ? target : target.parentElement;
      const came = [...addedNodes].filter((node) => node instanceof Element);
      const inside = came.flatMap((one) => [...one.querySelectorAll(live)]);
      const around = place?.closest(live);
      return [...inside, ...came.filter((one) => one.matches(live)), ...(around ? [around] : [])];
    };
    new MutationObserver((changes) => {
      for (const region of new Set(changes.flatMap((change) => regionsOf(change)))) {
        const words = region.textContent.replaceAll(/\s+/g, ' ').trim();
        if (region.isConnected && words !== '') globalThis.heard.push(words);
      }
    }).observe(document, { subtree: true, childList: true, characterData: true });
  });

/** What was said on this page since `from` words before. */
export const heard = (page: Page, from = 0): Promise<string[]> =>
  page.evaluate((first) => globalThis.heard.slice(first), from);
