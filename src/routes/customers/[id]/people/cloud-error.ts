import type { Messages } from '#messages/messages.ts';

/** What Microsoft 365 says about a license in error, in words; a code that has none is shown as it came. */
export function cloudErrorText({ user }: Messages, code: string): string {
  const texts: Readonly<Partial<Record<string, string>>> = user.cloudErrors;
  return texts[code] ?? user.otherError(code);
}
