import type { IssueCode } from '#rules/issue.ts';

interface RuleHelp {
  readonly title: string;
  readonly what: string;
  readonly fix: string;
}

/** The help page. It is loaded with that page only. */
export const help = {
  heading: 'Help',
  lead: 'How Seatwise works, and what to do when something does not. This page works offline, too.',
  contents: 'On this page',

  job: {
    heading: 'Change licenses for many users',
    steps: {
      bring: {
        title: 'Bring in a customer',
        text: 'Under Customers, add the sample customers, import files, or connect to Microsoft 365. From then on you work on a copy on this device.',
      },
      users: {
        title: 'Choose the users',
        text: 'Open Users and licenses. Filter, search, paste a list, or select all that match. The selection stays over all pages.',
      },
      manage: {
        title: 'Assign, revoke or swap',
        text: 'On Manage licenses, a box says who of the selection holds a product. Tick it to assign, clear it to revoke, leave it to change nothing. Service plans work the same way. What is available is counted as you go.',
      },
      save: {
        title: 'Read, then save',
        text: 'Save says what would change for whom, who is skipped and why, and which products run short. What you save is planned on this device, and can be undone.',
      },
      review: {
        title: 'Review and sync',
        text: 'Pending holds everything that is planned, by customer and by user; users can be removed from the plan there. Review shows what would be sent; nothing reaches Microsoft 365 before you choose Sync now.',
      },
      end: {
        title: 'See how it ended',
        text: 'Each user is applied, still pending, or rejected with the reason that Microsoft 365 gave. Retry, undo, or export a report from there.',
      },
    },
    pictures: {
      users: 'Users and licenses, with some users selected',
      manage: 'Manage licenses, with one product to assign',
      save: 'The Save dialog',
      review: 'The review before syncing',
      end: 'How it ended for each user',
    },
    practice:
      'Practice with the sample customers: they have a cloud of their own inside the app. You can buy licenses there, and make it misbehave.',
  },

  rules: {
    heading: 'What can go wrong, and what to do',
    lead: 'These are checked before you save. The message on screen names the users and products.',
    what: 'What it means',
    fix: 'What to do',
    of: {
      shortage: {
        title: 'Not enough licenses',
        what: 'More users are to get the product than licenses are left.',
        fix: 'Add the missing ones to the buy list, choose who gets the free ones, or assign to fewer users. Bought licenses count after the next import.',
      },
      usageLocationMissing: {
        title: 'No usage location',
        what: 'Microsoft 365 assigns no license to a user without a usage location.',
        fix: 'Set a usage location on Manage licenses. It is part of the same change.',
      },
      usageLocationUnknown: {
        title: 'Usage location unknown',
        what: 'The imported file does not say whether the user has a usage location.',
        fix: 'Read the customer from Microsoft 365, import a Microsoft Graph file, or save anyway: Microsoft 365 refuses whoever has none.',
      },
      usageLocationProhibited: {
        title: 'Restricted where the user is',
        what: "The product, or one of its service plans, may not be used in the user's country or region.",
        fix: 'Leave these users out, or switch that service plan off. Rules shows the source.',
      },
      conflict: {
        title: "Can't be assigned together",
        what: 'Two service plans exclude each other or overlap.',
        fix: 'Switch one of them off; the message offers it. Or revoke one of the two products.',
      },
      dependency: {
        title: 'A service plan needs another',
        what: 'It works only beside another service plan that the user would not have.',
        fix: 'Assign a product that contains that one, or switch the dependent one off.',
      },
      notAssignable: {
        title: 'Product cannot be assigned',
        what: 'It is for the whole company, suspended, locked out, deleted, bought by users themselves, or known only by a name from a file.',
        fix: 'Choose another product. If only the name is known, import subscribedSkus.',
      },
      inherited: {
        title: 'From a group',
        what: 'The user has the product, or one of its service plans, through a group. Seatwise changes direct assignments only.',
        fix: 'Change the license of the group, or who is in it.',
      },
      maybeInherited: {
        title: 'Perhaps from a group',
        what: 'The imported file does not say how the user got the product.',
        fix: 'Read the customer from Microsoft 365, or import a Microsoft Graph file. Then it is known.',
      },
      servicePlansUnknown: {
        title: 'Service plans unknown',
        what: 'The imported file does not say which service plans are off, so switching one could switch others, too.',
        fix: 'Read the customer from Microsoft 365, or import a Microsoft Graph file.',
      },
      swapInherited: {
        title: 'Not swapped: from a group',
        what: 'A swap takes only products that are assigned directly.',
        fix: 'Change the license of the group, or who is in it, and then assign the new product.',
      },
      swapServicePlansUnknown: {
        title: 'Not swapped: service plans unknown',
        what: 'Nobody knows what is off in the old product, so it cannot be kept off in the new one.',
        fix: 'Read the customer from Microsoft 365, or import a Microsoft Graph file.',
      },
      switchedOn: {
        title: 'A service would be switched on',
        what: 'It is off in the product that goes, and on in the one that comes.',
        fix: 'Use Swap instead of assigning and revoking: what is off stays off. Or switch the service plan off yourself.',
      },
      dataAtRisk: {
        title: 'Data at risk',
        what: 'The last license for a mailbox, for storage or for Teams goes.',
        fix: 'Keep the product, assign another that has the service, or save the data first. The message says what happens to it, and when.',
      },
      licensesUntold: {
        title: 'Licenses unknown',
        what: 'The imported files do not list what these users hold.',
        fix: 'Read the customer from Microsoft 365, or import a file with licenses.',
      },
      unchecked: {
        title: 'Not checked',
        what: 'The numbers or service plans of the product are unknown.',
        fix: 'Import subscribedSkus, or enter the number on Manage licenses.',
      },
    } satisfies Record<IssueCode, RuleHelp>,
    later:
      'Microsoft 365 has the last word. What it refuses is shown with its own words, stays visible under Pending, and is remembered as a rule of that customer.',
  },

  files: {
    heading: 'Files that Seatwise reads',
    lead: 'Drop them on any page. Seatwise recognizes them by their content, not by their names, and asks where the encoding is unclear.',
    example: 'Example',
    download: (file: string) => `Download ${file}`,
    of: {
      skus: {
        title: 'Products: subscribedSkus (JSON)',
        text: 'From Microsoft Graph: products, service plans and numbers.',
      },
      users: {
        title: 'Users (JSON)',
        text: 'From Microsoft Graph or PowerShell: who holds what, how, and which service plans are off. The best source.',
      },
      usersCsv: {
        title: 'Users (CSV)',
        text: 'From the Microsoft 365 admin center, Entra, PowerShell, or made by hand. Products by name; no service plans.',
      },
      list: {
        title: 'Assignment list (CSV)',
        text: 'What is to be assigned or revoked: a row for each user and product, or columns such as “Add” and “Remove” that name the products. The last row counts the rows, so that a cut file is noticed.',
      },
      wideList: {
        title: 'Assignment list with a column for each product (CSV)',
        text: 'A row for each user; yes or no under each product. Empty means: leave it.',
      },
    },
    more: "Also: groups (JSON), Microsoft's list of product names (CSV), Excel workbooks with any of these lists, plan files, the outcomes of a script, and backups. Installed by Chrome or Edge, Seatwise is also offered for these files under “Open with”.",
    how: 'See how to get these files',
  },

  keys: 'Press ? on any page to see them.',

  app: {
    heading: 'Connect to Microsoft 365',
    text: 'To read customers and to sync, your organization registers an app once. It takes a few minutes and needs no secret.',
    link: 'Register an app for Seatwise',
  },

  privacy: {
    heading: 'Privacy',
    points: [
      'There is no server of Seatwise. Customers, users and plans stay in this browser, on this device.',
      'Only two things leave it: signing in at Microsoft, and what you let Seatwise read from or send to Microsoft 365.',
      'Sign-ins last as long as the window, 24 hours at most. Seatwise never sees a password.',
      'Nothing is counted, measured or reported to anybody.',
      'What is planned is stored nowhere else: save a backup in Settings, with a passphrase if you like. There you can also delete everything from this device.',
    ],
  },

  glossary: {
    heading: 'Glossary',
    of: [
      {
        word: 'Product',
        text: 'What is licensed, such as Microsoft 365 E3. Microsoft also says SKU.',
      },
      {
        word: 'Service plan',
        text: 'A service in a product, such as Exchange Online. It can be on or off for each user.',
      },
      { word: 'Usage location', text: 'The country or region in which a user uses the services.' },
      {
        word: 'Direct, from a group',
        text: 'How a user got a product: assigned to the user, or through membership of a group.',
      },
      {
        word: 'Available licenses',
        text: 'What is owned less what is assigned and what is planned.',
      },
      { word: 'Swap', text: 'One product for another in one step. What is off stays off.' },
      { word: 'Pending', text: 'Planned on this device, and not in Microsoft 365 yet.' },
      { word: 'Review', text: 'What a sync would send, shown before it is sent.' },
      {
        word: 'Conflict',
        text: 'Microsoft 365 has changed for a user since you planned. You choose what counts.',
      },
      {
        word: 'Hand over',
        text: 'Let somebody else carry the plan out, with a PowerShell script or in their own Seatwise.',
      },
      {
        word: 'Waiting for a license',
        text: 'No license was free for the user at that Save, so nothing of it is planned for the user.',
      },
      { word: 'Preset', text: 'Products and service plans under one name, to be used again.' },
    ],
  },
};
