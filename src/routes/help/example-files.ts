import type { Help } from '#messages/help.ts';

type ExampleKind = keyof Help['files']['of'];

/** The examples in `static/examples/`, in the order in which they are shown. */
export const exampleFiles = [
  { kind: 'skus', file: 'subscribedSkus.json' },
  { kind: 'users', file: 'users.json' },
  { kind: 'usersCsv', file: 'users.csv' },
  { kind: 'list', file: 'assignment-list.csv' },
  { kind: 'wideList', file: 'assignment-list-wide.csv' },
] as const satisfies readonly { readonly kind: ExampleKind; readonly file: string }[];
