/**
 * How often a law is tried: `quick` times while one works, `all` times in `npm run test:slow`, which
 * runs the files that import this.
 */
export const runs = ({ quick, all }: { readonly quick: number; readonly all: number }): number =>
  process.env['SLOW'] === undefined ? quick : all;
