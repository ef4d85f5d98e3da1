/**
 * Programs that tests use and npm does not bring: which are here, and the Debian package that brings each. What wants one
 * that is missing is skipped without being read, and the run's last line says so (`skipped-reporter.ts`).
 */

import { spawnSync } from 'node:child_process';
import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';
import { describe, it } from 'vitest';

/** The Debian packages that bring them. */
const PACKAGES = {
  chromium: 'chromium',
  pdftotext: 'poppler-utils',
  pdfsig: 'poppler-utils',
  soffice: 'libreoffice-writer libreoffice-calc',
  vdirsyncer: 'vdirsyncer',
  khal: 'khal',
  python3: 'python3',
  'python3-icalendar': 'python3-icalendar',
  'systemd-notify': 'systemd',
  'prometheus-alertmanager': 'prometheus-alertmanager',
  promtool: 'prometheus',
  'systemd-analyze': 'systemd',
  taskset: 'util-linux',
  nginx: 'nginx-light',
  caddy: 'caddy',
  slapd: 'slapd',
  curl: 'curl',
  jq: 'jq',
  openssl: 'openssl',
} as const;

export type Program = keyof typeof PACKAGES;

/** Every file of that name in PATH that may be run, in its order. */
function inPath(name: string): string[] {
  const folders = (process.env.PATH ?? '').split(delimiter).filter((folder) => folder !== '');
  return folders
    .map((folder) => join(folder, name))
    .filter((path) => {
      try {
        accessSync(path, constants.X_OK);
        return true;
      } catch {
        return false;
      }
    });
}

/** A version manager's Python may stand before Debian's in PATH and have no packages. */
const hasICalendar = (python: string): boolean =>
  spawnSync(python, ['-c', 'import icalendar'], { stdio: 'ignore' }).status === 0;

const found = new Map<Program, string | undefined>();

function find(program: Program): string | undefined {
  switch (program) {
    case 'chromium':
      return process.env.CHROMIUM ?? inPath('chromium')[0] ?? inPath('chromium-browser')[0];
    case 'python3-icalendar':
      return inPath('python3').find(hasICalendar);
    default:
      return inPath(program)[0];
  }
}

/** Where it is, or undefined. */
export function pathOf(program: Program): string | undefined {
  if (!found.has(program)) found.set(program, find(program));
  return found.get(program);
}

/** As `describe`. With a program missing, `body` is not even read: it may start one while tests are collected. */
export function describeWith(programs: readonly Program[], name: string, body: () => void): void {
  const missing = programs.filter((program) => pathOf(program) === undefined);
  if (missing.length === 0) {
    describe(name, body);
    return;
  }
  describe.skip(name, () => {
    for (const program of missing) it(`needs ${program} (${PACKAGES[program]})`, () => {});
  });
}
