import { mailboxPart } from './mailbox.ts';
import {
  arabicFamily,
  arabicGiven,
  latinFamily,
  latinGiven,
  simplifiedFamily,
  simplifiedGiven,
  traditionalFamily,
  traditionalGiven,
} from './name-pools.ts';
import type { Random } from './random.ts';

/** An invented person: how the name is written, and the mailbox that goes with it (not yet unique). */
export interface PersonName {
  readonly displayName: string;
  readonly mailbox: string;
}

interface NamePart {
  readonly written: string;
  readonly mailbox: string;
}

const latin = (names: readonly string[]): NamePart[] =>
  names.map((written) => ({ written, mailbox: mailboxPart(written) }));

/** Pool entries of the form `name romanisation`; the name may have blanks of its own. */
const romanised = (entries: readonly string[]): NamePart[] =>
  entries.map((entry) => {
    const cut = entry.lastIndexOf(' ');
    return { written: entry.slice(0, cut), mailbox: mailboxPart(entry.slice(cut + 1)) };
  });

const pools = {
  latin: { given: latin(latinGiven), family: latin(latinFamily) },
  simplified: { given: romanised(simplifiedGiven), family: romanised(simplifiedFamily) },
  traditional: { given: romanised(traditionalGiven), family: romanised(traditionalFamily) },
  arabic: { given: romanised(arabicGiven), family: romanised(arabicFamily) },
};

/** Draws a name: most in Latin letters (some of them in decomposed form), the rest Chinese and Arabic. */
export function personName(random: Random): PersonName {
  const script = random.next();
  if (script < 0.12) return chineseName(random, pools.simplified);
  if (script < 0.2) return chineseName(random, pools.traditional);
  if (script < 0.27) {
    const given = random.pick(pools.arabic.given);
    return joined(given, random.pick(pools.arabic.family));
  }
  const given = random.pick(pools.latin.given);
  const name = joined(given, random.pick(pools.latin.family));
  const form = random.next();
  if (form < 0.35) return joined(given, random.pick(pools.latin.family), name.displayName);
  if (form < 0.39) return { ...name, displayName: name.displayName.normalize('NFD') };
  return name;
}

function joined(given: NamePart, family: NamePart, before = given.written): PersonName {
  return {
    displayName: `${before} ${family.written}`,
    mailbox: `${given.mailbox}.${family.mailbox}`,
  };
}

function chineseName(
  random: Random,
  { given, family }: { given: readonly NamePart[]; family: readonly NamePart[] },
): PersonName {
  const surname = random.pick(family);
  const first = random.pick(given);
  const second = random.chance(0.75) ? random.pick(given) : { written: '', mailbox: '' };
  return {
    displayName: surname.written + first.written + second.written,
    mailbox: `${first.mailbox}${second.mailbox}.${surname.mailbox}`,
  };
}
