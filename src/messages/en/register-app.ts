/** How to register the app that people sign in with. Names of buttons as the Entra admin center has them. */
export const registerApp = {
  heading: 'Register the app for Seatwise',
  lead: 'Done once for your organization, by somebody who may register apps there. It takes a few minutes.',
  steps: [
    {
      title: 'Create a registration',
      text: 'Open the Microsoft Entra admin center (entra.microsoft.com), choose App registrations, then New registration. Give it a name, for example Seatwise.',
    },
    {
      title: 'Choose who may sign in',
      text: 'For your own organization only, choose Accounts in this organizational directory only. As a partner, choose Accounts in any organizational directory (Multitenant), so that it can be used in the organizations of your customers.',
    },
    {
      title: 'Enter the redirect URI',
      text: 'Under Redirect URI choose the platform Single-page application (SPA), and enter this address exactly. Then choose Register.',
    },
    {
      title: 'Copy the ID',
      text: 'The overview page shows the Application (client) ID. Enter it in Settings.',
    },
    {
      title: 'Add the permissions',
      text: 'Choose API permissions, Add a permission, Microsoft Graph, Delegated permissions, and select the ones below that you need. No client secret is needed, and no application permission.',
    },
    {
      title: 'Have an administrator consent',
      text: 'Choose Grant admin consent. Every permission below needs it; until it is given, only an administrator can sign in, and is asked to agree.',
    },
  ],
  redirectUri: 'Redirect URI',
  otherAddress:
    'If you use Seatwise at another address too, register the redirect URI that this page shows there as well.',
  permissions: 'Permissions',
  permissionsHint:
    'All are delegated: nobody can do more through Seatwise than their own role allows.',
  permission: 'Permission',
  neededFor: 'Needed to',
  asked: 'Asked for',
  whenReading: 'When you connect, and to read a customer',
  whenSyncing: 'When a sync starts',
  whenLocation: 'When the changes to be synced set a usage location',
  whenListing: 'When you list your customers',
  checked:
    'Permissions, roles and times are those of the documentation of Microsoft Graph, Microsoft Entra and Partner Center in November 2026. Seatwise has not been tried with a real organization yet.',
  roles: 'Roles',
  rolesText:
    'The permission is not enough: the person who signs in also needs a role in the organization that is read or changed. To read users and licenses: Directory Readers, License Administrator or User Administrator. To assign and revoke: License Administrator, User Administrator or Directory Writers. To set a usage location: License Administrator or User Administrator. To list your customers: Directory Readers in your own organization.',
  partners: 'For partners',
  partnersText: [
    'Sign in with your account at your own organization. Seatwise asks for a token for each customer separately.',
    'Each customer needs an active delegated administration relationship (GDAP) that contains such a role, and you must be in a security group that was given it. A new relationship can take up to three minutes until it works.',
    'The app needs consent in the organization of each customer. An administrator there can agree when signing in, or you give consent for them through Partner Center.',
  ],
  sessions: 'How long a sign-in lasts',
  sessionsText:
    'A sign-in of a single-page application lasts 24 hours. Afterwards Seatwise asks you to sign in again; what is still to be synced waits.',
  back: 'Back to Settings',
};
