import type { SignInProblem } from './identity.ts';

type Refusal = Extract<SignInProblem, { kind: 'refused' }>['why'];

/**
 * What the numbers in Entra's error texts say. 65001, 50020, 50177 and 53003 as CIPP explains them
 * (Get-NormalizedError.ps1); the others by their texts: 65004 "User declined to consent", 90094 and
 * 90095 "admin consent is required", 700016 "application was not found in the directory", 9002326
 * "Cross-origin token redemption is permitted only for the 'Single-Page Application' client-type".
 */
const REFUSALS: Readonly<Record<string, Refusal>> = {
  '65001': 'consent',
  '90094': 'consent',
  '90095': 'consent',
  '50020': 'noAccess',
  '50177': 'noAccess',
  '53003': 'policy',
  '700016': 'unknownApp',
  '9002326': 'notSinglePage',
};

/** The person said no, on the sign-in page or on the page that asks for consent. */
const CANCELLED = new Set(['access_denied', 'user_cancelled']);
const CANCELLED_NUMBERS = new Set(['65004']);

const UNREACHABLE = new Set([
  ...['no_network_connectivity', 'post_request_failed', 'get_request_failed'],
  ...['network_error', 'endpoints_resolution_error', 'openid_config_error'],
  ...['temporarily_unavailable', 'timed_out', 'failed_to_parse_response'],
]);

/** What an error of the sign-in library means. `name` is the error's class, `code` and `detail` its words. */
export function problemOf(name: string, code: string, detail: string): SignInProblem {
  const number = /AADSTS(\d+)/.exec(detail)?.[1] ?? '';
  const why = REFUSALS[number];
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
