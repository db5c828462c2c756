import { skusFile, userId, usersFile, type MadeUser } from './graph-files.ts';
import type { MadeFile } from './made-file.ts';
import { e3, powerBi, visio, type MadeProduct } from './products.ts';

// Two made-up customers who own the same: one of them is taught something by the cloud.

export const BREWERY = 'Anchor Brewery';
export const LIBRARY = 'Riverside Library';

/** Needs SharePoint, which only E3 has. */
export const project: MadeProduct = {
  skuId: '53818b1b-4a27-454b-8896-0dba576410e6',
  part: 'PROJECTPROFESSIONAL',
  name: 'Planner and Project Plan 3',
  plans: [['fe71d6c3-a2ea-4499-9778-da042bf08063', 'SHAREPOINT_PROJECT']],
};

const files = (account: string, tenant: string, first: MadeUser): readonly MadeFile[] => [
  skusFile(tenant, account, [
    ...[e3, visio, powerBi, project].map((product) => ({ product, enabled: 20 })),
  ]),
  usersFile('users.json', [first]),
];

const person = (number: number, name: string, upn: string): MadeUser => ({
  ...{ id: userId(number), name, upn, location: 'DE' },
  held: [{ product: visio }],
});

export const breweryFiles = files(
  'anchorbrewery',
  'b4e4e4e4-1111-4222-8333-444455556666',
  person(61, 'Hanna Malt', 'hanna@brewery.example'),
);
export const libraryFiles = files(
  'riversidelibrary',
  'b4e4e4e4-2222-4222-8333-444455556666',
  person(62, 'Paul Page', 'paul@library.example'),
);

/** The line of a backup that holds what the cloud taught: the two may not be on together. */
export const learnedLine = (customer: string): string =>
  JSON.stringify([
    'ruleFacts',
    {
      scope: customer,
      id: `learned:${customer}:excludes:${visio.plans[0]?.[0]}:${powerBi.plans[1]?.[0]}`,
      fact: {
        id: `learned:${customer}:excludes:${visio.plans[0]?.[0]}:${powerBi.plans[1]?.[0]}`,
        relation: { kind: 'excludes', pair: [visio.plans[0]?.[0], powerBi.plans[1]?.[0]] },
        severity: 'blocking',
        origin: 'learned',
        source: 'License assignment failed because the service plans are mutually exclusive',
        date: '2026-11-12',
        confidence: 'high',
        scope: { kind: 'customer', id: customer },
        enabled: true,
      },
    },
  ]);
