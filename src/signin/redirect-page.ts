// The page to which the sign-in page sends the window back. It hands what it was given to the page
// that the person left, and opens nothing else of the app.
import { broadcastResponseToMainFrame } from '@azure/msal-browser/redirect-bridge';

broadcastResponseToMainFrame().catch(() => {
  // opened by hand, or what it was given was cut off: the app says what became of the sign-in
  location.replace('/');
});
