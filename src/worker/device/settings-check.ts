import { httpsAddress } from '#base/https-address.ts';
import { locales } from '#messages/locale.ts';
import type { SettingRow } from '#store/rows.ts';
import { defaultSettings, type Settings } from './settings-types.ts';

type Check = (value: unknown) => boolean;

/** From where to where as the settings page has it. */
const isNumber =
  (from: number, to: number): Check =>
  (value) =>
    Number.isInteger(value) && Number(value) >= from && Number(value) <= to;

const isOneOf =
  (...known: readonly unknown[]): Check =>
  (value) =>
    known.includes(value);

const isText =
  (form: RegExp): Check =>
  (value) =>
    typeof value === 'string' && form.test(value);

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const areTexts: Check = (value) =>
  Array.isArray(value) && value.every((text) => typeof text === 'string');

const isView: Check = (value) =>
  isRecord(value) &&
  isText(/^.{1,100}$/)(value['name']) &&
  isText(/^(\?.{0,2000})?$/)(value['address']) &&
  isText(/^.{0,200}$/)(value['columns']);

/** What each setting may be, where it comes from a file. What the browser said about keeping data is of its own device. */
const checks: Readonly<Record<Exclude<keyof Settings, 'persisted'>, Check>> = {
  locale: isOneOf(null, ...locales),
  theme: isOneOf('system', 'light', 'dark'),
  singleKeys: isOneOf(true, false),
  operator: isText(/^.{0,200}$/),
  buyAddress: (value) =>
    value === '' || (typeof value === 'string' && httpsAddress(value) !== null),
  amberDays: isNumber(1, 364),
  redDays: isNumber(2, 365),
  confirmUsers: isNumber(1, 1_000_000),
  confirmPercent: isNumber(1, 100),
  confirmLosing: isNumber(1, 1_000_000),
  clientId: isText(/^$|^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/),
  exportHidden: (value) => isRecord(value) && Object.values(value).every(areTexts),
  exportFormat: isOneOf('csv', 'xlsx'),
  exportStyle: (value) =>
    isRecord(value) &&
    isOneOf(',', ';', '\t')(value['delimiter']) &&
    typeof value['bom'] === 'boolean',
  savedViews: (value) => Array.isArray(value) && value.every(isView),
};

const isKnown = (key: string): key is keyof typeof checks => Object.hasOwn(checks, key);

/** The settings that stand in rows of a file: those that can be, and the names of those that cannot. */
export function checkedSettings(rows: readonly SettingRow[]): {
  readonly valid: Partial<Settings>;
  readonly refused: readonly (keyof Settings)[];
} {
  const known = rows.flatMap(({ key, value }) => (isKnown(key) ? [{ key, value }] : []));
  const refused = known.filter(({ key, value }) => !checks[key](value)).map(({ key }) => key);
  const sound = known.filter(({ key }) => !refused.includes(key));
  const valid = Object.fromEntries(
    sound.map(({ key, value }) => [key, value]),
  ) as Partial<Settings>;
  const ages = { ...defaultSettings, ...valid };
  if (ages.amberDays < ages.redDays) return { valid, refused };
  const { amberDays: _amber, redDays: _red, ...rest } = valid;
  return { valid: rest, refused: [...refused, 'amberDays', 'redDays'] };
}
