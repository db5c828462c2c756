import type { FactIndex } from '#rules/fact-index.ts';
import { LOCATION_NONE, LOCATION_UNKNOWN, type LocationCode } from '#users/usage-location.ts';

/**
 * Usage locations that no rule tells apart form a class: unknown, none, every one that a fact is
 * about, and all the others together. Only classes that occur are numbered.
 */
export interface LocationClasses {
  /** One location of each class. */
  readonly examples: readonly LocationCode[];
  /** The class of a location that occurs, by its code. */
  readonly classOf: Int16Array;
}

/** The classes of the locations of some users. */
export function locationClasses(locations: Uint16Array, facts: FactIndex): LocationClasses {
  const classOf = new Int16Array(65_536).fill(-1);
  const examples: LocationCode[] = [];
  let others = -1;
  for (const code of locations) {
    if (classOf[code] !== -1) continue;
    const isTold =
      code === LOCATION_UNKNOWN || code === LOCATION_NONE || facts.prohibitedIn(code).length > 0;
    if (!isTold && others >= 0) classOf[code] = others;
    else {
      classOf[code] = examples.push(code) - 1;
      if (!isTold) others = classOf[code];
    }
  }
  return { examples, classOf };
}
