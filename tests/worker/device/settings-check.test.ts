import { describe, expect, it } from 'vitest';
import { checkedSettings } from '#worker/device/settings-check.ts';
import { defaultSettings } from '#worker/device/settings-types.ts';

const rowsOf = (settings: object) =>
  Object.entries(settings).map(([key, value]: [string, unknown]) => ({ key, value }));

describe('settings in a file', () => {
  it('are taken where they can be, but for what a browser said of its own device', () => {
    const { persisted: _persisted, ...rest } = defaultSettings;
    const savedViews = [
      { name: 'Guests', address: '?guest&sort=-licenses', columns: 'licenses -department' },
    ];
    const all = { ...defaultSettings, savedViews, persisted: true, unheardOf: 1 };
    expect(checkedSettings(rowsOf(all))).toEqual({ valid: { ...rest, savedViews }, refused: [] });
  });

  it.each([
    ['buyAddress', 'http://shop.example/'],
    ['buyAddress', 'javascript:alert(1)'],
    ['clientId', 'not a guid'],
    ['confirmUsers', 0],
    ['confirmUsers', 10_000_000],
    ['confirmPercent', 101],
    ['confirmLosing', '5'],
    ['locale', 'xx'],
    ['operator', 7],
    ['exportStyle', { delimiter: '|', bom: true }],
    ['exportHidden', { users: [1] }],
    ['savedViews', [{ name: '', address: '', columns: '' }]],
    ['savedViews', [{ name: 'Ours', address: 'https://else.example/', columns: '' }]],
    ['savedViews', { name: 'Ours', address: '', columns: '' }],
  ])('are never taken where they say something impossible: %s %j', (key, value) => {
    const { valid, refused } = checkedSettings([{ key, value }]);
    expect(refused).toEqual([key]);
    expect(valid).toEqual({});
  });

  it('turn no ages of data round, also against those of this device', () => {
    const both = [
      { key: 'amberDays', value: 30 },
      { key: 'redDays', value: 20 },
    ];
    expect(checkedSettings(both)).toEqual({ valid: {}, refused: ['amberDays', 'redDays'] });
    expect(checkedSettings(both.slice(0, 1)).valid).toEqual({});
  });
});
