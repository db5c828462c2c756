/** The guide through a large change, on the screens of the app, with the largest sample customer. */
export const guide = {
  name: 'Guide',
  of: (step: number, steps: number) => `Step ${step} of ${steps}`,
  now: (title: string) => `Guide, next step: ${title}`,
  offerTitle: 'New here?',
  offer:
    'A guide of four steps moves 12,000 people from one suite to another, in the cloud of a sample customer.',
  start: 'Start the guide',
  notNow: 'Not now',
  goThere: 'Take me there',
  skipStep: 'Skip this step',
  leave: 'End the guide',
  needsSamples: 'The guide needs the sample customer with 100,000 users. Add the samples first.',
  steps: {
    choose: {
      title: 'Choose 12,000 people',
      lines: [
        'Under Users and licenses, choose Microsoft 365 E3 as the product held and, under More filters, Sales as the department.',
        'Tick the box above the names, then choose Select all … matching.',
        'Change the department to Finance and do the same. The selection stays: 11,951 people.',
        'Choose Manage licenses.',
      ],
    },
    swap: {
      title: 'Swap E3 for E5, and meet what stands in the way',
      lines: [
        'Choose Swap a product… and swap Microsoft 365 E3 for Microsoft 365 E5. Read who is skipped and why: E3 from a group cannot be revoked here.',
        'Choose Save. Licenses are short: buy them in the sample cloud, or choose who waits.',
        'Read what changes for whom, then save. Nothing is sent yet.',
      ],
    },
    sync: {
      title: 'Sync with the sample cloud',
      lines: [
        'Choose Review pending and sync. The review shows exactly what would be sent.',
        'Choose Sync now, and wait until it has ended. It can be paused, and continues after a reload.',
      ],
    },
    undo: {
      title: 'Undo it',
      lines: [
        'Open the change. Under More actions, choose Undo in Microsoft 365…: everybody gets back what they had.',
        'Read the review and save it. It is planned like any change; the next sync brings it to the cloud.',
      ],
    },
    end: {
      title: 'That is the whole job',
      lines: [
        'You chose, swapped, synced and undid. Nothing left this device.',
        'You can start the guide again from Help.',
      ],
    },
  },
};
