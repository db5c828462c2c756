import { expect, it } from 'vitest';
import { httpsAddress } from '#base/https-address.ts';

it('tidies a full https address, and takes nothing else', () => {
  expect(httpsAddress('HTTPS://Shop.example')).toBe('https://shop.example/');
  for (const text of [
    'http://shop.example/',
    'shop.example',
    'javascript:alert(1)',
    '',
    'https://',
  ])
    expect(httpsAddress(text)).toBeNull();
});
