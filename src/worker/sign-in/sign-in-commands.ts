import type { Kernel } from '#worker/kernel.ts';
import type { AskForToken } from './sign-in-types.ts';

/** How the page answers asks for tokens. */
export const signInCommands = ({ tokens }: Kernel) => ({
  /** The page says once after the start, as a Comlink proxy, how it is to be asked for tokens. */
  connectTokens: (ask: AskForToken) => tokens.connect(ask),
});
