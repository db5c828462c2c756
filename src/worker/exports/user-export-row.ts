import type { UserExportRow } from '#csv/user-export.ts';
import type { Moves } from '#plan/change-sheet.ts';
import { objectIdOf, type Position, userId } from '#users/ids.ts';
import { LOCATION_UNKNOWN, locationLetters } from '#users/usage-location.ts';
import { UserFlag } from '#users/user-table.ts';
import type { OpenCustomer } from '#worker/customers/open-customer.ts';
import { LicenseWords } from '#worker/licenses/license-texts.ts';
import type { ExportWords } from './export-words.ts';

/** Where it stands what a user is before and after: `index` in both columns. */
type Placed = Pick<Moves, 'before' | 'after'> & { readonly index: number };

/**
 * The rows of an export of these users, each made when it is asked for; before and after are what is known and
 * planned by now, or what stands at `placeOf`.
 */
export function* userExportRows(
  open: OpenCustomer,
  users: Iterable<Position>,
  { locale, m }: Pick<ExportWords, 'locale' | 'm'>,
  placeOf?: (position: Position) => Placed,
): Generator<UserExportRow> {
  const { table, sets } = open.data;
  const { texts, licenses, locations } = table;
  const now = {
    before: { licenses: licenses.baseline, locations: locations.baseline },
    after: { licenses: licenses.planned, locations: locations.planned },
  };
  const words = new LicenseWords(sets, open.namer(locale), m);
  const locationText = (code = LOCATION_UNKNOWN): string =>
    code === LOCATION_UNKNOWN ? m.words.notInFile : (locationLetters(code) ?? '');
  const fact = (
    flags: number,
    { known, bit }: { readonly known: number; readonly bit: number },
    { yes, no }: { readonly yes: string; readonly no: string },
  ): string => ((flags & known) === 0 ? '' : (flags & bit) === 0 ? no : yes);
  const { blocked, allowed, member } = m.exports;

  for (const position of users) {
    const { before, after, index } = placeOf?.(position) ?? { ...now, index: position };
    const flags = table.flags[position] ?? 0;
    const userPrincipalName = texts.userPrincipalName[position] ?? '';
    yield {
      displayName: texts.displayName[position] || userPrincipalName,
      userPrincipalName,
      objectId: objectIdOf(userId(texts.id[position] ?? '')),
      mail: texts.mail[position] ?? '',
      department: texts.department[position] ?? '',
      signIn: fact(
        flags,
        { known: UserFlag.blockedKnown, bit: UserFlag.blocked },
        { yes: blocked, no: allowed },
      ),
      userType: fact(
        flags,
        { known: UserFlag.guestKnown, bit: UserFlag.guest },
        { yes: m.users.guest, no: member },
      ),
      locationBefore: locationText(before.locations[index]),
      locationAfter: locationText(after.locations[index]),
      licenses: words.of(before.licenses[index] ?? 0, after.licenses[index] ?? 0),
    };
  }
}
