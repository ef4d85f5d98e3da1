/** The guide in `docs/huong-dan`, as pages. It reads the few marks those files use: headings, lists, pictures, bold, code and links. */

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { AppError } from '../../kernel/app-error.ts';
import { slugOf } from '../../kernel/slug.ts';
import type { WebDeps } from '../kit/deps.ts';
import type { Reply, Visit } from '../kit/visit.ts';

export const GUIDE_PATH = '/huong-dan';
/** Beside the templates. */
const FOLDER = '../docs/huong-dan';
const PAGES = ['README', 'nguoi-lap-lich', 'nguoi-truc', 'in-va-gui', 'quan-tri'];

interface Part {
  readonly text: string;
  readonly strong: boolean;
  readonly code: boolean;
  readonly href: string;
}

interface Block {
  readonly heading: string;
  /** Of a heading: what a link to it ends in. */
  readonly id: string;
  /** Absent where the block is none. */
  readonly picture?: { readonly src: string; readonly words: string };
  readonly parts: readonly Part[];
  readonly items: readonly (readonly Part[])[];
}

const NOTHING: Block = { heading: '', id: '', parts: [], items: [] };

const idOf = (heading: string): string => slugOf(heading, { most: 100, fallback: 'muc' });

/** For everyone: it tells nothing of any unit. */
export async function showGuide(visit: Visit, { folders }: WebDeps): Promise<Reply> {
  const picture = pictureNamed(visit.param('page') ?? '', folders.viewsDir);
  if (picture) return picture;
  const name = PAGES.find((each) => each === (visit.param('page') || 'README'));
  const missing = () => new AppError('not-found', 'web.failure.no-page');
  if (name === undefined) throw missing();
  const source = read(join(folders.viewsDir, FOLDER, `${name}.md`));
  if (source === undefined) throw missing();
  const [title = '', ...rest] = source.split('\n');
  return {
    kind: 'page',
    view: 'site/guide',
    title: title.replace(/^# /u, ''),
    model: {
      title: title.replace(/^# /u, ''),
      back: name === 'README' ? '' : GUIDE_PATH,
      blocks: blocksOf(rest.join('\n')),
    },
  };
}

/** Undefined for what is no picture's name; throws `not-found` for one that there is none of. */
function pictureNamed(file: string, viewsDir: string): Reply | undefined {
  if (!/^[a-z-]+\.png$/.test(file)) return undefined;
  try {
    const body = readFileSync(join(viewsDir, FOLDER, file));
    return {
      kind: 'bytes',
      status: 200,
      headers: { 'Content-Type': 'image/png', 'Cache-Control': 'public, max-age=3600' },
      body,
    };
  } catch {
    throw new AppError('not-found', 'web.failure.no-page');
  }
}

function read(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return undefined;
  }
}

/** A line that begins with a space goes on with the one before. */
function blocksOf(text: string): Block[] {
  const joined = text.replace(/\n {2,}(?=\S)/gu, ' ');
  return joined
    .split(/\n{2,}/u)
    .map((each) => each.trim())
    .filter((each) => each !== '')
    .map((each): Block => {
      if (each.startsWith('## ')) return { ...NOTHING, heading: each.slice(3), id: idOf(each.slice(3)) };
      const [, words, file] = /^!\[([^\]]+)\]\(([a-z-]+\.png)\)$/u.exec(each) ?? [];
      if (words !== undefined) return { ...NOTHING, picture: { src: `${GUIDE_PATH}/${file}`, words } };
      const lines = each.split('\n');
      const isList = /^(?:-|\d+\.) /u.test(each);
      return isList
        ? { ...NOTHING, items: lines.map((line) => partsOf(line.replace(/^(?:-|\d+\.) /u, ''))) }
        : { ...NOTHING, parts: partsOf(lines.join(' ')) };
    });
}

function partsOf(text: string): Part[] {
  return text
    .split(/(\*\*[^*]+\*\*|\*[^*]+\*|`[^`]+`|\[[^\]]+\]\([^)]+\))/u)
    .filter((each) => each !== '')
    .map((each): Part => {
      const [, words, target] = /^\[([^\]]+)\]\(([^)]+)\)$/u.exec(each) ?? [];
      const plain = { text: each, strong: false, code: false, href: '' };
      if (words !== undefined && target !== undefined) return { ...plain, text: words, href: hrefOf(target) };
      if (each.startsWith('`')) return { ...plain, text: each.slice(1, -1), code: true };
      const stars = /^(\*+)(.+?)\*+$/u.exec(each);
      return stars ? { ...plain, text: stars[2] ?? '', strong: true } : plain;
    });
}

/** Other documents are not served: their names stand as words. */
function hrefOf(target: string): string {
  const page = PAGES.find((each) => `${each}.md` === target);
  return page === undefined ? '' : `${GUIDE_PATH}/${page}`;
}
