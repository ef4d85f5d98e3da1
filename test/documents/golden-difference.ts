/**
 * How a document differs from what it said when that was kept. Of most of them digests are kept alone, so what it said is
 * made anew by the program as it stood at the commit that wrote the digest down, in a folder of its own.
 */

import { spawnSync } from 'node:child_process';
import { mkdtempSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Variant } from './every-document.ts';
import { digestFile, keptLines } from './golden-files.ts';
import { formatsOf, readableLines } from './readable.ts';
import { ROOT } from './sample-documents.ts';
import { documentFor, type Subject } from './subjects.ts';

/** Every format's lines under its name, a page of the PDF after another. */
export async function spokenText(subject: Subject, variant: Variant): Promise<string> {
  const document = documentFor(subject, variant);
  const parts: string[] = [];
  for (const format of formatsOf(document)) {
    const lines = await readableLines(document, format);
    parts.push(
      ...lines.flatMap((line, i) =>
        format === 'pdf' ? [`== pdf, page ${i + 1}`, ...line.split(' ')] : [line],
      ),
    );
    parts.push(`== after ${format}`);
  }
  return `${parts.join('\n')}\n`;
}

function git(...args: readonly string[]): string {
  const { status, stdout, stderr } = spawnSync('git', args, { cwd: ROOT, encoding: 'utf8' });
  if (status !== 0) throw new Error(`git ${args[0]}: ${stderr}`);
  return stdout;
}

/** The commit that wrote the line down last; the last one of all for a line that is not committed yet. */
function commitOf(subject: Subject, variant: Variant): string {
  const line = [...keptLines(subject).keys()].indexOf(variant.name) + 1;
  const [commit = ''] = git('blame', '-l', '-s', '-L', `${line},${line}`, '--', digestFile(subject)).split(
    ' ',
  );
  return /^\^?0+$/.test(commit) ? 'HEAD' : commit.replace('^', '');
}

export async function showDifference(subject: Subject, variant: Variant): Promise<void> {
  const commit = commitOf(subject, variant);
  const folder = mkdtempSync(join(tmpdir(), 'lich-truc-golden-'));
  const [then, now, tree] = ['then.txt', 'now.txt', 'tree'].map((name) => join(folder, name)) as [
    string,
    string,
    string,
  ];
  git('worktree', 'add', '--detach', tree, commit);
  try {
    symlinkSync(join(ROOT, 'node_modules'), join(tree, 'node_modules'));
    const args = [
      'test/documents/write-golden.ts',
      '--text',
      '--subject',
      subject.name,
      '--variant',
      variant.name,
    ];
    const made = spawnSync(process.execPath, ['--import', 'tsx', ...args], {
      cwd: tree,
      encoding: 'utf8',
      maxBuffer: 2 ** 28,
    });
    if (made.status !== 0) throw new Error(made.stderr);
    writeFileSync(then, made.stdout);
    writeFileSync(now, await spokenText(subject, variant));
    console.log(`What ${variant.name} of ${subject.name} said at ${commit} (${then}) and says now (${now}):`);
    spawnSync('git', ['diff', '--no-index', '--no-prefix', then, now], { stdio: 'inherit' });
  } finally {
    git('worktree', 'remove', '--force', tree);
  }
}
