#!/usr/bin/env node
// Runs the journeys through the built app in Chromium, Firefox and WebKitGTK, and the installed app, on a
// screen that nobody sees. Installs what is missing as root on Debian; else it says what is missing, and fails.
//   node scripts/test-engines.js            as `npm run test:engines`
//   node scripts/test-engines.js if-here    installs nothing: an engine that is missing is named, and left out
import { spawn, spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { systemChromium } from './browser.js';

/** Debian's packages, and what each brings. */
const PACKAGES = /** @type {const} */ ({
  // any with windows is as good
  chromium: systemChromium(true) ?? '/usr/bin/chromium',
  'firefox-esr': '/usr/bin/firefox-esr',
  'webkit2gtk-driver': '/usr/bin/WebKitWebDriver',
  xvfb: '/usr/bin/Xvfb',
  // presses the keys that no driver of a browser can press
  xdotool: '/usr/bin/xdotool',
});
const DISPLAY = ':93';

const missing = () =>
  Object.entries(PACKAGES).flatMap(([name, file]) => (existsSync(file) ? [] : [name]));

function install() {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  for (const args of [['update'], ['install', '-y', '--no-install-recommends', ...missing()]]) {
    spawnSync('apt-get', args, { stdio: 'inherit', env });
  }
}

const canInstall = process.getuid?.() === 0 && existsSync('/usr/bin/apt-get');
const asks = process.argv[2] !== 'if-here';
if (asks && missing().length > 0 && canInstall) install();
const lacks = missing().join(', ');
if (lacks !== '') console.log(`Not on this computer: ${lacks} (packages of Debian).`);
if (lacks !== '' && asks) process.exit(1);

const screen = lacks.includes('xvfb')
  ? null
  : spawn(PACKAGES.xvfb, [DISPLAY, '-screen', '0', '1600x1600x24']);
const env = screen === null ? process.env : { ...process.env, DISPLAY };
const { status } = spawnSync(
  'npx',
  ['--no-install', 'vitest', 'run', '-c', 'vitest.engines.config.ts'],
  {
    stdio: 'inherit',
    env,
  },
);
screen?.kill();
process.exitCode = status ?? 1;
