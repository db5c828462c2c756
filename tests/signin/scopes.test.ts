import { expect, it } from 'vitest';
import { fullScope, grantedScopes, READ_SCOPES } from '#signin/scopes.ts';

it('reads back what was granted, however it is written, and leaves the rest', () => {
  const written = ['openid', 'profile', ...READ_SCOPES.map(fullScope), 'user.readwrite.all', 'x'];
  expect(grantedScopes(written)).toEqual([...READ_SCOPES, 'User.ReadWrite.All']);
});

it('asks for nothing that can write in order to read', () => {
  expect(READ_SCOPES.filter((scope) => scope.includes('Write'))).toEqual([]);
});
