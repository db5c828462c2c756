import type { IconName } from './icons.svelte.ts';

/** One line of a menu: a command, one of several choices, or a link. */
export interface MenuItem {
  readonly label: string;
  readonly icon?: IconName;
  readonly disabled?: boolean;
  /** Set for a choice among several. */
  readonly checked?: boolean;
  /** A line stands above it. */
  readonly startsGroup?: boolean;
  readonly href?: string;
  /** Deletes or loses something. */
  readonly danger?: boolean;
  /** Language of the label where it is not the page's. */
  readonly lang?: string;
  readonly onselect?: () => void;
}
