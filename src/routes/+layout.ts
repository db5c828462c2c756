import { preferredLocale } from '#messages/locale.ts';
import { loadMessages } from '#messages/messages.ts';
import { Remembered } from './remembered.ts';
import type { LayoutLoad } from './$types';

// One static page for every address: everything is drawn in the browser.
export const ssr = false;
export const prerender = false;

/** The texts of the first paint; nothing here waits for the worker. */
export const load: LayoutLoad = async () => {
  const remembered = new Remembered();
  const locale = remembered.locale() ?? preferredLocale(navigator.languages);
  return { locale, messages: await loadMessages(locale), remembered };
};
