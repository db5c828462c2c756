/** Keys that are pressed together. A letter is written small; a sign is what the keyboard makes of it. */
interface Keys {
  readonly key: string;
  /** With Ctrl, on a Mac with Cmd. */
  readonly command?: boolean;
  readonly shift?: boolean;
}

interface Shortcut {
  /** The screens on which it does something. */
  readonly where: ShortcutPlace;
  /** Any of them. */
  readonly keys: readonly Keys[];
  /** Goes on while the key is held down. */
  readonly repeats?: boolean;
}

export type ShortcutPlace = 'everywhere' | 'users' | 'change';

export type ShortcutName =
  | 'palette'
  | 'search'
  | 'help'
  | 'next'
  | 'previous'
  | 'select'
  | 'selectRange'
  | 'selectAll'
  | 'manage'
  | 'undo';

/** Every shortcut of Seatwise, in the order in which they are told. */
export const shortcuts: Readonly<Record<ShortcutName, Shortcut>> = {
  palette: { where: 'everywhere', keys: [{ key: 'k', command: true }] },
  search: { where: 'everywhere', keys: [{ key: '/' }] },
  help: { where: 'everywhere', keys: [{ key: '?' }] },
  next: { where: 'users', keys: [{ key: 'j' }], repeats: true },
  previous: { where: 'users', keys: [{ key: 'k' }], repeats: true },
  select: { where: 'users', keys: [{ key: 'x' }] },
  selectRange: { where: 'users', keys: [{ key: 'x', shift: true }] },
  selectAll: { where: 'users', keys: [{ key: 'a' }] },
  manage: { where: 'users', keys: [{ key: 'e' }] },
  undo: { where: 'change', keys: [{ key: 'u' }, { key: 'z', command: true }] },
};

type Pressed = Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey'>;

/** The shortcut that these keys are, and whether they hold a command key; null: none of ours. */
export function shortcutOf(
  pressed: Pressed,
  isMac: boolean,
): { readonly name: ShortcutName; readonly command: boolean } | null {
  for (const [name, { keys }] of Object.entries(shortcuts)) {
    const found = keys.find((one) => isPressed(one, pressed, isMac));
    if (found) return { name: name as ShortcutName, command: found.command === true };
  }
  return null;
}

function isPressed(
  { key, command = false, shift = false }: Keys,
  on: Pressed,
  isMac: boolean,
): boolean {
  if (on.altKey || (isMac ? on.ctrlKey : on.metaKey)) return false;
  if ((isMac ? on.metaKey : on.ctrlKey) !== command) return false;
  // where a sign stands, and whether it wants Shift, is the keyboard's own matter
  const isLetter = /^[a-z]$/.test(key);
  return isLetter ? on.key.toLowerCase() === key && on.shiftKey === shift : on.key === key;
}

/** The keys as they stand on the keyboard: `Ctrl K`, on a Mac `⌘ K`. */
export function keyCaps({ key, command, shift }: Keys, isMac: boolean): readonly string[] {
  return [
    ...(command === true ? [isMac ? '⌘' : 'Ctrl'] : []),
    ...(shift === true ? [isMac ? '⇧' : 'Shift'] : []),
    key.toUpperCase(),
  ];
}
