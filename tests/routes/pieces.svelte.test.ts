import { flushSync } from 'svelte';
import { afterEach, expect, it } from 'vitest';
import { PIECE, Pieces } from '#ui/pieces.svelte.ts';

const browser = globalThis as {
  requestAnimationFrame?: unknown;
  cancelAnimationFrame?: unknown;
};

let waiting = new Map<number, () => void>();
let asked = 0;
let end = (): void => undefined;

/** The pieces of a list, in a browser that draws a frame when it is told to. */
function opened(list: { readonly length: number }): Pieces {
  browser.requestAnimationFrame = (draw: () => void) => {
    waiting.set(++asked, draw);
    return asked;
  };
  browser.cancelAnimationFrame = (frame: number) => waiting.delete(frame);
  let pieces: Pieces | undefined;
  end = $effect.root(() => {
    pieces = new Pieces(() => list.length);
  });
  flushSync();
  if (pieces === undefined) throw new Error('nothing was opened');
  return pieces;
}

function frame(): void {
  const due = waiting;
  waiting = new Map();
  for (const draw of due.values()) draw();
  flushSync();
}

afterEach(() => {
  end();
  waiting.clear();
  delete browser.requestAnimationFrame;
  delete browser.cancelAnimationFrame;
});

it('draws no more rows of a long list in one frame than a piece, and all of them in the end', () => {
  const rows = Array.from({ length: 500 }, (_, row) => row);
  const pieces = opened(rows);
  let drawn = pieces.of(rows).length;
  expect(drawn).toBe(PIECE);
  while (drawn < rows.length) {
    frame();
    const now = pieces.of(rows).length;
    expect(now).toBeGreaterThan(drawn);
    expect(now - drawn).toBeLessThanOrEqual(PIECE);
    drawn = now;
  }
  expect(pieces.of(rows)).toEqual(rows);
  expect(waiting.size).toBe(0);
});

it('draws what a search had taken away in pieces again', () => {
  const rows = Array.from({ length: 300 }, (_, row) => row);
  const search = $state({ found: rows.length });
  const shown = (): readonly number[] => rows.slice(0, search.found);
  const pieces = opened({
    get length() {
      return search.found;
    },
  });
  for (let i = 0; i < 10; i++) frame();
  expect(pieces.of(shown())).toEqual(rows);
  search.found = 2;
  flushSync();
  expect(pieces.of(shown())).toEqual([0, 1]);
  search.found = rows.length;
  flushSync();
  expect(pieces.of(shown())).toHaveLength(PIECE);
  for (let i = 0; i < 10; i++) frame();
  expect(pieces.of(shown())).toEqual(rows);
});
