/** Slips that carry each person's own secret link. The links are told this once, so the slips stand on the answer itself. */

import { endIssuedFeeds, endOlderFeeds } from '../../app/feeds/end-personal-feeds.ts';
import type { IssuedFeed } from '../../app/feeds/issue-feed-token.ts';
import { issuePersonalFeeds } from '../../app/feeds/issue-personal-feeds.ts';
import { DEFAULT_FEED_OPTIONS } from '../../domain/feed.ts';
import type { RenderedDocument } from '../../output/documents/render-document.ts';
import type { WebDeps } from '../kit/deps.ts';
import type { BytesReply, Reply, Visit } from '../kit/visit.ts';
import { subscribeAddresses } from '../paths/feeds.ts';
import { openVersion } from '../roster/open-version.ts';
import type { OpenVersion } from '../roster/period-bar.ts';
import { documentReply, keyOf, requestOf, visitorDocuments } from './asked-document.ts';

/** Links from before end, if asked, only once the new ones are on paper; new ones that never got there end too. */
export async function printSlipLinks(visit: Visit, deps: WebDeps): Promise<Reply> {
  const { app, publicUrl } = deps;
  const { form, language, actor } = visit;
  const documents = visitorDocuments(visit, deps);
  const asked = new URLSearchParams({ staff: form.get('staff') ?? '', version: form.get('version') ?? '' });
  if (asked.get('version') === '') asked.delete('version');
  const asking: Visit = { ...visit, query: asked };
  const open = await openVersion(asking, deps);
  const { unitId } = keyOf(open);
  const request = await requestOf(asking, deps, open);
  const staffIds = request.options.staffIds ?? standingIn(open);
  const issued = await issuePersonalFeeds(app, {
    unitId,
    staffIds,
    options: { ...DEFAULT_FEED_OPTIONS, language },
    // Only once the new ones are on paper.
    replace: false,
    actor,
  });
  try {
    const options = { ...request.options, feedUrls: addressesOf(publicUrl, issued) };
    const slips = await documents.render({ ...request, kind: 'slip', format: 'pdf', options });
    if (form.get('old') === 'end') await endOlderFeeds(app, { unitId, issued, actor });
    return secretFile({ ...slips, fileName: slips.fileName.replace(/^slip-/, 'slip-links-') });
  } catch (error) {
    await endIssuedFeeds(app, { unitId, issued, actor });
    throw error;
  }
}

function secretFile(file: RenderedDocument): BytesReply {
  const reply = documentReply(file);
  return { ...reply, headers: { ...reply.headers, 'Cache-Control': 'no-store' } };
}

/** Of the page a phone's camera opens, where one chooses the calendar. */
function addressesOf(publicUrl: string, issued: readonly IssuedFeed[]): Map<string, string> {
  return new Map(
    issued.flatMap(({ token, link: { scope } }) =>
      scope.kind === 'personal'
        ? [[scope.staffId, subscribeAddresses(publicUrl, token, '').page] as const]
        : [],
    ),
  );
}

/** By id: the order of the slips is their own. */
function standingIn({ version }: OpenVersion): string[] {
  return [...new Set(version.roster.assignments.map(({ staffId }) => staffId))].sort();
}
