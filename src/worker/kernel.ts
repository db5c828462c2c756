import type { SeatwiseDatabase } from '#store/database.ts';
import type { WorkerEvent } from './api.ts';
import { customerListCommands } from './customers/customer-list-commands.ts';
import { deviceCommands } from './device/device-commands.ts';
import { signInCommands } from './sign-in/sign-in-commands.ts';
import type { Tokens } from './sign-in/tokens.ts';

/** What the worker starts with. */
export interface Kernel {
  readonly db: SeatwiseDatabase;
  readonly tokens: Tokens;
  /** ms since 1970. */
  readonly now: () => number;
  readonly tell: (event: WorkerEvent) => void;
}

/** The commands that the first screen waits for: their code comes with the worker, so it is kept small. */
export function kernelCommands(kernel: Kernel) {
  return {
    ...deviceCommands(kernel),
    ...signInCommands(kernel),
    ...customerListCommands(kernel),
  };
}
