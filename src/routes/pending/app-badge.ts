/** Shows a number on the icon of the installed app; nothing where the browser has no such badge. */
export function showOnBadge(count: number): void {
  const badge = navigator as Partial<Pick<Navigator, 'setAppBadge' | 'clearAppBadge'>>;
  const shown = count > 0 ? badge.setAppBadge?.(count) : badge.clearAppBadge?.();
  // a system may refuse it: the same numbers stand in the navigation
  shown?.catch(() => undefined);
}
