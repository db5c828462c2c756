import type { Commands, Desk } from './commands.ts';

/** How the page answers asks for tokens. */
export function signInCommands({ tokens }: Desk): Pick<Commands, 'connectTokens'> {
  return { connectTokens: (ask) => tokens.connect(ask) };
}
