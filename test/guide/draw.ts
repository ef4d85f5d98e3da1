/** `npm run docs:guide`: takes the guide's pictures and the README's two from the running program, so that they show what there is. */

import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { freePort } from '../bench/feeds/processes.ts';
import { openBrowser } from '../browser/chromium.ts';

const ROOT = resolve(import.meta.dirname, '../..');
const FOLDER = join(ROOT, 'docs');
const DESK = { width: 1180, height: 700 };
const WIDE = { width: 1366, height: 768 };
/** A sheet across, down to where it is empty. */
const PAPER = { width: 1280, height: 620 };
const PHONE = { width: 390, height: 780 };

interface Picture {
  readonly name: string;
  readonly path: string;
  readonly size: typeof DESK;
}

/** Of the sample that `rota demo` opens with. */
const PICTURES: readonly Picture[] = [
  { name: 'roster', path: '/periods/tet-2027', size: WIDE },
  { name: 'sheet', path: '/periods/tet-2027/print', size: PAPER },
  { name: 'huong-dan/trang-chu', path: '/', size: DESK },
  { name: 'huong-dan/bang-truc', path: '/periods/tet-2027', size: DESK },
  { name: 'huong-dan/sua-bang', path: '/periods/tet-2027/draft', size: DESK },
  { name: 'huong-dan/nhan-su', path: '/units/lam-giang/staff', size: DESK },
  { name: 'huong-dan/van-ban', path: '/periods/tet-2027/documents', size: DESK },
  { name: 'huong-dan/thiet-lap', path: '/units/lam-giang/settings', size: DESK },
  { name: 'huong-dan/ca-cua-toi', path: '/units/lam-giang/me?staff=LG19', size: PHONE },
];

const folder = mkdtempSync(join(tmpdir(), 'guide-'));
const port = await freePort();
const demo = spawn(process.execPath, [join(ROOT, 'dist/cli.js'), 'demo', '--port', String(port)], {
  cwd: folder,
  stdio: ['ignore', 'ignore', 'pipe'],
});
const browser = await openBrowser();
try {
  await listening();
  for (const { name, path, size } of PICTURES) {
    const page = await browser.newPage({ viewport: size, locale: 'vi-VN', colorScheme: 'light' });
    await page.goto(`http://127.0.0.1:${port}${path}`, { waitUntil: 'networkidle' });
    if (size === PAPER) {
      await page.emulateMedia({ media: 'print' });
      // What a page's margins are on paper.
      await page.evaluate("document.body.style.padding = '40px'");
    }
    await page.screenshot({ path: join(FOLDER, `${name}.png`) });
    await page.close();
    console.log(`${name}.png`);
  }
} finally {
  await browser.close();
  demo.kill('SIGTERM');
  await once(demo, 'close');
  rmSync(folder, { recursive: true, force: true });
}

async function listening(): Promise<void> {
  let said = '';
  for await (const chunk of demo.stderr) {
    said += String(chunk);
    if (said.includes(`127.0.0.1:${port}`)) return;
  }
  throw new Error(said);
}
