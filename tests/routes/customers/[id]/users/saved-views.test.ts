import { expect, it } from 'vitest';
import { renamedView, withoutView, withView } from '#routes/customers/[id]/users/saved-views.ts';

const view = (name: string, address = '') => ({ name, address, columns: 'licenses' });
const views = [view('A'), view('B')];

it('a view comes last, or takes the place of the one with its name', () => {
  expect(withView(views, view('C'))).toEqual([view('A'), view('B'), view('C')]);
  expect(withView(views, view('A', '?guest'))).toEqual([view('A', '?guest'), view('B')]);
});

it('a view never gets the name of another one, but may keep its own', () => {
  expect(renamedView(views, 'A', 'B')).toBeNull();
  expect(renamedView(views, 'A', 'A')).toEqual(views);
  expect(renamedView(views, 'A', 'C')).toEqual([view('C'), view('B')]);
  expect(withoutView(views, 'A')).toEqual([view('B')]);
});
