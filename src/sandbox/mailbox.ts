/** Letters that have no decomposition, as mailboxes write them. */
const LATIN: Readonly<Record<string, string>> = {
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  þ: 'th',
  ı: 'i',
};

/** A Latin name as the part of a mailbox: `Łukasz Ó Súilleabháin` becomes `lukaszosuilleabhain`. */
export function mailboxPart(name: string): string {
  const plain = name.toLowerCase().normalize('NFD').replace(/\p{M}/gu, '');
  return plain.replace(/[øłđðßæœþı]/g, (letter) => LATIN[letter] ?? '').replace(/[^a-z0-9]/g, '');
}

/** A mailbox that nobody else got: the second `anna.ek` is `anna.ek2`. */
export function uniqueMailbox(taken: Map<string, number>, mailbox: string): string {
  const count = (taken.get(mailbox) ?? 0) + 1;
  taken.set(mailbox, count);
  return count === 1 ? mailbox : `${mailbox}${count}`;
}

/** How Microsoft Entra names a guest: the home address with `_` for `@`, then `#EXT#`. */
export const guestPrincipalName = (address: string, domain: string): string =>
  `${address.replace('@', '_')}#EXT#@${domain}`;
