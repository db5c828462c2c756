import { defineConfig } from '@playwright/test';
import config from './playwright.config.ts';

/** Stories that take long by their nature, tagged `@slow`. */
export default defineConfig({ ...config, grepInvert: [], grep: /@slow/ });
