#!/usr/bin/env node
// Makes sure that there is a browser for the tests: CHROMIUM_PATH, an installed Chromium or Chrome,
// Playwright's own download, and at last, as root on Debian, a package of the system's.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { chromium } from '@playwright/test';
import { systemChromium } from './browser.js';

/**
 * @param {string} command
 * @param {...string} args
 */
function run(command, ...args) {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  // on Windows npx is a .cmd file, which only a shell can start
  const shell = process.platform === 'win32';
  return spawnSync(command, args, { stdio: 'inherit', env, shell }).status === 0;
}

function downloaded() {
  const path = chromium.executablePath();
  return existsSync(path) ? path : undefined;
}

function download() {
  console.log('No Chromium found on this computer: asking Playwright to download one.');
  run('npx', '--no-install', 'playwright', 'install', 'chromium');
  return downloaded();
}

function installPackage() {
  if (process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) return undefined;
  run('apt-get', 'update');
  for (const name of ['chromium-headless-shell', 'chromium']) {
    console.log(`Installing the package "${name}".`);
    const packages = [name, 'fonts-noto-cjk'];
    if (run('apt-get', 'install', '-y', '--no-install-recommends', ...packages)) break;
  }
  return systemChromium();
}

function fail(/** @type {string} */ sentence) {
  console.error(sentence);
  process.exit(1);
}

try {
  const browser = systemChromium() ?? downloaded() ?? download() ?? installPackage();
  if (browser) console.log(`Browser for the tests: ${browser}`);
  else {
    fail(
      'No Chromium or Chrome for the tests: install one, or set CHROMIUM_PATH to one, and run this again.',
    );
  }
} catch (error) {
  fail(error instanceof Error ? error.message : String(error));
}
