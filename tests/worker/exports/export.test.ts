import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, it } from 'vitest';
import { Cancelled, steady, type Pace } from '#base/pace.ts';
import { asHeadingsSay } from '#csv/assignment-columns.ts';
import { ProductFinder } from '#csv/product-finder.ts';
import { readAssignmentList } from '#csv/read-assignment-list.ts';
import { catalog } from '#licenses/catalog.ts';
import { withPositions } from '#users/selection-edit.ts';
import { everybody } from '#users/user-query.ts';
import type { Desk } from '#worker/desk.ts';
import type { ExportColumn, ExportedUsers, ExportWhat } from '#worker/exports/export-types.ts';
import { exportWork } from '#worker/exports/export.ts';
import { assign, C1, imported, openStore, saved } from '../../store/open-store.ts';
import {
  batchOf,
  byGroup,
  direct,
  E3,
  E5,
  GROUP,
  graphUser,
  owned,
} from '../../users/merge-records.ts';
import { openDesk } from '../desk.ts';
import { streamed } from '../../csv/streamed.ts';

const now = (): number => Date.UTC(2026, 10, 12);
const format = 'csv';
const style = { delimiter: ',', bom: false } as const;

/** A customer of four users, for the first two of whom E5 is planned. */
async function planned(): Promise<Desk> {
  const db = openStore();
  const users = [
    graphUser(0, { licenses: [direct(E3)], displayName: '=Ann' }),
    graphUser(1, { licenses: [byGroup(E3)], usageLocation: 0 }),
    graphUser(2, { licenses: [direct(E3), byGroup(E5)] }),
    graphUser(3, { blocked: true }),
  ];
  await imported(db, C1, batchOf(users, { products: [owned(E3), owned(E5)] }));
  await saved(db, C1, [0, 2, 3], assign(E5));
  return { ...openDesk(db), now };
}

let desk: Desk;
beforeEach(async () => void (desk = await planned()));

async function textOf(
  what: ExportWhat,
  hidden: readonly ExportColumn[] = [],
  locale = 'en',
): Promise<string> {
  const request = { what, locale, format, style, hidden, to: null } as const;
  const done = await exportWork(desk, request, steady);
  if ('failure' in done || done.kind !== 'file') throw new Error(JSON.stringify(done));
  return done.blob.text();
}

const linesOf = async (...args: Parameters<typeof textOf>): Promise<string[]> =>
  (await textOf(...args)).trimEnd().split('\r\n');

const everyone: ExportedUsers = { kind: 'matching', query: everybody };
const unsaid = ['objectId', 'mail', 'department', 'userType', 'servicePlansOff'] as const;

describe('an export', () => {
  it('of users says what they hold, where from, and where the plan differs', async () => {
    const lines = await linesOf({ kind: 'users', customerId: C1, users: everyone }, [
      ...unsaid,
      'displayName',
      'locationInCloud',
      'directCopyRevoked',
      'servicePlansChanged',
    ]);
    const [e3, e5] = ['Microsoft 365 E3', 'Microsoft 365 E5'];
    expect(lines.sort()).toEqual(
      [
        'User principal name,Sign-in,Usage location,Licenses with the plan counted,' +
          'Source of each license,Assign,Revoke,Licenses in Microsoft 365',
        `user0@contoso.com,Allowed,NL,${e3}; ${e5} (planned),${e3}: direct; ${e5}: direct,${e5},,${e3}`,
        `user1@contoso.com,Allowed,Not in this file,${e3},${e3}: group ${GROUP},,,${e3}`,
        `user2@contoso.com,Allowed,NL,${e3}; ${e5},${e3}: direct; ${e5}: group ${GROUP},,,${e3}; ${e5}`,
        `user3@contoso.com,Blocked,NL,${e5} (planned),${e5}: direct,${e5},,`,
      ].sort(),
    );
  });

  it('of users lists whom the filter or the selection holds', async () => {
    const query = { ...everybody, text: 'user2@' };
    const users = { kind: 'matching', query } as const;
    expect(await linesOf({ kind: 'users', customerId: C1, users })).toHaveLength(2);
    await desk.selections.edit(C1, 'w', (before) => withPositions(before, [1, 3], true, now()));
    const selected = { kind: 'selected', window: 'w' } as const;
    const lines = await linesOf({ kind: 'users', customerId: C1, users: selected });
    expect(lines.slice(1).map((line) => /user\d/.exec(line)?.[0])).toEqual(['user1', 'user3']);
  });

  it('of the plan lists exactly whom it changes, before and after', async () => {
    const lines = await linesOf({ kind: 'plan', customerId: C1 }, ['objectId']);
    expect(lines).toHaveLength(3);
    expect(lines[1]).toMatch(/^"'=Ann",user0@contoso.com,Microsoft 365 E3,Microsoft 365 E3; /);
    expect(lines[2]).toMatch(/^User 3,user3@contoso.com,,Microsoft 365 E5,/);
  });

  it('of the history says what was saved, in the language asked for', async () => {
    const [header, ...lines] = await linesOf({ kind: 'history', customerId: C1 }, [], 'zh-Hans');
    expect(header).toContain('工单编号');
    expect(lines).toHaveLength(1);
    expect(lines[0]).toContain('1970-01-01 00:00:05,Ada,已保存');
    expect(lines[0]).toContain('T-1');
    expect(lines[0]).toContain('Microsoft 365 E5');
  });

  it.each(['longList', 'wideList'] as const)('as %s is read back whole', async (kind) => {
    const text = await textOf({ kind, customerId: C1, users: everyone }, [], 'zh-Hant');
    const { data } = await desk.customers.open(C1);
    const lookup = {
      products: new ProductFinder(data.products, catalog.products.values()),
      servicePlanNames: catalog.servicePlanNames,
    };
    const choices = { encoding: null, columns: asHeadingsSay, lastRow: null };
    const list = await readAssignmentList(streamed(text), lookup, choices, steady);
    expect(list).toMatchObject({ ok: true, value: { refusedCount: 0, end: 'endRow' } });
    if (list.ok) expect(list.value.shape).toBe(kind === 'longList' ? 'long' : 'wide');
    if (list.ok) expect([...list.value.products]).toEqual([E3, E5].sort());
  });
});

/** A file on a disk: what is in it, and whether it was given up. */
function fakeFile(write: (bytes: Uint8Array) => void = () => undefined) {
  const state = { content: 'before', aborted: false };
  const parts: Uint8Array<ArrayBuffer>[] = [];
  const stream = {
    write: (bytes: Uint8Array<ArrayBuffer>) => {
      write(bytes);
      parts.push(bytes.slice());
      return Promise.resolve();
    },
    close: async () => void (state.content = await new Blob(parts).text()),
    abort: () => Promise.resolve(void (state.aborted = true)),
  };
  const file = { name: 'plan.csv', createWritable: () => Promise.resolve(stream) };
  return { file: file as unknown as FileSystemFileHandle, state };
}

describe('an export into a file', () => {
  const into = (to: FileSystemFileHandle, pace: Pace = steady) => {
    const what = { kind: 'plan', customerId: C1 } as const;
    const request = { what, locale: 'en', format, style, hidden: [], to } as const;
    return exportWork(desk, request, pace);
  };

  it('writes the same as a download has', async () => {
    const { file, state } = fakeFile();
    expect(await into(file)).toEqual({ kind: 'written', name: 'plan.csv' });
    expect(state.content).toBe(await textOf({ kind: 'plan', customerId: C1 }));
  });

  it('leaves the file as it was when the disk is full', async () => {
    const full = new DOMException('no room', 'QuotaExceededError');
    const { file, state } = fakeFile(() => {
      throw full;
    });
    await expect(into(file)).rejects.toBe(full);
    expect(state).toEqual({ content: 'before', aborted: true });
  });

  it('leaves the file as it was when the person cancels', async () => {
    const { file, state } = fakeFile();
    const pace = { due: () => true, rest: () => Promise.reject(new Cancelled()) };
    const what = { kind: 'history', customerId: C1 } as const;
    const request = {
      what,
      locale: 'en',
      format,
      style,
      hidden: [],
      to: file,
    } as const;
    await expect(exportWork(desk, request, pace)).rejects.toThrow(Cancelled);
    expect(state.content).toBe('before');
  });

  it('says so where the file cannot be written', async () => {
    const denied = new DOMException('no', 'NotAllowedError');
    const file = { name: 'x', createWritable: () => Promise.reject(denied) };
    const done = await into(file as unknown as FileSystemFileHandle);
    expect(done).toMatchObject({ failure: { kind: 'notWritable' } });
  });
});
