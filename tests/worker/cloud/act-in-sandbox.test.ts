// Dexie looks for IndexedDB when it is loaded
import 'fake-indexeddb/auto';
import { describe, expect, it } from 'vitest';
import { userId } from '#users/ids.ts';
import { graphProvider } from '#sync/graph-provider.ts';
import { cloudCommands } from '#worker/cloud/cloud-commands.ts';
import { openDesk } from '../desk.ts';
import { assign, loaded } from '../../store/open-store.ts';
import { FLOW, HARBOR, harborOn, plan, usersWhere } from '../sync/harbor.ts';
import { HandClock } from '../sync/hand-clock.ts';

async function harbor(count: number) {
  const clock = new HandClock();
  const db = await harborOn(clock);
  const users = await usersWhere(db, (held) => !held.has(FLOW), count);
  if (count > 0) await plan(db, users, assign(FLOW));
  const desk = openDesk(db, clock.now);
  const commands = cloudCommands(desk);
  const { table } = await loaded(db, HARBOR);
  const ids = users.map((user) => userId(table.texts.id[user]!));
  const wire = desk.clouds.wireOf(HARBOR)!;
  const gone = async () => {
    const answers = await graphProvider(wire).read(ids);
    return answers.ok ? answers.value.filter(({ kind }) => kind === 'gone').length : -1;
  };
  return { commands, gone };
}

describe('what is made to happen in the sandbox', { timeout: 30_000 }, () => {
  it('happens to two users who wait to be sent, and to two others the next time', async () => {
    const { commands, gone } = await harbor(5);
    expect(await gone()).toBe(0);
    expect(await commands.actInSandbox(HARBOR, 'renames')).toBe(2);
    expect(await gone()).toBe(0);
    expect(await commands.actInSandbox(HARBOR, 'deletes')).toBe(2);
    expect(await gone()).toBe(2);
    // one is left as it is known here
    expect(await commands.actInSandbox(HARBOR, 'changesLocation')).toBe(1);
    expect(await commands.actInSandbox(HARBOR, 'deletes')).toBe(0);
  });

  it('happens to nobody where nothing waits, nor where the plan has nothing of the kind', async () => {
    const idle = await harbor(0);
    expect(await idle.commands.actInSandbox(HARBOR, 'deletes')).toBe(0);
    const { commands } = await harbor(3);
    // nobody holds what is to be assigned: no group can give it beside a direct copy
    expect(await commands.actInSandbox(HARBOR, 'givesThroughGroup')).toBe(0);
  });
});
