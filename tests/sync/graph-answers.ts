import { errorBody } from '../fakes/graph-errors.ts';
import { userJson } from '../../src/sandbox/cloud/cloud-json.ts';
import { locationLetters } from '../../src/users/usage-location.ts';
import { objectIdOf, userId } from '../../src/users/ids.ts';
import type { ServicePlanId, SkuId } from '../../src/licenses/ids.ts';
import { LOCATION_UNKNOWN, readLocation } from '../../src/users/usage-location.ts';
import type { Refused, RemoteUser, Sending } from '../../src/sync/ports.ts';

/** One request of a batch. */
export interface Part {
  readonly id: string;
  readonly method: string;
  readonly url: string;
  readonly body?: unknown;
}

/** An answer to one of them, or to a whole batch. */
export interface Answer {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: unknown;
}

/** An error in the shape of Microsoft Graph. */
export const said = (status: number, code: string, message: string): Answer => ({
  status,
  body: errorBody(code, message),
});

/** The seconds to wait, where they are told. */
export const after = (answer: Answer, seconds: number | null): Answer =>
  seconds === null ? answer : { ...answer, headers: { 'Retry-After': String(seconds) } };

/** The words of Microsoft Graph for a refusal. */
export function refusalAnswer({ reason, skuId }: Refused): Answer {
  switch (reason) {
    case 'shortage':
      return bad(`Subscription with SKU ${skuId ?? ''} does not have any available licenses.`);
    case 'location':
      return bad('License assignment cannot be done for user with invalid usage location.');
    case 'notHeld':
      return bad('User does not have a corresponding license.');
    case 'notOwned':
      return bad(`License ${skuId ?? ''} does not correspond to a valid company License.`);
    case 'forbidden':
      return said(403, 'Authorization_RequestDenied', 'Insufficient privileges.');
    case 'notFound':
      return said(404, 'Request_ResourceNotFound', 'The resource does not exist.');
    case 'other':
      return bad('Something else.');
  }
}

const bad = (message: string): Answer => said(400, 'Request_BadRequest', message);

/** A user as Microsoft Graph tells it. `isExplained`: with the paths of what is held. */
export function userAnswer(
  { userId: id, licenses, location }: RemoteUser,
  select: readonly string[],
  isExplained: boolean,
): Answer {
  const body = userJson(
    {
      id: objectIdOf(id) ?? '',
      userPrincipalName: `${id}@contoso.com`,
      displayName: id,
      mail: null,
      department: null,
      blocked: false,
      guest: false,
      usageLocation: locationLetters(location),
      licenses,
      deleted: false,
    },
    select,
  );
  return { status: 200, body: isExplained ? body : { ...body, licenseAssignmentStates: [] } };
}

/** What a request of a batch asks for; null for a question. */
export function sendingOf({ method, url, body }: Part): Sending | null {
  const id = /^\/users\/([0-9a-f-]{36})/.exec(url)?.[1];
  if (method === 'GET' || id === undefined) return null;
  const user = userId(id);
  if (method === 'PATCH') {
    const { usageLocation } = body as { usageLocation: string };
    const location = readLocation(usageLocation) ?? LOCATION_UNKNOWN;
    return { kind: 'location', userId: user, location };
  }
  const { addLicenses, removeLicenses } = body as {
    addLicenses: { skuId: SkuId; disabledPlans: ServicePlanId[] }[];
    removeLicenses: SkuId[];
  };
  return { kind: 'licenses', userId: user, add: addLicenses, remove: removeLicenses };
}
