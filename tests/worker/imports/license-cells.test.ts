// Dexie looks for IndexedDB when it is loaded
import 'fake-indexeddb/auto';
import { expect, it } from 'vitest';
import { describeCase, heldBy, Imports } from './case-files.ts';

describeCase('07-license-cells', (file) => {
  it('gives every known product of a cell to its holder, and keeps only the unknown piece as a name', async () => {
    const { summary, customer } = await new Imports().bring(
      file('subscribedSkus.json'),
      file('report.csv'),
    );
    expect(heldBy(customer)).toEqual({
      'ada@alder.example': ['SPE_E3', 'VISIOCLIENT'],
      'bo@alder.example': ['CONTRACTOR_PACK_X', 'SPE_E3'],
      'cy@alder.example': ['SPE_E3', 'VISIOCLIENT'],
      'eve@alder.example': ['SPE_E3'],
      'fia@alder.example': ['SPE_E3', 'VISIOCLIENT'],
    });
    expect(summary.warnings).toMatchObject([
      { kind: 'unknownProduct', value: 'CONTRACTOR_PACK_X', isListed: true },
    ]);
  });

  it('says that subscribedSkus would help only where it is not here', async () => {
    const { warnings } = await new Imports().read(file('report.csv'));
    expect(warnings).toMatchObject([{ value: 'CONTRACTOR_PACK_X', isListed: false }]);
  });
});
