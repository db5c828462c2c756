import type { DirectPath } from '../../src/plan/operation.ts';
import type { HandedOutcome } from '../../src/store/end-handover.ts';
import type { UserId } from '../../src/users/ids.ts';
import { Computing } from './computing.ts';
import type { Device } from './device.ts';
import type { Dice } from './dice.ts';
import type { People } from './people.ts';
import { Actor, type Timeline } from './timeline.ts';
import type { Weather } from './weather.ts';
import type { KeptOutbox } from './watched-outbox.ts';

interface Kept {
  readonly device: Device;
  readonly outbox: KeptOutbox;
  readonly people: People;
  readonly timeline: Timeline;
  readonly weather: Weather;
  readonly dice: Dice;
}

/** People at a device import, pull, back up, restore, remove, wipe, hand over and take back. */
export class Keeping {
  readonly #kept: Kept;
  #backup: Blob | null = null;

  constructor(kept: Kept) {
    this.#kept = kept;
  }

  /** One of them does something. */
  async act(): Promise<void> {
    const { dice } = this.#kept;
    const which = dice.int(14);
    if (which < 4) this.#pull();
    else if (which < 6) this.#import();
    else if (which < 8) await this.#backUp();
    else if (which === 8) await this.#restore();
    else if (which < 11) await this.#handOver();
    else if (which === 11) await this.takeBack();
    else await this.#end();
  }

  /** Everybody who is handed over is sent from here again. */
  async takeBack(): Promise<void> {
    await this.#kept.outbox.deeds.takeAllBack();
    await this.#kept.outbox.look();
  }

  /** A window in which somebody imports or pulls; it may be closed meanwhile. */
  #window(): Computing {
    const { timeline, weather, dice } = this.#kept;
    const window = new Actor();
    if (weather.kills && dice.is(0.2)) timeline.in(dice.int(20_000), () => (window.isDead = true));
    return new Computing(timeline, window);
  }

  /** Users come out of files some time after they were asked for. */
  #import(): void {
    const { device, outbox, people, timeline, dice } = this.#kept;
    const computing = this.#window();
    const ms = dice.int(dice.is(0.2) ? 30_000 : 8_000);
    const at = { read: 0 };
    const read = () =>
      computing.outside(ms, () => {
        at.read = timeline.now;
        return people.users.flatMap((user) => people.cloud.read(user, 0, timeline.now) ?? []);
      });
    // its end is waited for by the timeline, not by whoever began it
    void computing.whole(() =>
      outbox.deeds
        .bring(read, () => device.watch.now)
        .then(async (isBrought) => {
          this.#trace(`imported ${isBrought}`);
          if (isBrought) outbox.knownSince(at.read);
          await outbox.look();
        }),
    );
  }

  /** Users come page by page from Microsoft Graph. */
  #pull(): void {
    const { device, outbox, people, dice } = this.#kept;
    const { network } = device;
    if (!('wireFor' in network)) throw new Error('for the real Graph provider');
    const computing = this.#window();
    const { users, cloud } = people;
    const { products, othersTold } = outbox.deeds;
    const wire = network.wireFor(computing, { cloud, users, products, others: othersTold });
    const ports = {
      clock: {
        now: () => device.watch.now,
        sleep: (ms: number) => computing.outside(ms, () => undefined),
      },
      random: dice,
      waits: () => undefined,
    };
    const busy = (work: () => Promise<void>) => computing.whole(work);
    void computing.whole(() =>
      outbox.deeds.pull(wire, { ports, busy }).then(async (isPulled) => {
        this.#trace(`pulled ${isPulled}`);
        await outbox.look();
      }),
    );
  }

  async #backUp(): Promise<void> {
    const { device, outbox } = this.#kept;
    this.#backup = await outbox.deeds.backup(device.watch.now);
    outbox.backedUp();
    this.#trace('backed up');
  }

  async #restore(): Promise<void> {
    const { device, outbox, timeline, dice } = this.#kept;
    if (this.#backup === null) return;
    const first = dice.pick(['nothing', 'nothing', 'remove', 'wipe'] as const);
    await outbox.deeds.restore(this.#backup, first, device.watch.now);
    await outbox.restored();
    device.words.restored(timeline.now);
    this.#trace(`restored after ${first}`);
  }

  async #handOver(): Promise<void> {
    const { device, outbox, dice } = this.#kept;
    const works = await outbox.deeds.handOver(() => dice.is(0.4), device.watch.now);
    await outbox.look();
    this.#trace(`handed over ${works.map(({ userId }) => userId).join()}`);
  }

  /** Whom it was given to does it, or not, and tells so. */
  async #end(): Promise<void> {
    const { device, outbox, people, timeline, dice } = this.#kept;
    const wanted = await outbox.deeds.worksOut();
    const tell = (user: UserId): HandedOutcome => {
      const chance = dice.next();
      if (chance < 0.2) return { kind: 'skipped' };
      const rejected = { raw: 'no', code: null, requestId: null, locationSet: false } as const;
      const work = wanted.get(user);
      device.words.settled(user);
      if (chance < 0.4 || work === undefined) return { kind: 'rejected', ...rejected };
      const { location, touches } = work;
      const edits = touches.map(({ skuId, target }) => {
        const path: DirectPath = target;
        const isDone = people.cloud.edit(user, skuId, path, timeline.now);
        if (isDone) device.landings.edited(user, skuId, { at: timeline.now, path });
        return isDone;
      });
      if (edits.includes(false)) return { kind: 'rejected', ...rejected };
      if (location !== null) people.cloud.move(user, location.target, timeline.now);
      return { kind: 'applied' };
    };
    await outbox.deeds.endAll(tell, device.watch.now);
    await outbox.look();
    this.#trace('ended what was handed over');
  }

  #trace(line: string): void {
    this.#kept.device.trace(line);
  }
}
