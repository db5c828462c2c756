import { expect, it } from 'vitest';
import { tidyGuid } from '#signin/client-id.ts';

it.each([
  [' 0F0E0D0C-0b0a-4908-8706-050403020100 ', '0f0e0d0c-0b0a-4908-8706-050403020100'],
  ['{0f0e0d0c-0b0a-4908-8706-050403020100}', '0f0e0d0c-0b0a-4908-8706-050403020100'],
  ['', ''],
  ['0f0e0d0c0b0a49088706050403020100', null],
  ['contoso.com', null],
])('%s', (typed, expected) => {
  expect(tidyGuid(typed)).toBe(expected);
});
