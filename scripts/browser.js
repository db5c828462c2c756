// Finds a Chromium to test with.
import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';

const SHELL = 'chromium-headless-shell';
const NAMES =
  process.platform === 'win32'
    ? ['chromium.exe', 'chrome.exe', 'msedge.exe']
    : [
        // the same Chromium without windows and toolbars: a fifth less work for each story
        SHELL,
        ...['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome'],
      ];

const PLACES = [
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  ...['PROGRAMFILES', 'PROGRAMFILES(X86)', 'LOCALAPPDATA'].flatMap((name) => {
    const folder = process.env[name];
    return folder
      ? [
          join(folder, 'Google\\Chrome\\Application\\chrome.exe'),
          join(folder, 'Chromium\\Application\\chrome.exe'),
        ]
      : [];
  }),
];

/**
 * What the browser is told to leave out. Chromium heeds the last such list only, so it names what
 * Playwright leaves out, and then what a full browser, also a headless one, starts for each new
 * window: pages of the address bar that nobody sees, which cost as much as the app's own first page.
 */
const LEFT_OUT = [
  ...['AvoidUnnecessaryBeforeUnloadCheckSync', 'DestroyProfileOnBrowserClose', 'HttpsUpgrades'],
  ...['HttpsFirstBalancedModeAutoEnable', 'LensOverlay', 'MediaRouter', 'PaintHolding'],
  ...['ThirdPartyStoragePartitioning', 'AvoidCorsURLLoaderRestartOnRedirect'],
  ...['TcpPortRandomizationWin', 'OptimizationHints', 'NetworkTimeServiceQuerying'],
  ...['AimEnabled', 'PreconnectToSearch'],
  ...['WebUIOmniboxPopup', 'WebUIOmniboxAimPopup', 'SpareRendererForSitePerProcess'],
];

/** @param {string} path */
function isExecutable(path) {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/**
 * An installed Chromium or Chrome: the one that CHROMIUM_PATH names, else one on PATH or in a usual
 * place. Undefined means: use the one that Playwright downloaded.
 * @param {boolean} [isFull] only one with windows: the other one weighs no memory
 * @returns {string | undefined}
 */
export function systemChromium(isFull = false) {
  const asked = process.env['CHROMIUM_PATH'];
  if (asked) {
    if (!isExecutable(asked)) throw new Error(`CHROMIUM_PATH=${asked} is not an executable file`);
    return asked;
  }
  const folders = (process.env['PATH'] ?? '').split(delimiter).filter((folder) => folder !== '');
  const names = NAMES.filter((name) => !isFull || name !== SHELL);
  const onPath = folders.flatMap((folder) => names.map((name) => join(folder, name)));
  return [...onPath, ...PLACES].find(isExecutable);
}

/**
 * Launch options for Playwright. The switches keep the browser from calling out on its own.
 * @param {boolean} [isFull]
 * @returns {{ executablePath?: string, args: string[] }}
 */
export function launchOptions(isFull = false) {
  const executablePath = systemChromium(isFull);
  const isRoot = process.getuid?.() === 0;
  const args = [
    ...(isRoot ? ['--no-sandbox'] : []),
    '--disable-gpu',
    '--disable-quic',
    '--no-first-run',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
    `--disable-features=${LEFT_OUT.join(',')}`,
  ];
  return executablePath ? { executablePath, args } : { args };
}
