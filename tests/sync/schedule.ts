import { Device, disturb } from './device.ts';
import { Dice } from './dice.ts';
import { FakeOutbox } from './fake-outbox.ts';
import { Keeping } from './keeping.ts';
import { anyPath, makePeople, makePlan, type People } from './people.ts';
import { Permissions } from './permissions.ts';
import { steer, undo } from './person.ts';
import { Timeline, type Actor } from './timeline.ts';
import type { Sending } from '../../src/sync/ports.ts';
import type { SkuId } from '../../src/licenses/ids.ts';
import type { DirectPath } from '../../src/plan/operation.ts';
import type { UserId } from '../../src/users/ids.ts';
import { LOCATION_NONE, readLocation } from '../../src/users/usage-location.ts';
import type { KeptOutbox, WatchedOutbox } from './watched-outbox.ts';
import { limits, type Mutant, type Weather } from './weather.ts';

const MOST_STEPS = 20_000;

/** How many turns of the event loop a Save, or a commit, takes at most. */
const MOST_TURNS = 40;

/** By how much a clock is set, or how long everybody sleeps, in ms: beyond a lease, and a review. */
const SPANS = [5_000, 150_000, 3_600_000, 90_000_000, 260_000_000];

/** Beyond all waits, and not beyond a review. */
const HURRIES = [40_000, 150_000, 3_600_000];

const LOCATIONS = ['DE', 'NL'].map((letters) => readLocation(letters) ?? LOCATION_NONE);

/** Makes the durable queue of a device, which goes by a clock that is never wrong. */
export type MakeOutbox = (now: () => number) => WatchedOutbox;

/** One simulated sync with everything that could be seen of it. */
export class Schedule {
  readonly weather: Weather;
  readonly people: People;
  readonly devices: readonly Device[];
  readonly trace: string[] = [];
  isOver = false;
  readonly #dice: Dice;
  /** Of the person who steers: the others' throws are the same without. */
  readonly #hand: Dice;
  /** Of who may do what, and of who takes back what. */
  readonly #law: Dice;
  readonly #regret: Dice;
  /** Of who imports, restores and hands over. */
  readonly #house: Dice;
  /** Of clocks. */
  readonly #hours: Dice;
  readonly #standsStill: boolean;
  readonly #permissions = new Permissions();
  readonly #timeline: Timeline;
  /** From then on nothing goes wrong any more. */
  #clearAt: number;

  constructor(
    seed: number,
    weather: Weather,
    mutant: Mutant | null = null,
    makeOutbox: MakeOutbox = (now) => new FakeOutbox(limits, mutant, now),
  ) {
    this.weather = weather;
    // the same people and plan in any weather
    const birth = new Dice(seed);
    this.people = makePeople(birth, weather);
    this.#dice = new Dice(~seed);
    this.#hand = new Dice(seed ^ 0x5eed);
    this.#law = new Dice(seed ^ 0x1a3);
    this.#regret = new Dice(seed ^ 0x4e64);
    this.#house = new Dice(seed ^ 0x40e5);
    this.#hours = new Dice(seed ^ 0x3a7c);
    this.#standsStill = seed % 2 === 0;
    if (weather.forbidding) this.#permissions.begin(this.people.users, this.#law);
    this.#timeline = new Timeline(this.#dice);
    this.#clearAt = Object.values(weather).includes(true) ? 60_000 + this.#dice.int(400_000) : 0;
    const shared = {
      timeline: this.#timeline,
      dice: this.#dice,
      hours: this.#hours,
      cloud: this.people.cloud,
      ...{ weather, mutant, permissions: this.#permissions },
      isStormy: () => this.#isStormy,
      trace: (line: string) => this.trace.push(`${this.#timeline.now} ${line}`),
    };
    const names = weather.secondDevice ? ['a', 'b'] : ['a'];
    this.devices = names.map((name) => {
      const onLanded = (sending: Sending): void => {
        for (const other of this.devices) if (other !== device) this.#tellEdit(other, sending);
      };
      const device: Device = new Device(name, {
        ...shared,
        outbox: makeOutbox(() => this.#timeline.now),
        nap: (window) => this.#nap(window),
        onCommit: (users) => this.#race(device, users),
        onLeft: () => this.#hurry(device),
        onLanded,
      });
      makePlan(birth, this.people, device.outbox);
      return device;
    });
  }

  /** Runs to the end. `trace` is the same for the same seed. */
  async run(): Promise<this> {
    const { kills, freezes } = this.weather;
    for (const device of this.devices) {
      await device.outbox.begin();
      await device.review();
      device.open();
      if (kills || freezes) device.open();
    }
    this.#mischief();
    if (this.weather.steering) this.#steering();
    if (this.weather.undoing) this.#undoing();
    if (this.weather.forbidding) this.#forbidding();
    if (this.weather.clocks) this.#clocks();
    if (this.weather.keeping) for (const device of this.devices) this.#keeping(device);
    for (let step = 0; step < MOST_STEPS && !this.isOver && !this.#timeline.isEmpty; step++) {
      await this.#timeline.step();
      this.isOver = !this.#isStormy && this.devices.every(({ outbox }) => outbox.isDone);
    }
    // requests that are under way still land
    for (const window of this.devices.flatMap(({ windows }) => windows)) window.isDead = true;
    while (!this.#timeline.isEmpty) await this.#timeline.step();
    for (const { outbox } of this.devices) await outbox.finish();
    return this;
  }

  get #isStormy(): boolean {
    return this.#timeline.now < this.#clearAt;
  }

  /** What one device lands is a foreign change for the other. */
  #tellEdit({ landings }: Device, sending: Sending): void {
    if (sending.kind !== 'licenses') return;
    const { userId } = sending;
    for (const sku of [...sending.remove, ...sending.add.map(({ skuId }) => skuId)]) {
      const path = this.people.cloud.path(userId, sku);
      landings.edited(userId, sku, { at: this.#timeline.now, path });
    }
  }

  /** People at the devices steer their runs, and let them go on when the storm is over. */
  #steering(): void {
    this.#timeline.in(300 + this.#hand.int(6_000), () => {
      if (this.#isStormy) {
        steer(this.#hand.pick(this.devices), this.people, this.#hand);
        this.#steering();
      } else for (const device of this.devices) device.ask('go');
    });
  }

  /** People think better of what they planned. */
  #undoing(): void {
    this.#timeline.in(500 + this.#regret.int(6_000), () => {
      if (!this.#isStormy) return;
      undo(this.#regret.pick(this.devices), this.people, this.#regret);
      this.#undoing();
    });
  }

  /** People do with the customer what they can; when the storm is over nobody else has it in hand. */
  #keeping(device: Device): void {
    const { outbox } = device;
    if (!('deeds' in outbox)) throw new Error('for the real store');
    const dice = this.#house;
    const [people, timeline, weather] = [this.people, this.#timeline, this.weather];
    const kept = new Keeping({
      device,
      outbox: outbox as KeptOutbox,
      people,
      timeline,
      weather,
      dice,
    });
    const next = (): void => {
      timeline.in(500 + dice.int(15_000), () => {
        void timeline.await(this.#isStormy ? kept.act() : kept.takeBack());
        if (this.#isStormy) next();
      });
    };
    next();
  }

  /** The clock of a device is set, or everybody sleeps. */
  #clocks(): void {
    const dice = this.#hours;
    const timeline = this.#timeline;
    timeline.in(1_000 + dice.int(60_000), () => {
      if (!this.#isStormy) return;
      this.#clocks();
      const ms = dice.pick(SPANS) * (0.5 + dice.next());
      const which = dice.int(3);
      if (which < 2) dice.pick(this.devices).setClock(which === 0 ? -ms : ms);
      else {
        timeline.sleep(
          ms,
          this.devices.flatMap(({ windows }) => windows),
        );
        this.#clearAt += ms;
        // with some machines the clock that cannot be set
        if (this.#standsStill) for (const { watch } of this.devices) watch.standStill(ms);
        // others do not sleep
        for (let n = dice.int(3); n > 0; n--) {
          timeline.underWay(dice.next() * ms, () => {
            if (!this.weather.foreignEdits) return;
            this.#edit(
              dice.pick(this.people.users),
              dice.pick(this.people.products),
              anyPath(dice),
            );
          });
        }
        this.trace.push(`${timeline.now} asleep for ${ms}`);
      }
    });
  }

  /** A person saves while a run writes, mostly for somebody of whom it writes. */
  #race(device: Device, written: readonly UserId[]): number {
    const dice = this.#house;
    if (!this.weather.racing || !this.#isStormy || !dice.is(0.8)) return 0;
    const user = dice.pick(written.length > 0 && dice.is(0.8) ? written : this.people.users);
    device.wish(user, dice.pick(this.people.products), anyPath(dice), dice.int(MOST_TURNS));
    return dice.int(MOST_TURNS);
  }

  /** A window falls asleep, some for longer than its right to send lasts, and the waits of who takes over. */
  #nap(window: Actor): void {
    const dice = this.#hours;
    if (!this.weather.naps || !this.#isStormy || !dice.is(0.3)) return;
    window.frozenUntil = this.#timeline.now + dice.int(300_000);
  }

  /** The clock is set forward while something is under way, and a window may be closed and another one opened then. */
  #hurry(device: Device): void {
    const dice = this.#hours;
    if (!this.weather.hurry || !this.#isStormy || !dice.is(0.5)) return;
    this.#timeline.underWay(dice.int(limits.requestTimeout), () => {
      device.setClock(dice.pick(HURRIES));
      if (dice.is(0.3)) disturb(device, dice, this.#timeline.now, true);
    });
  }

  /** Rights come and go; when the storm is over they are as at the beginning. */
  #forbidding(): void {
    this.#timeline.in(500 + this.#law.int(20_000), () => {
      if (!this.#isStormy) {
        this.#permissions.clear();
        return;
      }
      const deed = this.#law.is(0.6) ? 'read' : 'change';
      this.#permissions.turn(deed, this.#law.pick(this.people.users));
      this.#forbidding();
    });
  }

  /** What people, machines and other administrators do meanwhile. */
  #mischief(): void {
    this.#timeline.in(500 + this.#dice.int(8_000), () => {
      if (!this.#isStormy) return;
      this.#mishap();
      this.#mischief();
    });
  }

  /** Somebody else changes a group, a usage location, or deletes the user; false where it is a license. */
  #entangle(user: UserId, sku: SkuId): boolean {
    const dice = this.#dice;
    const { now } = this.#timeline;
    const { cloud } = this.people;
    const which = dice.int(8);
    if (which < 3) {
      const endedAt = cloud.regroup(user, sku, now) ? null : now;
      for (const { landings } of this.devices) landings.regrouped(user, sku, endedAt);
    } else if (which === 3) cloud.move(user, dice.pick([LOCATION_NONE, ...LOCATIONS]), now);
    else if (which === 4 && dice.is(0.5)) cloud.delete(user, now);
    else return false;
    return true;
  }

  /** Somebody else gives or takes a license. */
  #edit(user: UserId, sku: SkuId, path: DirectPath): void {
    const { now } = this.#timeline;
    if (!this.people.cloud.edit(user, sku, path, now)) return;
    for (const { landings } of this.devices) landings.edited(user, sku, { at: now, path });
  }

  #mishap(): void {
    const dice = this.#dice;
    const { now } = this.#timeline;
    const { kills, freezes, foreignEdits, planning } = this.weather;
    const device = dice.pick(this.devices);
    const { outbox } = device;
    const user = dice.pick(this.people.users);
    const sku = dice.pick(this.people.products);
    const which = dice.int(12);
    if (which < 3) {
      if (kills) disturb(device, dice, now, true);
    } else if (which === 3) {
      if (freezes) disturb(device, dice, now, false);
    } else if (which === 4) {
      const path = anyPath(dice);
      if (foreignEdits && this.weather.paths && this.#entangle(user, sku)) return;
      if (foreignEdits) this.#edit(user, sku, path);
    } else if (which === 5) {
      if (planning) device.wish(user, sku, anyPath(dice));
    } else if (which === 6) {
      if (planning && !outbox.open.has(user)) device.unwish(user);
    } else if (which === 7 && outbox.users.get(user)?.isHeld === true) {
      if (dice.is(0.5)) device.insist(user);
      else device.unwish(user);
    }
  }
}
