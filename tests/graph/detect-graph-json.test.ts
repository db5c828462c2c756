import { describe, expect, it } from 'vitest';
import { detectGraphJson, graphErrorIn } from '../../src/graph/detect-graph-json.ts';
import { groupsFromGraph } from '../../src/graph/groups.ts';
import { groupGuid } from './guids.ts';

const context = (of: string, value: unknown[] = []): object => ({
  '@odata.context': `https://graph.microsoft.com/v1.0/$metadata#${of}`,
  value,
});

describe('detectGraphJson', () => {
  it.each([
    [context('users'), 'users'],
    [context('users(id,displayName)', [{ id: 'x' }]), 'users'],
    [context('subscribedSkus'), 'skus'],
    [context('groups'), 'groups'],
    [[context('applications'), context('groups')], 'groups'],
    [[{ userPrincipalName: 'a@b.c' }], 'users'],
    [{ value: [{ skuPartNumber: 'X' }] }, 'skus'],
    [[{ id: 'x', displayName: 'Sales', securityEnabled: true }], 'groups'],
    [[{ '@odata.type': '#microsoft.graph.group', id: 'x' }], 'groups'],
    [[{ id: 'x', displayName: 'somebody or something' }], 'unknown'],
    [[], 'unknown'],
    [{ value: 'text' }, 'unknown'],
    ['text', 'unknown'],
    [null, 'unknown'],
  ])('judges %j by its content', (value, kind) => {
    expect(detectGraphJson(value)).toBe(kind);
  });
});

describe('graphErrorIn', () => {
  it('gives what Graph said', () => {
    const error = { code: 'InvalidAuthenticationToken', message: 'Access token has expired.' };
    expect(graphErrorIn({ error })).toBe('InvalidAuthenticationToken: Access token has expired.');
    expect(graphErrorIn({ value: [] })).toBeNull();
  });
});

describe('groupsFromGraph', () => {
  it('gives the names of groups that have one', () => {
    const value = [
      { id: groupGuid(1).toUpperCase(), displayName: 'Sales E3' },
      { id: groupGuid(2), displayName: null },
    ];
    const groups = groupsFromGraph('groups.json', value);
    expect(groups.ok && [...groups.value]).toEqual([[groupGuid(1), 'Sales E3']]);
  });

  it('names the place of what is no group', () => {
    expect(groupsFromGraph('groups.json', context('groups', [{}]))).toMatchObject({
      error: { kind: 'wrongShape', file: 'groups.json', path: 'value[0].id' },
    });
  });
});
