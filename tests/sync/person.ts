import type { Control } from '../../src/sync/ports.ts';
import type { Device } from './device.ts';
import type { Dice } from './dice.ts';
import { anyPath, type People } from './people.ts';

/** What is asked of a run, as often as it stands here. */
const asks: readonly Control[] = ['pause', 'stop', 'cancel', 'go', 'go', 'go', 'go'];

/** Somebody undoes what was planned last, mostly for those who are, or are about to be, sent. */
export function undo(device: Device, { users }: People, dice: Dice): void {
  const sent = [...device.outbox.open.keys()];
  const user = dice.pick(sent.length > 0 && dice.is(0.4) ? sent : users);
  device.undo(user, dice.int(dice.is(0.5) ? 2_000 : 60_000));
}

/** Somebody steers the run of a device, and goes on planning, mostly for those who are being sent. */
export function steer(device: Device, { users, products }: People, dice: Dice): void {
  if (dice.is(0.7)) {
    device.ask(dice.pick(asks));
    return;
  }
  const sent = [...device.outbox.open.keys()];
  const user = dice.pick(sent.length > 0 && dice.is(0.7) ? sent : users);
  device.wish(user, dice.pick(products), anyPath(dice));
}
