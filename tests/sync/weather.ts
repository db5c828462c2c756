import type { Limits } from '../../src/sync/limits.ts';

/** What may go wrong, and who else is at work. */
export interface Weather {
  readonly kills: boolean;
  readonly freezes: boolean;
  readonly network: boolean;
  readonly throttle: boolean;
  readonly staleReads: boolean;
  readonly foreignEdits: boolean;
  /** Saves and undos while the run goes. */
  readonly planning: boolean;
  readonly shortages: boolean;
  /** A person pauses, stops and cancels the run, lets it go on, and saves for users who are being sent. */
  readonly steering: boolean;
  /** People undo changes, also of users who are being sent. */
  readonly undoing: boolean;
  /** Some users may not be read or not be changed, for a while or for good. */
  readonly forbidding: boolean;
  /** Another device syncs a plan of its own for the same customer. */
  readonly secondDevice: boolean;
  /** Everything goes through the real Graph provider, to what answers as Microsoft Graph does. */
  readonly graph: boolean;
  /** More users than go into one batch. */
  readonly crowd: boolean;
  /**
   * Groups give licenses, or could not, and readings may leave open how one is held. Where others edit, they
   * also change groups and usage locations, and delete users.
   */
  readonly paths: boolean;
  /** People import, pull, back up, restore, remove, wipe and hand over; on the real store only. */
  readonly keeping: boolean;
  /** People save while a run writes; on the real store only. */
  readonly racing: boolean;
  /** More users than go into one block; on the real store only. */
  readonly blocks: boolean;
  /** Clocks are set, forward and back, by up to three days, and everybody sleeps for as long. */
  readonly clocks: boolean;
  /** The clock is set forward just while something is under way. */
  readonly hurry: boolean;
  /** Windows fall asleep just before a request leaves, some of them until another one has taken over. */
  readonly naps: boolean;
}

export const calm: Weather = {
  kills: false,
  freezes: false,
  network: false,
  throttle: false,
  staleReads: false,
  foreignEdits: false,
  planning: false,
  shortages: false,
  steering: false,
  undoing: false,
  forbidding: false,
  secondDevice: false,
  graph: false,
  crowd: false,
  paths: false,
  keeping: false,
  racing: false,
  blocks: false,
  clocks: false,
  hurry: false,
  naps: false,
};

/** Everything that can happen to one device. */
export const storm: Weather = {
  ...calm,
  kills: true,
  freezes: true,
  network: true,
  throttle: true,
  staleReads: true,
  foreignEdits: true,
  planning: true,
  shortages: true,
};

/** Others leave the tenant alone, so that what is there can be counted. */
export const alone: Weather = { ...storm, foreignEdits: false };
/** And nobody plans anything new, so that shortages can be judged. */
export const settled: Weather = { ...alone, planning: false };
/** Two devices, neither knowing of the other. */
export const twoDevices: Weather = { ...storm, secondDevice: true };

/** Somebody steers the run in any way there is. */
export const steered: Weather = { ...storm, steering: true };
/** And nobody else edits, so that the last word of that person can be looked for. */
export const steeredAlone: Weather = { ...steered, foreignEdits: false };

/** And takes back what was planned while it is sent. */
export const undone: Weather = { ...steered, undoing: true, forbidding: true };
export const undoneAlone: Weather = { ...steeredAlone, undoing: true };

/** The person who syncs may not read or change everybody. */
export const forbidden: Weather = { ...storm, forbidding: true };
/** And nobody else edits or plans, so that what is there can be counted. */
export const forbiddenAlone: Weather = { ...settled, forbidding: true };

/** And the clock of a device is set, or everybody sleeps, for minutes or days. */
export const jumping: Weather = { ...undone, clocks: true };
export const jumpingAlone: Weather = { ...undoneAlone, clocks: true };

/** And just while something is under way, and no other is set. */
export const hurried: Weather = { ...storm, hurry: true };
export const hurriedAlone: Weather = { ...alone, hurry: true };

/** And windows fall asleep just before a request leaves. */
export const napping: Weather = { ...settled, naps: true };
export const nappingSteered: Weather = { ...steered, naps: true };

/** How these are when everything goes through the real Graph provider, for more users than go into one batch. */
const deep = (weather: Weather): Weather => ({
  ...weather,
  graph: true,
  crowd: true,
  paths: true,
});

const kept = (weather: Weather): Weather => ({ ...deep(weather), crowd: false, keeping: true });

/** And with everything that people can do with a customer: for the real store. */
export const keptWeathers = {
  ...{ keptStorm: kept(storm), keptAlone: kept(alone), keptUndone: kept(undone) },
  keptJumping: kept(jumping),
  ...{ racing: { ...storm, racing: true }, racingAlone: { ...steeredAlone, racing: true } },
  keptBlocks: { ...kept(undone), blocks: true },
} as const;

/** The deep ones, by name. */
export const deepWeathers = {
  ...{ deepStorm: deep(storm), deepTwoDevices: deep(twoDevices), deepSettled: deep(settled) },
  ...{ deepUndone: deep(undone), deepUndoneAlone: deep(undoneAlone), deepCalm: deep(calm) },
  ...{ deepJumping: deep(jumping), deepJumpingAlone: deep(jumpingAlone) },
  ...{ deepHurried: deep(hurried), deepHurriedAlone: deep(hurriedAlone) },
  deepNapping: deep(napping),
  deepForbidden: deep(forbidden),
  deepForbiddenAlone: deep(forbiddenAlone),
} as const;

/** All of them, by name. */
export const weathers = {
  ...{ storm, twoDevices, alone, settled, calm, steered, steeredAlone },
  ...{ undone, undoneAlone, forbidden, forbiddenAlone, jumping, jumpingAlone },
  ...{ hurried, hurriedAlone, napping, nappingSteered },
} as const;

/** The engine's times, shorter than usual. */
export const limits: Limits = {
  requestTimeout: 30_000,
  leaseTime: 60_000,
  staleness: 60_000,
  backoff: 2_000,
  longestBackoff: 30_000,
  locationLag: 60_000,
  atOnce: 20,
};

/** How far behind a reading of the fake cloud may be, in ms. */
export const MOST_LAG = 50_000;

/** Breaks one rule of the engine at its edge, to see that a test would notice. */
export type Mutant =
  | 'dropBeforeSend'
  | 'throttledIsDone'
  | 'noFencing'
  | 'noQuiet'
  | 'noReadBeforeSend'
  | 'noBarrier'
  | 'claimUnchecked'
  | 'claimWhileHeld'
  | 'partIsWhole'
  | 'claimUnreviewed'
  | 'sendUnwanted'
  | 'leaseUnchecked'
  | 'askUnchecked'
  | 'leaveUnchecked'
  | 'jumpsUnseen'
  | 'undoInFlight'
  | 'forbiddenIsDone'
  | 'forbiddenIsGone';
