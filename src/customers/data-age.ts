const DAY = 86_400_000;

/** How old data may get before a screen marks it, in days. */
export interface AgeLimits {
  readonly amberDays: number;
  readonly redDays: number;
}

export const defaultAgeLimits: AgeLimits = { amberDays: 3, redDays: 14 };

export interface DataAge {
  /** Whole days since the data was taken, never negative. */
  readonly days: number;
  readonly tone: 'fresh' | 'amber' | 'red';
}

/** How old data taken at `dataAt` is at `now` (both in ms). Amber and red start after the given number of days. */
export function dataAge(
  dataAt: number,
  now: number,
  limits: AgeLimits = defaultAgeLimits,
): DataAge {
  const days = Math.max(0, Math.floor((now - dataAt) / DAY));
  const tone = days > limits.redDays ? 'red' : days > limits.amberDays ? 'amber' : 'fresh';
  return { days, tone };
}
