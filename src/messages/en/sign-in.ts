/** Connecting to Microsoft 365: who is signed in, and what came of it. */
export const signIn = {
  intro:
    'Seatwise signs in with an app that your organization registers in Microsoft Entra ID. It asks for a permission only when something needs it. The sign-in stays in this window and is forgotten when you close it.',
  cloud:
    'For the global Microsoft cloud. National clouds, such as US Government or Microsoft 365 operated by 21Vianet, cannot be connected.',
  howToRegister: 'How to register the app',
  clientId: 'Application (client) ID',
  clientIdHelp: 'Find it on the overview page of your app registration.',
  clientIdInvalid: 'Enter the ID as shown there, for example 01234567-89ab-cdef-0123-456789abcdef.',
  needsClientId: 'To connect, Seatwise first needs the ID of your app registration.',
  toSettings: 'Go to Settings',
  notConnected: 'In this window, nobody is signed in.',
  connectAnother: 'Use another account',
  disconnect: 'Disconnect',
  disconnected:
    'Seatwise has forgotten the sign-in. At Microsoft you may still be signed in, in this browser.',
  leaving: 'Opening the sign-in page…',
  arriving: 'Signing in…',
  account: 'Account',
  ends: 'Signed in until',
  granted: 'Permissions',
  noneGranted: 'None yet',
  ownTenant: 'Your own organization',

  wantedTitle: 'Sign in to continue',
  wanted: (customer: string | null, permissions: readonly string[]) =>
    `Seatwise needs these permissions for ${customer ?? 'Microsoft 365'}: ${permissions.join(', ')}. Nothing is lost; what is waiting continues once you sign in.`,

  connected: (username: string) => `Signed in as ${username}.`,
  cancelled: 'The sign-in was cancelled. Nothing has changed.',
  offline: 'The sign-in page could not be reached. Check your connection, then try again.',
  wrongTenant: (username: string) =>
    `${username} signed in to another organization than the one that was asked for. The sign-in was not used. Sign in with an account that has access to this customer.`,
  refused: {
    consent:
      'This organization has not agreed to the permissions yet. An administrator has to agree once.',
    noAccess:
      'This account has no access to the organization. Check that the delegated administration relationship (GDAP) is active and that you are in a security group with a role in it.',
    policy: 'A sign-in rule of the organization (Conditional Access) does not allow this sign-in.',
    unknownApp:
      'This organization does not know the app. Check the application (client) ID, and that an administrator has agreed to the app there.',
    notSinglePage:
      'The app is registered for another kind of application. Its redirect URI must be on the platform “Single-page application”.',
    other: 'Microsoft Entra ID refused the sign-in.',
  },
  detail: 'What Microsoft Entra ID said',

  scopes: {
    'DelegatedAdminRelationship.Read.All': 'read your relationships with customers',
    'Directory.Read.All': 'read the list of your customers and the names of groups',
    'LicenseAssignment.Read.All': 'read licenses',
    'LicenseAssignment.ReadWrite.All': 'assign and revoke licenses',
    'Organization.Read.All': "read the organization's name and domains",
    'User.Read.All': 'read users',
    'User.ReadWrite.All': 'set usage locations',
  },
};
