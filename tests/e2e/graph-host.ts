import type { BrowserContext } from '@playwright/test';
import type { GraphServer } from '../fakes/graph-server.ts';
import { jsonFile, type MadeFile } from './files/made-file.ts';

const HOST = 'https://graph.microsoft.com';

/** Lets a browser reach the server where Microsoft Graph would be, so that the build need not know of it. */
export async function forwardGraph(context: BrowserContext, server: GraphServer): Promise<void> {
  await context.route(`${HOST}/**`, async (route) => {
    const url = route.request().url().replace(HOST, server.address);
    try {
      await route.fulfill({ response: await route.fetch({ url }) });
    } catch {
      // the server broke off, or the browser is gone
      await route.abort('connectionreset').catch(() => undefined);
    }
  });
}

/** What the tenant of the server owns and whom it has, as files to import. */
export async function graphFiles({ address }: GraphServer): Promise<MadeFile[]> {
  const ask = async (url: string): Promise<Record<string, unknown>> => {
    const reply = await fetch(url, { headers: { Authorization: 'Bearer any' } });
    return (await reply.json()) as Record<string, unknown>;
  };
  const select =
    'id,displayName,userPrincipalName,usageLocation,assignedLicenses,licenseAssignmentStates';
  const files = [jsonFile('skus.json', await ask(`${address}/v1.0/subscribedSkus`))];
  let next: unknown = `${address}/v1.0/users?$select=${select}&$top=999`;
  while (typeof next === 'string') {
    const page = await ask(next);
    files.push(jsonFile(`users-${files.length}.json`, page));
    next = page['@odata.nextLink'];
  }
  return files;
}
