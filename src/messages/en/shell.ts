import { n } from './numbers.ts';

/** The frame around every screen: bar, navigation, notices about the app itself. */
export const shell = {
  name: 'Seatwise',
  title: (screen: string) => `${screen} · Seatwise`,
  skip: 'Skip to the main content',
  navigation: 'Main navigation',
  openNavigation: 'Open navigation',
  customers: 'Customers',
  pending: 'Pending',
  counted: (label: string, count: number) => `${label} (${n(count)})`,
  allLicenses: "All customers' licenses",
  import: 'Import',
  rules: 'Rules',
  settings: 'Settings',
  help: 'Help',
  pinned: 'Pinned customers',
  recent: 'Recent customers',
  searchEverywhere: 'Search everywhere',
  language: 'Language',
  offline: 'Offline',
  offlineDetail: 'Offline: plan as usual, and sync once you are online',
  offlineReady: 'Ready to work offline',
  offlineReadyDetail: 'Seatwise is on this device now and opens without a network.',
  install: 'Install',
  installDetail: 'Install Seatwise as an app on this device',
  dropNow: 'Drop to read the files',
  notFound: 'This page does not exist',
  notFoundDetail: 'The address may be mistyped, or what it showed is no longer on this device.',
  failed: 'This page could not be shown',
  failedDetail: 'Your data is safe on this device. Reload the page to continue.',
  late: 'This is taking longer than it should. Close other Seatwise windows, or reload. Nothing is lost.',
  toCustomers: 'Go to Customers',
  closed: {
    notOpened: {
      title: 'Seatwise could not open its data',
      detail:
        'Nothing is lost. Close other Seatwise windows and try again. If it stays this way, the browser may be in a private mode that keeps nothing.',
    },
    incomplete: {
      title: 'Seatwise did not load completely',
      detail:
        'A part of the app could not be fetched. Nothing is lost. Check your connection, then reload.',
    },
    diskFull: {
      title: 'There is no space left on this device',
      detail:
        'The browser cannot open the data of Seatwise, because the disk is full. Nothing is lost. Free up space, then reload.',
    },
    newerWindow: {
      title: 'A newer version of Seatwise is open',
      detail:
        'Another window has brought the data on this device up to a newer version. This window is older and has stopped. Nothing is lost: reload to continue.',
    },
    newerData: {
      title: 'The data on this device belongs to a newer Seatwise',
      detail:
        'This version is older than the one that wrote the data, and leaves it untouched. Nothing is lost. Reload to get the newest version.',
    },
    framed: {
      title: 'Seatwise does not run inside another page',
      detail:
        'Another site shows Seatwise inside its own page and could cover what you press, so nothing was opened.',
    },
  },
  copyHelp:
    'Until then you can save a copy of everything on this device. It is for safekeeping: Seatwise does not restore it.',
  saveCopy: 'Save a copy of the data',
  copyFailed: 'The copy could not be saved. Free up space on this device, then try again.',
  openAlone: 'Open Seatwise on its own',
  update: 'A new version is ready',
  updateDetail: 'Reload when you like. Your work is kept.',
  updateName: (version: string) => `Version ${version}`,
  updateNow: 'Reload now',
  updateHeld: 'Another Seatwise window has unsaved work. Finish there first, then reload.',
};
