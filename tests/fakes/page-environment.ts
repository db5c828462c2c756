import type { Environment } from 'vitest/runtime';

/** Node, with modules compiled as the browser gets them: runes are live, `$effect` runs. No DOM. */
const page: Environment = {
  name: 'page',
  viteEnvironment: 'client',
  setup: () => ({ teardown: () => undefined }),
};

export default page;
