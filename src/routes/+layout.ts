import { isFreshDevice } from '#client/fresh-device.ts';
import { preferredLocale } from '#messages/locale.ts';
import { loadFirstMessages, loadMessages } from '#messages/messages.ts';
import { bringIcons } from '#ui/icons.svelte.ts';
import { Remembered } from './remembered.ts';
import type { LayoutLoad } from './$types';

// One static page for every address: everything is drawn in the browser.
export const ssr = false;
export const prerender = false;

/**
 * The texts of the first paint, and whether there can be any data; nothing here waits for the worker. Who has
 * no customers yet lands on a screen that does with few of the texts.
 */
export const load: LayoutLoad = async ({ route, untrack }) => {
  const remembered = new Remembered();
  const locale = remembered.locale() ?? preferredLocale(navigator.languages);
  // loaded once: on other screens the session brings the others
  const isNew = remembered.opened().length === 0;
  const isFirst = untrack(() => route.id) === '/' && isNew;
  const looking = isNew ? isFreshDevice() : false;
  const [messages] = await (isFirst
    ? Promise.all([loadFirstMessages(locale)])
    : Promise.all([loadMessages(locale), bringIcons()]));
  return { locale, messages, remembered, isFresh: await looking };
};
