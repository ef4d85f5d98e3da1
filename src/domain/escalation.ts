/** Whom to call at a moment, and in which order: who is on duty, from those who see it first to those who decide, then the contacts outside. */

import type { Duty, DutyShift, PostDuty } from './duty.ts';
import type { StaffMember } from './staff.ts';
import type { Contact, Post, Tier } from './unit.ts';

/** Guards of the premises are called beside the line, so they come last. */
export const CALL_ORDER: readonly Tier[] = ['watch', 'response', 'leader', 'premises'];

export type Call =
  | { readonly kind: 'duty'; readonly post: Post; readonly duty: DutyShift; readonly member: StaffMember }
  | { readonly kind: 'contact'; readonly post: Post; readonly contact: Contact };

/** Who is on duty at the moment, and who of them can't be: off the staff list by now, on leave. */
interface Callable extends Duty {
  readonly away?: ReadonlySet<string>;
}

/**
 * Everyone once, at the first post that names them; who is away is not called. With a post: its own people first, then the
 * posts of the tiers after its own, and only its own contacts.
 */
export function escalation({ posts, away }: Callable, postId?: string): Call[] {
  const asked = posts.find(({ post }) => post.id === postId);
  const line = inCallOrder(posts).filter((each) => !asked || each === asked || isAfter(each, asked));
  const people = new Set<string>();
  const contacts = new Set<string>();
  return [
    ...line.flatMap(dutyCalls).filter(({ member: { id } }) => !away?.has(id) && isNew(people, id)),
    ...(asked ? [asked] : line)
      .flatMap(({ post }) => post.contacts.map((contact): Call => ({ kind: 'contact', post, contact })))
      .filter((call) => call.kind === 'contact' && isNew(contacts, JSON.stringify(call.contact))),
  ];
}

function rank({ tier }: Post): number {
  return CALL_ORDER.indexOf(tier);
}

function inCallOrder(posts: readonly PostDuty[]): PostDuty[] {
  return posts.toSorted((a, b) => rank(a.post) - rank(b.post));
}

function isAfter({ post }: PostDuty, asked: PostDuty): boolean {
  return post.tier !== 'premises' && rank(post) > rank(asked.post);
}

function dutyCalls({ post, current }: PostDuty) {
  return current.flatMap((duty) =>
    duty.staff.map((member) => ({ kind: 'duty' as const, post, duty, member })),
  );
}

function isNew(seen: Set<string>, key: string): boolean {
  if (seen.has(key)) return false;
  seen.add(key);
  return true;
}
