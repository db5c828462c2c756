import type { SignInProblem } from './identity.ts';

type Refusal = Extract<SignInProblem, { kind: 'refused' }>['why'];

/**
 * What the numbers in Entra's error texts say: "Microsoft Entra authentication and authorization error
 * codes" of Microsoft's documentation; 65001, 50020, 50177 and 53003 also as CIPP explains them
 * (Get-NormalizedError.ps1). 9002326 is not in that list: by its text, "Cross-origin token redemption is
 * permitted only for the 'Single-Page Application' client-type".
 */
const NUMBERS: Readonly<Record<Exclude<Refusal, 'other'>, readonly string[]>> = {
  consent: ['65001', '90094', '90095', '90099', '650056'],
  noAccess: ['50020', '50034', '50105', '50177', '51004', '90072'],
  policy: [
    '53000',
    '53001',
    '53002',
    '53003',
    '53011',
    '50131',
    '530032',
    '530034',
    '530035',
    '500212',
    '500213',
  ],
  unknownApp: ['700011', '700016'],
  notSinglePage: ['9002326'],
};

const refusalOf = (number: string): Refusal | undefined =>
  (Object.keys(NUMBERS) as (keyof typeof NUMBERS)[]).find((why) => NUMBERS[why].includes(number));

/** The person said no, on the sign-in page or on the page that asks for consent. */
const CANCELLED = new Set(['access_denied', 'user_cancelled']);
const CANCELLED_NUMBERS = new Set(['65004']);

const UNREACHABLE = new Set([
  'no_network_connectivity',
  'post_request_failed',
  'get_request_failed',
  'network_error',
  'endpoints_resolution_error',
  'openid_config_error',
  'temporarily_unavailable',
  'timed_out',
  'failed_to_parse_response',
]);

/** What an error of the sign-in library means. `name` is the error's class, `code` and `detail` its words. */
export function problemOf(name: string, code: string, detail: string): SignInProblem {
  const number = /AADSTS(\d+)/.exec(detail)?.[1] ?? '';
  const why = refusalOf(number);
  if (CANCELLED_NUMBERS.has(number)) return { kind: 'cancelled' };
  if (why !== undefined) return { kind: 'refused', why, code: `AADSTS${number}`, detail };
  if (CANCELLED.has(code)) return { kind: 'cancelled' };
  if (UNREACHABLE.has(code)) return { kind: 'offline' };
  if (name === 'InteractionRequiredAuthError' || code === 'invalid_grant') {
    return { kind: 'interaction' };
  }
  const shown = number === '' ? code : `AADSTS${number}`;
  return { kind: 'refused', why: 'other', code: shown, detail };
}
