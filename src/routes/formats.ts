import type { Locale } from '#messages/locale.ts';

/** English dates put the day first and name the month, so that nobody reads 4/5 the other way round. */
const DATE_TAGS: Readonly<Record<Locale, string>> = {
  en: 'en-GB',
  'zh-Hans': 'zh-Hans',
  'zh-Hant': 'zh-Hant',
};

const BYTE_UNITS = ['kilobyte', 'megabyte', 'gigabyte', 'terabyte'] as const;

/** How one language writes numbers and dates, and orders texts. */
export class Formats {
  readonly #locale: Locale;
  readonly #number: Intl.NumberFormat;
  readonly #percent: Intl.NumberFormat;
  readonly #date: Intl.DateTimeFormat;
  readonly #dateTime: Intl.DateTimeFormat;
  readonly #day: Intl.DateTimeFormat;
  readonly #time: Intl.DateTimeFormat;
  readonly #collator: Intl.Collator;

  constructor(locale: Locale) {
    const day = { year: 'numeric', month: 'short', day: 'numeric' } as const;
    this.#locale = locale;
    this.#number = new Intl.NumberFormat(locale);
    this.#percent = new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 1 });
    this.#date = new Intl.DateTimeFormat(DATE_TAGS[locale], day);
    const time = { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' } as const;
    this.#dateTime = new Intl.DateTimeFormat(DATE_TAGS[locale], { ...day, ...time });
    this.#day = new Intl.DateTimeFormat(DATE_TAGS[locale], { dateStyle: 'full' });
    this.#time = new Intl.DateTimeFormat(DATE_TAGS[locale], time);
    this.#collator = new Intl.Collator(locale, { numeric: true });
  }

  number(value: number): string {
    return this.#number.format(value);
  }

  percent(share: number): string {
    return this.#percent.format(share);
  }

  date(ms: number): string {
    return this.#date.format(ms);
  }

  dateTime(ms: number): string {
    return this.#dateTime.format(ms);
  }

  /** Without the day where it is that of `shown`, a moment that stands beside it. */
  dateTimeBeside(shown: number, ms: number): string {
    return this.date(ms) === this.date(shown) ? this.time(ms) : this.dateTime(ms);
  }

  /** With the day of the week. */
  day(ms: number): string {
    return this.#day.format(ms);
  }

  time(ms: number): string {
    return this.#time.format(ms);
  }

  /** 1,000 bytes or more, in units of 1,000 as the makers of disks count. */
  bytes(count: number): string {
    const power = Math.min(BYTE_UNITS.length, Math.floor(Math.log10(Math.max(1000, count)) / 3));
    return new Intl.NumberFormat(this.#locale, {
      style: 'unit',
      unit: BYTE_UNITS[power - 1] ?? 'kilobyte',
      unitDisplay: 'short',
      maximumFractionDigits: power < 2 ? 0 : 1,
    }).format(count / 1000 ** power);
  }

  compare(a: string, b: string): number {
    return this.#collator.compare(a, b);
  }
}
