import { STEP, type Steps } from '#base/steps.ts';
import { locationLetters } from './usage-location.ts';
import { isPresent, type UserTable } from './user-table.ts';

/** Where users are, and how many of those still in the customer are there. */
export interface UserPlaces {
  readonly departments: ReadonlyMap<string, number>;
  /** By two letters, planned. */
  readonly countries: ReadonlyMap<string, number>;
}

/** Counts users by department and by usage location; who has none is not counted. */
export function* countPlaces(table: UserTable): Steps<UserPlaces> {
  const departments = new Map<string, number>();
  const byCode = new Map<number, number>();
  for (let i = 0; i < table.count; i++) {
    if (i % STEP === 0) yield;
    if (!isPresent(table, i)) continue;
    const department = table.texts.department[i] ?? '';
    const code = table.locations.planned[i] ?? 0;
    if (department !== '') departments.set(department, (departments.get(department) ?? 0) + 1);
    byCode.set(code, (byCode.get(code) ?? 0) + 1);
  }
  const countries = [...byCode].flatMap(([code, users]): [string, number][] => {
    const letters = locationLetters(code);
    return letters === null ? [] : [[letters, users]];
  });
  return { departments, countries: new Map(countries) };
}
