/** A headless Chromium for the browser tests. */

import { type Browser, chromium } from 'playwright-core';
import { pathOf } from '../programs.ts';

export function openBrowser(): Promise<Browser> {
  const executablePath = pathOf('chromium');
  return chromium.launch({
    ...(executablePath !== undefined && { executablePath }),
    args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'],
  });
}
