/** What the keys do, and where they can be switched off. */
export const shortcuts = {
  title: 'Keyboard shortcuts',
  places: {
    everywhere: 'Everywhere',
    users: 'On a list of users',
    change: 'After a Save',
  },
  does: {
    palette: 'Search everywhere',
    search: 'Go to the search of this page',
    help: 'Show all shortcuts',
    next: 'Next user',
    previous: 'Previous user',
    select: 'Select or clear the user',
    selectRange: 'Select up to here',
    selectAll: 'Select all that match',
    manage: 'Manage licenses',
    undo: 'Undo the change',
  },
  rows: 'Tab stops once at the rows of a table. The arrow keys, Home and End go from row to row and along a row.',
  note: 'Keys without Ctrl or Cmd do nothing while you type. Settings can switch them off.',
  off: 'Keys without Ctrl or Cmd are switched off in Settings.',
  heading: 'Keyboard',
  singleKeys: 'Single-key shortcuts',
  singleKeysHelp:
    'Off: letters like J and X do nothing by themselves. Shortcuts with Ctrl or Cmd stay. Useful with voice control and screen readers.',
};
