import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';

describe('scriptUrl', () => {
  beforeEach(() => {
    vi.resetModules();
    vi.stubGlobal('location', new URL('https://app.example/customers?q=1'));
  });
  afterEach(() => vi.unstubAllGlobals());

  it('gives the full address of a script of this site', async () => {
    const { scriptUrl } = await import('#base/script-url.ts');
    expect(scriptUrl('/service-worker.js')).toBe('https://app.example/service-worker.js');
  });

  it.each(['https://evil.example/x.js', '//evil.example/x.js', 'data:text/javascript,1'])(
    'refuses %s',
    async (url) => {
      const { scriptUrl } = await import('#base/script-url.ts');
      expect(() => scriptUrl(url)).toThrow(TypeError);
    },
  );

  it('makes the policy once, on first use', async () => {
    const createPolicy = vi.fn((_name: string, rules: object) => rules);
    vi.stubGlobal('trustedTypes', { createPolicy });
    const { scriptUrl } = await import('#base/script-url.ts');
    expect(createPolicy).not.toHaveBeenCalled();
    scriptUrl('/a.js');
    scriptUrl('/b.js');
    expect(createPolicy.mock.calls.map(([name]) => name)).toEqual(['seatwise-url']);
  });
});
