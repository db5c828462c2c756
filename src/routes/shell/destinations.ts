import type { Messages } from '#messages/messages.ts';
import type { IconName } from '#ui/icons.svelte.ts';

/** A screen that the main navigation leads to. */
export interface Destination {
  readonly route: '/' | '/pending' | '/licenses' | '/import' | '/rules' | '/settings' | '/help';
  readonly label: string;
  readonly icon: IconName;
  readonly current: boolean;
  /** How many users wait there; 0 where nothing is counted. */
  readonly waiting: number;
}

/**
 * The main navigation; `routeId` is the pattern of the screen shown, to mark where it belongs,
 * `pendingUsers` how many users are pending on this device.
 */
export function destinations(
  shell: Messages['shell'],
  routeId: string | null,
  pendingUsers: number,
): Destination[] {
  const screens: readonly Omit<Destination, 'waiting'>[] = [
    {
      route: '/',
      label: shell.customers,
      icon: 'organization',
      current: routeId === '/' || routeId?.startsWith('/customers/') === true,
    },
    {
      route: '/pending',
      label: shell.pending,
      icon: 'clock',
      current: routeId?.startsWith('/pending') === true,
    },
    {
      route: '/licenses',
      label: shell.allLicenses,
      icon: 'license',
      current: routeId === '/licenses',
    },
    { route: '/import', label: shell.import, icon: 'import', current: routeId === '/import' },
    { route: '/rules', label: shell.rules, icon: 'scales', current: routeId === '/rules' },
    {
      route: '/settings',
      label: shell.settings,
      icon: 'settings',
      current: routeId === '/settings',
    },
    {
      route: '/help',
      label: shell.help,
      icon: 'question',
      current: routeId?.startsWith('/help') === true,
    },
  ];
  return screens.map((screen) => ({
    ...screen,
    waiting: screen.route === '/pending' ? pendingUsers : 0,
  }));
}
