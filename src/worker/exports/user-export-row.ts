import type { UserExportRow } from '#csv/user-export.ts';
import type { Messages } from '#messages/messages.ts';
import type { CustomerData } from '#users/customer-data.ts';
import { objectIdOf, type Position, userId } from '#users/ids.ts';
import { LOCATION_UNKNOWN, locationLetters } from '#users/usage-location.ts';
import { UserFlag } from '#users/user-table.ts';
import { LicenseWords } from '#worker/licenses/license-texts.ts';
import type { Namer } from '#worker/licenses/namer.ts';

/** The rows of an export of these users, each made when it is asked for. */
export function* userExportRows(
  data: CustomerData,
  users: Iterable<Position>,
  namer: Namer,
  m: Messages,
): Generator<UserExportRow> {
  const { table, sets } = data;
  const { texts, licenses, locations } = table;
  const words = new LicenseWords(sets, namer, m);
  const locationText = (code = LOCATION_UNKNOWN): string =>
    code === LOCATION_UNKNOWN ? m.words.notInFile : (locationLetters(code) ?? '');
  const fact = (flags: number, known: number, bit: number, yes: string, no: string): string =>
    (flags & known) === 0 ? '' : (flags & bit) === 0 ? no : yes;
  const { blocked, allowed, guest, member } = m.exports;

  for (const position of users) {
    const flags = table.flags[position] ?? 0;
    const userPrincipalName = texts.userPrincipalName[position] ?? '';
    yield {
      displayName: texts.displayName[position] || userPrincipalName,
      userPrincipalName,
      objectId: objectIdOf(userId(texts.id[position] ?? '')),
      mail: texts.mail[position] ?? '',
      department: texts.department[position] ?? '',
      signIn: fact(flags, UserFlag.blockedKnown, UserFlag.blocked, blocked, allowed),
      userType: fact(flags, UserFlag.guestKnown, UserFlag.guest, guest, member),
      locationBefore: locationText(locations.baseline[position]),
      locationAfter: locationText(locations.planned[position]),
      licenses: words.of(licenses.baseline[position] ?? 0, licenses.planned[position] ?? 0),
    };
  }
}
