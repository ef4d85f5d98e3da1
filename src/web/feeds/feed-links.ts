/** Feed links as a page lists them: whose, with which choices, made when, read last by what. */

import type { FeedLink } from '../../app/feeds/list-feed-links.ts';
import type { FeedSubjects } from '../../app/feeds/list-feed-subjects.ts';
import type { FeedScope } from '../../domain/feed.ts';
import { staffName } from '../../domain/staff-names.ts';
import { formatStamp } from '../../i18n/format.ts';
import { compareNames } from '../../kernel/names.ts';
import { endWords } from '../kit/end-day.ts';
import type { Visit } from '../kit/visit.ts';
import { feedLinkPath } from '../paths/feeds.ts';
import { clientWords } from './feed-client.ts';
import { notableWords } from './feed-options.ts';

export interface FeedLinkRow {
  readonly id: string;
  readonly icon: string;
  readonly subject: string;
  readonly kind: string;
  readonly options: string;
  readonly created: string;
  /** Empty for one without an end. */
  readonly ends: string;
  readonly used: string;
  /** Nothing has read it for long, though it was read before. */
  readonly silent: boolean;
  readonly unused: boolean;
  readonly revoked: string;
  readonly rotatePath: string;
  readonly revokePath: string;
  readonly actionsFor: string;
}

const ICONS = {
  personal: 'person',
  post: 'shield',
  unit: 'people',
  leaders: 'star',
  'leaders-below': 'star',
} as const;
const KIND_ORDER = ['unit', 'leaders', 'leaders-below', 'post', 'personal'] as const;
const HOUR_MS = 3_600_000;
/** Google and Outlook may take a day, a phone that sleeps longer: a week without a reading means something. */
const SILENT_HOURS = 7 * 24;

export function feedLinkRows(
  visit: Visit,
  subjects: FeedSubjects,
  links: readonly FeedLink[],
): FeedLinkRow[] {
  return links
    .map((link) => ({ link, subject: subjectName(subjects, link.scope) }))
    .sort(
      (a, b) =>
        KIND_ORDER.indexOf(a.link.scope.kind) - KIND_ORDER.indexOf(b.link.scope.kind) ||
        compareNames(a.subject, b.subject) ||
        a.link.createdAt - b.link.createdAt,
    )
    .map(({ link, subject }) => rowOf(visit, subjects.unit.zone, link, subject));
}

function rowOf(visit: Visit, zone: string, link: FeedLink, subject: string): FeedLinkRow {
  const { language, now, say } = visit;
  const { id, unitId, scope, options, createdAt, lastUsedAt, revokedAt } = link;
  const hours = lastUsedAt === undefined ? undefined : hoursSince(now, lastUsedAt);
  return {
    id,
    icon: ICONS[scope.kind],
    subject,
    kind: say(`feed-page.kind.${scope.kind}`),
    options: notableWords(visit, options),
    created: formatStamp(language, createdAt, zone),
    ends: endWords(visit, link, zone),
    used: usedWords(visit, link),
    silent: hours !== undefined && hours >= SILENT_HOURS,
    unused: hours === undefined,
    revoked: revokedAt === undefined ? '' : formatStamp(language, revokedAt, zone),
    rotatePath: feedLinkPath(unitId, id, 'rotate'),
    revokePath: feedLinkPath(unitId, id, 'revoke'),
    actionsFor: say('feed-page.actions-for', { name: subject }),
  };
}

/** When and by what a link or token was last used. */
export function usedWords(
  visit: Visit,
  { lastUsedAt, lastClient }: Pick<FeedLink, 'lastUsedAt' | 'lastClient'>,
): string {
  const { now, say } = visit;
  if (lastUsedAt === undefined) return say('feed-page.used.never');
  const ago = agoWords(visit, hoursSince(now, lastUsedAt));
  return say('feed-page.used', { client: clientWords(lastClient, say), ago });
}

function hoursSince(now: number, then: number): number {
  return Math.max(0, Math.floor((now - then) / HOUR_MS));
}

/** Uses are kept to the hour. */
function agoWords({ say }: Visit, hours: number): string {
  if (hours < 1) return say('feed-page.ago.now');
  return hours < 48
    ? say('feed-page.ago.hours', { hours })
    : say('feed-page.ago.days', { days: Math.floor(hours / 24) });
}

export function subjectName({ unit, staff, posts }: FeedSubjects, scope: FeedScope): string {
  if (scope.kind === 'personal') {
    return staffName(staff, scope.staffId) || scope.staffId;
  }
  if (scope.kind === 'post') return posts.find(({ id }) => id === scope.postId)?.name ?? scope.postId;
  return unit.name;
}

/** As the select sends it: `unit`, `leaders`, `leaders-below`, `post:<id>`, `personal:<id>`. */
export function parseScope(text: string): FeedScope | undefined {
  if (text === 'unit' || text === 'leaders' || text === 'leaders-below') return { kind: text };
  const [, kind, id = ''] = /^(post|personal):(.+)$/s.exec(text) ?? [];
  if (kind === 'post') return { kind, postId: id };
  return kind === 'personal' ? { kind, staffId: id } : undefined;
}
