// Dexie looks for IndexedDB when it is loaded
import 'fake-indexeddb/auto';
import { expect, it } from 'vitest';
import { describeCase, heldBy, Imports } from './case-files.ts';

describeCase('06-assignment-list-overwrites-what-is-held', (file) => {
  it('is known to be either, and who would change is counted before anything does', async () => {
    const imports = new Imports();
    const users = await imports.bring(file('subscribedSkus.json'), file('first-users.json'));
    const { customerId } = users.written;
    const held = heldBy(users.customer);

    const either = await imports.read(file('assign.csv'));
    expect(either).toMatchObject({
      files: [{ header: { mayBeList: true } }],
      suggestedCustomer: customerId,
    });
    expect(await imports.whoGoes(either, customerId)).toMatchObject({ changed: 2 });
    expect(heldBy(await imports.customer(customerId))).toEqual(held);
    const unanswered = await imports.tryToWrite(either, customerId, { takesAsHeld: false });
    expect(unanswered).toEqual({ kind: 'mayBeLists', files: ['assign.csv'] });
    expect(heldBy(await imports.customer(customerId))).toEqual(held);
    expect(await imports.write(either, customerId)).toMatchObject({ changed: 2 });
  });

  it('is no question once a person says that it says what users hold', async () => {
    const imports = new Imports();
    const said = await imports.readAs('customerData', file('assign.csv'));
    const written = await imports.tryToWrite(said, null, { takesAsHeld: false });
    expect(written).toMatchObject({ added: 2 });
  });

  it('holds nothing for users once a person says that it is a list', async () => {
    const list = await new Imports().readAs('assignmentList', file('assign.csv'));
    expect(list).toMatchObject({ files: [{ kind: 'assignmentList', header: null }], users: 0 });
  });

  it.each([
    ['names', 'UserPrincipalName,DisplayName,Licenses', 'ada@alder.example,Ada,SPE_E3'],
    ['usage locations', 'UserPrincipalName,UsageLocation,Licenses', 'ada@alder.example,SE,SPE_E3'],
    ['no licenses', 'UserPrincipalName,DisplayName', 'ada@alder.example,Ada'],
    ['what Graph calls held', 'UserPrincipalName,AssignedLicenses', 'ada@alder.example,SPE_E3'],
  ])('is told from a users file with %s', async (_, ...lines) => {
    const read = await new Imports().read(new File([lines.join('\r\n')], 'users.csv'));
    expect(read).toMatchObject({ users: 1, files: [{ header: { mayBeList: false } }] });
  });
});
