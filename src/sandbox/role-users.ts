import type { Pace } from '#base/pace.ts';
import type { LicenseSet } from '#licenses/license-set.ts';
import { LOCATION_NONE, readLocation, type LocationCode } from '#users/usage-location.ts';
import type { UserRecord } from '#users/user-record.ts';
import { guestPrincipalName, uniqueMailbox } from './mailbox.ts';
import { personName } from './person-name.ts';
import { randomGuid, weightedIndex, type Random } from './random.ts';
import { roleBundles } from './role-bundles.ts';
import { PROHIBITED_LOCATION } from './sample-facts.ts';

const EMPTY: LicenseSet = [];

/** Where people work: `country weight`. */
const countries = (
  'SE 24,DE 14,NL 10,GB 9,PL 8,FR 7,ES 6,US 6,NO 4,FI 3,CN 3,HK 2,TW 2,AE 1,EG 1,TR 1,BR 1,IE 1,' +
  'PT 1,CZ 1,HU 1,RO 1'
)
  .split(',')
  .map((entry) => entry.split(' '));
const countryCodes = countries.map(([letters]) => readLocation(letters ?? '') ?? LOCATION_NONE);
const drawCountry = weightedIndex(countries.map(([, weight]) => Number(weight)));
const prohibited = readLocation(PROHIBITED_LOCATION) ?? LOCATION_NONE;

const drawRole = weightedIndex(roleBundles.map(({ weight }) => weight));
const departmentsWithoutPhones = ['Warehouse', 'Facilities'];

/** Gives the licenses of one more person of a role. */
export type DrawLicenses = (role: number) => LicenseSet;

/**
 * `count` invented users: staff with licenses by role, some without any, some blocked, some without
 * a usage location, and guests. Rests as `pace` asks; it may throw `Cancelled`.
 */
export async function roleUsers(
  count: number,
  {
    domain,
    drawLicenses,
    random,
  }: { readonly domain: string; readonly drawLicenses: DrawLicenses; readonly random: Random },
  pace: Pace,
): Promise<UserRecord[]> {
  const mailboxes = new Map<string, number>();
  const users: UserRecord[] = [];
  while (users.length < count) {
    const user = random.chance(0.03)
      ? guest(mailboxes, domain, random)
      : member(mailboxes, domain, drawLicenses, random);
    users.push(user);
    if (users.length % 64 === 0 && pace.due()) await pace.rest(users.length, count);
  }
  return users;
}

function member(
  mailboxes: Map<string, number>,
  domain: string,
  drawLicenses: DrawLicenses,
  random: Random,
): UserRecord {
  const { displayName, mailbox } = personName(random);
  const userPrincipalName = `${uniqueMailbox(mailboxes, mailbox)}@${domain}`;
  const role = drawRole(random);
  const department = roleBundles[role]?.department ?? '';
  const licensed = random.chance(0.92);
  const usageLocation = locationOf(department, licensed, random);
  // nothing can be assigned directly to somebody without a usage location
  const licenses = licensed && usageLocation !== LOCATION_NONE ? drawLicenses(role) : EMPTY;
  return {
    objectId: randomGuid(random),
    userPrincipalName,
    displayName,
    department: random.chance(0.03) ? '' : department,
    mail: licenses.length > 0 ? userPrincipalName : '',
    usageLocation,
    blocked: random.chance(0.04),
    guest: false,
    licenses,
  };
}

function locationOf(department: string, licensed: boolean, random: Random): LocationCode {
  if (random.chance(licensed ? 0.015 : 0.35)) return LOCATION_NONE;
  if (departmentsWithoutPhones.includes(department) && random.chance(0.02)) return prohibited;
  return countryCodes[drawCountry(random)] ?? LOCATION_NONE;
}

function guest(mailboxes: Map<string, number>, domain: string, random: Random): UserRecord {
  const { displayName, mailbox } = personName(random);
  const home = random.pick(['ledgerline.example', 'brightwater.example', 'tallowfreight.example']);
  const mail = `${uniqueMailbox(mailboxes, mailbox)}@${home}`;
  return {
    objectId: randomGuid(random),
    userPrincipalName: guestPrincipalName(mail, domain),
    displayName,
    department: '',
    mail,
    usageLocation: LOCATION_NONE,
    blocked: false,
    guest: true,
    licenses: EMPTY,
  };
}
