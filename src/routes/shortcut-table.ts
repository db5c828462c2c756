/** Keys that are pressed together. A letter is written small; a sign is what the keyboard makes of it. */
interface Keys {
  readonly key: string;
  /** With Ctrl, on a Mac with Cmd. */
  readonly command?: boolean;
  readonly shift?: boolean;
}

interface Shortcut {
  /** The screens on which it does something. */
  readonly where: 'everywhere';
  /** Any of them. */
  readonly keys: readonly Keys[];
}

export type ShortcutName = 'palette';

/** Every shortcut of Seatwise, in the order in which they are told. */
export const shortcuts: Readonly<Record<ShortcutName, Shortcut>> = {
  palette: { where: 'everywhere', keys: [{ key: 'k', command: true }] },
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
