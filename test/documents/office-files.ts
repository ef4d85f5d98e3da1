/** What LibreOffice makes of our files, with letters as wide as those of Times New Roman and Arial on any machine. */

import { execFileSync } from 'node:child_process';
import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from './sample-documents.ts';

/** Made to the measure of the fonts that Word sets our documents in; all have Vietnamese letters, which others fetch from wider fonts. */
const MEASURES = { 'Times New Roman': 'Tinos', Arial: 'Arimo' } as const;

function fontsFile(folder: string): string {
  const matches = Object.entries(MEASURES).map(
    ([wanted, ours]) =>
      `<match target="pattern"><test name="family"><string>${wanted}</string></test>` +
      `<edit name="family" mode="assign" binding="same"><string>${ours}</string></edit></match>`,
  );
  const fonts = join(ROOT, 'node_modules/@expo-google-fonts');
  const lines = [
    '<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig>',
    `<dir>${fonts}</dir><cachedir>${folder}/font-cache</cachedir>${matches.join('')}</fontconfig>`,
  ];
  const file = join(folder, 'fonts.conf');
  writeFileSync(file, lines.join('\n'));
  return file;
}

/** More at once take more memory than a small machine has. */
const MOST_AT_ONCE = 40;

/** Of every file of that ending, all of one program's start, since starting it takes longer than opening a file. */
export function convert(folder: string, from: string, to: string): string {
  const files = readdirSync(folder).filter((name) => name.endsWith(`.${from}`));
  const out = join(folder, to === 'pdf' ? 'pages' : `from-${from}`);
  mkdirSync(out, { recursive: true });
  const profile = `-env:UserInstallation=file://${folder}/profile`;
  const paths = files.map((name) => join(folder, name));
  const env = { ...process.env, FONTCONFIG_FILE: fontsFile(folder) };
  for (let at = 0; at < paths.length; at += MOST_AT_ONCE) {
    const some = paths.slice(at, at + MOST_AT_ONCE);
    execFileSync('soffice', [profile, '--headless', '--convert-to', to, '--outdir', out, ...some], {
      stdio: 'ignore',
      env,
    });
  }
  return out;
}
