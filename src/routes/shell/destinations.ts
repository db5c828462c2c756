import type { Messages } from '#messages/messages.ts';
import type { IconName } from '#ui/icons.ts';

/** A screen that the main navigation leads to. */
export interface Destination {
  readonly route: '/' | '/licenses' | '/import' | '/rules' | '/settings';
  readonly label: string;
  readonly icon: IconName;
  readonly current: boolean;
}

/** The main navigation; `routeId` is the pattern of the screen shown, to mark where it belongs. */
export function destinations(shell: Messages['shell'], routeId: string | null): Destination[] {
  return [
    {
      route: '/',
      label: shell.customers,
      icon: 'organization',
      current: routeId === '/' || routeId?.startsWith('/customers/') === true,
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
  ];
}
