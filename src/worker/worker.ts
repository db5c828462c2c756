import { expose } from 'comlink';
import { SeatwiseDatabase } from '#store/database.ts';
import { whyClosed } from '#store/opening.ts';
import { watchCustomers, type CustomerMove } from '#store/watch-customers.ts';
import type { WorkerEvent } from './api.ts';
import { tellingDiskFull } from './disk-full-told.ts';
import { kernelCommands, type Kernel } from './kernel.ts';
import { Late, withLate } from './late.ts';
import { Tokens } from './sign-in/tokens.ts';

// typed by hand: this file is also checked where `self` is a window
declare const self: { postMessage(message: unknown): void };

const tell = (event: WorkerEvent): void => self.postMessage({ seatwise: event });
const db = new SeatwiseDatabase(undefined, (why) => tell({ kind: 'closed', why }));
const kernel: Kernel = { db, tokens: new Tokens(), now: () => Date.now(), tell };

const rest = new Late(
  async () => {
    const { startRest } = await import('./rest.ts');
    return startRest(kernel);
  },
  () => tell({ kind: 'closed', why: 'incomplete' }),
);

const onMoves = async (moves: readonly CustomerMove[]): Promise<void> => {
  await rest.here?.keepUp(moves);
  for (const { id, version } of moves) {
    tell({ kind: 'changed', customerId: id, version: version ?? 0 });
  }
};
watchCustomers(db, (moves) => void onMoves(moves));
void db.open().then(
  // on its way before anybody presses something; that it did not come is told as `incomplete`
  () => void rest.get().catch(() => undefined),
  (error: unknown) => tell({ kind: 'closed', why: whyClosed(error) }),
);

const commands = withLate(kernelCommands(kernel), async () => (await rest.get()).commands);
expose(tellingDiskFull(commands, () => tell({ kind: 'diskFull' })));
