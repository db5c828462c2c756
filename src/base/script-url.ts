/** What the page's Content-Security-Policy calls our policy for script addresses. */
const POLICY_NAME = 'seatwise-url';

interface ScriptUrlPolicy {
  createScriptURL(url: string): string;
}

interface PolicyFactory {
  createPolicy(name: string, rules: ScriptUrlPolicy): ScriptUrlPolicy;
}

const sameOriginOnly: ScriptUrlPolicy = {
  createScriptURL(url) {
    const { origin, href } = new URL(url, location.href);
    if (origin !== location.origin) throw new TypeError(`Not a script of this site: ${url}`);
    return href;
  },
};

let policy: ScriptUrlPolicy | undefined;

/** The policy is made on first use; a browser without Trusted Types gets the bare check. */
function scriptUrlPolicy(): ScriptUrlPolicy {
  const { trustedTypes } = globalThis as { trustedTypes?: PolicyFactory };
  policy ??= trustedTypes?.createPolicy(POLICY_NAME, sameOriginOnly) ?? sameOriginOnly;
  return policy;
}

/**
 * The address of one of our own scripts, fit for `new Worker` and for registering a service worker
 * on a page that enforces Trusted Types. The browser's value is typed as the string that the DOM's
 * declarations ask for.
 */
export function scriptUrl(url: string): string {
  return scriptUrlPolicy().createScriptURL(url);
}
