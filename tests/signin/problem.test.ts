import { describe, expect, it } from 'vitest';
import { problemOf } from '#signin/problem.ts';

describe('what an error of the sign-in library means', () => {
  it.each([
    [
      'InteractionRequiredAuthError',
      'interaction_required',
      'AADSTS65001: not consented',
      'consent',
    ],
    ['ServerError', 'invalid_request', 'AADSTS50020: does not exist in tenant', 'noAccess'],
    ['ServerError', 'invalid_request', 'AADSTS50177: external challenge', 'noAccess'],
    ['ServerError', 'access_denied', 'AADSTS53003: blocked by Conditional Access', 'policy'],
    ['ServerError', 'invalid_client', 'AADSTS90099: not authorized in the tenant', 'consent'],
    ['ServerError', 'invalid_request', 'AADSTS50105: not assigned to a role', 'noAccess'],
    ['InteractionRequiredAuthError', 'x', 'AADSTS53000: device not compliant', 'policy'],
    ['ServerError', 'unauthorized_client', 'AADSTS700016: was not found', 'unknownApp'],
    ['ServerError', 'invalid_request', 'AADSTS9002326: Cross-origin', 'notSinglePage'],
  ])('%s %s %s', (name, code, detail, why) => {
    expect(problemOf(name, code, detail)).toMatchObject({
      kind: 'refused',
      why,
      code: detail.split(':')[0],
      detail,
    });
  });

  it.each([
    ['ServerError', 'access_denied', '', 'cancelled'],
    ['ServerError', 'access_denied', 'AADSTS65004: User declined', 'cancelled'],
    ['BrowserAuthError', 'no_network_connectivity', '', 'offline'],
    ['ServerError', 'temporarily_unavailable', 'AADSTS90033', 'offline'],
    ['InteractionRequiredAuthError', 'no_tokens_found', '', 'interaction'],
    ['InteractionRequiredAuthError', 'invalid_grant', 'AADSTS700082: expired', 'interaction'],
    ['ServerError', 'invalid_grant', 'AADSTS700084: the refresh token has expired', 'interaction'],
  ])('%s %s %s is %s', (name, code, detail, kind) => {
    expect(problemOf(name, code, detail).kind).toBe(kind);
  });

  it('keeps what it does not know readable', () => {
    expect(problemOf('ServerError', 'invalid_request', 'AADSTS1: what')).toEqual({
      kind: 'refused',
      why: 'other',
      code: 'AADSTS1',
      detail: 'AADSTS1: what',
    });
    expect(problemOf('Error', 'Error', 'broken')).toMatchObject({ why: 'other', code: 'Error' });
  });
});
