import { LOCATION_NONE, readLocation } from '#users/usage-location.ts';
import type { UserRecord } from '#users/user-record.ts';
import { assignmentFrom, readHoldings } from './holding.ts';
import { guestPrincipalName } from './mailbox.ts';
import { randomGuid, type Random } from './random.ts';
import type { SampleGroup } from './sample-group.ts';
import { SharedSets } from './shared-sets.ts';

/** The users of a table like `clinicPeople`, in its order. */
export function handwrittenUsers(
  table: string,
  groups: readonly SampleGroup[],
  domain: string,
  random: Random,
): UserRecord[] {
  const sets = new SharedSets();
  return table
    .trim()
    .split('\n')
    .map((line): UserRecord => {
      const cells = line.split('|').map((cell) => cell.trim());
      const [displayName = '', mailbox = '', department = '', location = '', licenses = ''] = cells;
      const guest = mailbox.includes('@');
      return {
        objectId: randomGuid(random),
        userPrincipalName: guest ? guestPrincipalName(mailbox, domain) : `${mailbox}@${domain}`,
        displayName,
        department,
        mail: guest ? mailbox : licenses === '' ? '' : `${mailbox}@${domain}`,
        usageLocation: readLocation(location) ?? LOCATION_NONE,
        blocked: cells[5] === 'blocked',
        guest,
        licenses: sets.of(readHoldings(licenses).map((one) => assignmentFrom(one, groups))),
      };
    });
}
