/** Debian's Chromium for the browser tests; says loudly when there is none. */

import { existsSync } from 'node:fs';
import { type Browser, chromium } from 'playwright-core';

const PATHS = [process.env.CHROMIUM ?? '', '/usr/bin/chromium', '/usr/bin/chromium-browser'];

export const CHROMIUM = PATHS.find((path) => path !== '' && existsSync(path));

if (!CHROMIUM) {
  console.warn('BROWSER TESTS SKIPPED: no Chromium. apt-get install chromium, or set CHROMIUM to its path.');
}

export function openBrowser(): Promise<Browser> {
  return chromium.launch({
    ...(CHROMIUM !== undefined && { executablePath: CHROMIUM }),
    args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'],
  });
}
