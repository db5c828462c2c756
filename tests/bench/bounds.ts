/** What bounds each step, by how its name begins. */
export const boundsOf: readonly (readonly [string, string])[] = [
  [
    'import',
    'Telling equal license sets apart and packing texts; the disk takes the smaller part.',
  ],
  [
    'load',
    'Making one string for each text of each user: what `structuredClone` of the same columns also has to make. License sets are read as numbers, and told apart.',
  ],
  ['first page', 'Looking at every user once for the filter; then 50 rows are made.'],
  [
    'cold open',
    'Starting the app: scripts, worker, database; then one block of users is read for the first page.',
  ],
  [
    'page turn',
    'Layout of the new rows, which markup needs too; before it the way to the worker and back.',
  ],
  ['page in', 'Making 50 rows: it does not grow with the users.'],
  [
    'sort',
    'Comparing distinct names: most by numbers of their letters, the others with the collator. It is done once, and the order is stored.',
  ],
  ['search, first', 'Lower-casing the texts of all users once.'],
  ['search, next', 'One `includes` for each user.'],
  ['users CSV', 'papaparse, which parses each piece of the text as it comes.'],
  [
    'assignment list',
    'papaparse, then one lookup of each user, and of each text for a product or an action that is new.',
  ],
  [
    'export',
    'Making one text of the cells and encoding it; a look at each cell, whether it needs quotes or is a formula, is the smaller part.',
  ],
  ['users JSON', '`JSON.parse` of each user; finding where one ends is the rest.'],
  [
    'who holds',
    'Counting users for each license set, then adding what each set holds, in numbers: to look at an object for each set or license took nine tenths of the time where nearly all sets differ.',
  ],
  [
    'ten ticks',
    'Sorting users into slots, and reading once what license sets hold into bits; the rules then judge 32 sets in a step.',
  ],
  [
    'one more',
    'Combining bits over license sets, 32 in a step; what the lines do that the draft had before is known. To judge set by set, even those that the draft touches alike, took twenty times as long where nearly all sets differ.',
  ],
  ['save', 'Interning the license sets that are new, then one durable transaction.'],
  [
    'undo',
    'Judging what is left of the plan for everybody of the change, then one durable transaction.',
  ],
  ['memory', 'The texts of each user, as the engine keeps them.'],
  ['sync', 'One durable transaction for each batch of 20, and what a batch sends and reads.'],
  [
    'pull',
    '`JSON.parse` of every page, then telling licenses apart, packing texts, and waiting for the disk at the beginning and the end. A second worker that reads would still take its own time, which is “read everybody”: close to the limit, and over it where nearly all sets differ.',
  ],
];
