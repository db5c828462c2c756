import type { NumberList } from './number-list.ts';

/** How many places a table begins with. */
export const LEAST_PLACES = 64;

/**
 * The places of a table with open addressing: at the place of each hash, or the next free one, its index in
 * the list, and 1; 0: free. `room` is a power of two, and more than there are hashes.
 */
export function placesOf(hashes: NumberList, room: number): Uint32Array<ArrayBuffer> {
  const places = new Uint32Array(room);
  const last = room - 1;
  for (let index = 0; index < hashes.length; index++) {
    let place = hashes.at(index) & last;
    while (places[place] !== 0) place = (place + 1) & last;
    places[place] = index + 1;
  }
  return places;
}
