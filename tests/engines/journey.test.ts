// The same journey in every engine that this computer has, on a tablet held both ways.
import { describe, expect, it, onTestFinished } from 'vitest';
import { Site } from '../e2e/site.ts';
import { enginesHere, realComplaints } from './engines.ts';
import { button, checkbox, link, Screen } from './screen.ts';

const users = ['Display name,User principal name,Licenses,Usage location']
  .concat([
    'Ada Winter,ada@northwind.example,Visio Plan 2,SE',
    'Kofi Mensah,kofi@northwind.example,,SE',
  ])
  .join('\n');

const sizes = [
  [1180, 820],
  [820, 1180],
] as const;

describe.for(enginesHere)('$name', ({ open }) => {
  it.for(sizes)(
    'plans, saves, syncs, reads a file and starts offline at %d × %d',
    async ([width, height]) => {
      const site = await Site.open('build');
      const window = await open();
      onTestFinished(async () => {
        await window.close();
        await site.close();
      });
      const screen = new Screen(window);
      await window.resize(width, height);
      await window.open(site.address);
      await screen.press(button('Try with sample customers'));
      await screen.press(link('Harborlight Logistics'));
      await screen.press({ ...link('Users and licenses'), which: -1 });
      await screen.heading('Users and licenses');
      const list = await window.run(() => location.href);

      await screen.press(checkbox('Select all users on this page'));
      await screen.reads('Selected users (25)');
      await screen.press(button('Next'));
      await screen.reads('26–50 of 3,200');
      await screen.press(checkbox('Select all users on this page'));
      await screen.reads('Selected users (50)');
      await screen.press({ ...link('Manage licenses'), which: -1 });
      await screen.heading('Manage licenses');
      await screen.press({ ...button('View service plans'), which: 0 });
      await screen.see({ role: 'region', like: '^Service plans of ' });
      await screen.press({ role: 'checkbox', like: 'Microsoft Power Automate Free' });
      await screen.press({ role: 'button', like: '^Save: ' });
      // the dialog grows when the numbers come
      await screen.reads('Users changed');
      await screen.fill({ role: 'textbox', name: 'Your name' }, 'Kim Lee');
      await screen.press({ ...button('Save'), which: -1 });
      await screen.see({ role: 'heading', like: '^Licenses updated: .*planned' });
      await window.reload();
      await screen.see({ role: 'heading', like: '^Licenses updated: .*planned' });

      await screen.press(link('Review pending and sync'));
      await screen.heading('Review before syncing');
      await screen.press({ ...button('Sync now'), which: -1 });
      await screen.heading('Pending');
      await screen.reads('Ended');

      await screen.drop('users.csv', 'text/csv', users);
      await screen.heading('Import');
      await screen.fill({ role: 'textbox', name: 'Name of the customer' }, 'Northwind');
      await screen.press({ role: 'button', like: '^Import 2 users' });
      await screen.see({ role: 'heading', like: 'was imported$' });

      await window.open(`${site.address}/settings`);
      await screen.press({ role: 'radio', name: 'Dark' });
      await screen.until('it is dark', () =>
        window.run(() => getComputedStyle(document.documentElement).colorScheme === 'dark'),
      );
      await screen.press({ role: 'button', like: '^(English|Language)' });
      await screen.press({ role: 'menuitemradio', name: '简体中文' });
      await screen.heading('设置');

      await screen.until('the app is on the device', () =>
        window.run(
          async () =>
            (await navigator.serviceWorker.getRegistration())?.active?.state === 'activated',
        ),
      );
      await site.close();
      const customer = list.replace(/\/users$/, '');
      const routes = [
        ...['', '/import', '/licenses', '/pending', '/rules', '/settings', '/help'].map(
          (path) => `${site.address}${path}`,
        ),
        ...['', '/users', '/selected', '/licenses', '/history'].map((path) => `${customer}${path}`),
      ];
      for (const route of routes) {
        await window.open(route);
        await screen.see({ role: 'heading', which: 0 });
        await screen.until(`${route} shows more than that it loads`, () =>
          window.run(() => !document.querySelector('main [aria-busy=true]')),
        );
      }
      expect(await realComplaints(window)).toEqual([]);
    },
  );
});
