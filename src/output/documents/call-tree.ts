/** The call tree: whom to call first, then, and last, with everybody's number, on one page for the duty room's door. */

import type { Post, Tier } from '../../domain/unit.ts';
import { cleanLine } from '../plain-text.ts';
import {
  type Directory,
  innerHeightMm,
  innerWidthMm,
  type Ladder,
  type PageSetup,
  type Section,
} from './document.ts';
import type { DocumentContext } from './document-request.ts';
import { sortedPeople } from './listed-people.ts';
import { sheetPage } from './pages.ts';
import { contactWords } from './personal-slip.ts';
import { type SheetBlock, sheetHeightMm } from './sheet-height.ts';
import { directory, masthead } from './sheet-parts.ts';

/** From those who see it first to those who decide; guards of the premises are called beside it. */
const ORDER: readonly Tier[] = ['watch', 'response', 'leader', 'premises'];

/** Type sizes in points, the largest first: whoever is called from the door stands before it in a hurry. */
const SIZES = [14, 13, 12, 11, 10, 9, 8, 7.5, 7];
/** Of a tree that takes several pages in any case. */
const RUNNING_PT = 8;

export function callTree(context: DocumentContext): Section[] {
  const { say, sheet, options } = context;
  const page = sheetPage({ ...options, orientation: options.orientation ?? 'portrait' });
  const words = { title: say('document.calls.title'), subtitle: `${sheet.title}. ${sheet.span}` };
  const above = masthead(context, words);
  const sheets = SIZES.map((size) => [above, ...bodyAt(context, page, size)]);
  const fits = sheets.find((blocks) => sheetHeightMm(blocks, page) <= innerHeightMm(page));
  return [{ page, face: 'sans', blocks: fits ?? sheets[SIZES.indexOf(RUNNING_PT)] ?? [] }];
}

function bodyAt(context: DocumentContext, page: PageSetup, size: number): SheetBlock[] {
  const posts = inCallOrder(context.source.plan.posts);
  const note = cleanLine(context.source.plan.unit.callNote ?? '');
  return [
    ...(note === ''
      ? []
      : [{ kind: 'paragraphs' as const, sizePt: size + 1, indentMm: 0, items: [{ text: note }] }]),
    { ...ladderOf(context, posts), sizePt: size },
    ...posts.flatMap((post) => directoryOf(context, post, { page, size })),
  ];
}

function inCallOrder(posts: readonly Post[]): Post[] {
  return [...posts].sort((a, b) => ORDER.indexOf(a.tier) - ORDER.indexOf(b.tier));
}

/** One step a tier, as its posts are called side by side; then the contacts outside, each once. */
function ladderOf({ source, say }: DocumentContext, posts: readonly Post[]): Omit<Ladder, 'sizePt'> {
  const steps = ORDER.flatMap((tier) => {
    const own = posts.filter((post) => post.tier === tier);
    const [only] = own;
    if (!only) return [];
    const decides = tier === 'leader' ? [say('document.calls.leader')] : [];
    return own.length === 1
      ? [
          {
            title: cleanLine(only.name),
            detail: [presenceWords(only, say), ...systemsWords(only, say), ...decides],
          },
        ]
      : [
          {
            title: say(`document.calls.tier.${tier}`),
            detail: [...own.map((post) => postWords(post, say)), ...decides],
          },
        ];
  });
  const outside = [
    ...new Set(posts.flatMap(({ contacts }) => contacts.map((each) => contactWords(each, source.phones)))),
  ];
  return {
    kind: 'ladder',
    steps:
      outside.length === 0 ? steps : [...steps, { title: say('document.calls.contacts'), detail: outside }],
  };
}

type Say = DocumentContext['say'];

function presenceWords({ presence }: Post, say: Say): string {
  return say(`document.calls.${presence}`);
}

function systemsWords({ systems }: Post, say: Say): string[] {
  return systems.length === 0
    ? []
    : [say('document.calls.systems', { systems: systems.map(cleanLine).join('; ') })];
}

/** `Giám sát ATTT: SOC; Kênh cảnh báo`, or how it is stood when it watches nothing by name. */
function postWords(post: Post, say: Say): string {
  const systems = post.systems.map(cleanLine).join('; ');
  return `${cleanLine(post.name)}: ${systems || presenceWords(post, say)}`;
}

/** Who stands the post, with numbers where numbers may stand. */
function directoryOf(
  context: DocumentContext,
  post: Post,
  { page, size }: { readonly page: PageSetup; readonly size: number },
): Directory[] {
  const { source } = context;
  const own = new Set(source.plan.shifts.filter(({ postId }) => postId === post.id).map(({ id }) => id));
  const standing = new Set(
    source.roster.assignments.filter(({ shiftId }) => own.has(shiftId)).map(({ staffId }) => staffId),
  );
  const people = sortedPeople(context).filter(({ id }) => standing.has(id));
  if (people.length === 0) return [];
  const entries = people.map(({ name, phone, office }) => ({ name, value: source.phones ? phone : office }));
  return [
    directory({ title: cleanLine(post.name), entries }, { availableMm: innerWidthMm(page), sizePt: size }),
  ];
}
