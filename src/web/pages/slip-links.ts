/** Slips that carry each person's own secret link. The links are told this once, so the slips stand on the answer itself. */

import { endOlderLinks, endSlipLinks, issueSlipLinks } from '../../app/issue-slip-links.ts';
import type { WebDeps } from '../deps.ts';
import type { OpenVersion } from '../models/period-bar.ts';
import type { Reply, Visit } from '../visit.ts';
import { fileReply, keyOf, requestOf, writingDesk } from './documents.ts';
import { openVersion } from './open-version.ts';

/** Links from before end, if asked, only once the new ones are on paper; new ones that never got there end too. */
export async function printSlipLinks(visit: Visit, deps: WebDeps): Promise<Reply> {
  const { core, publicUrl } = deps;
  const { form, language, actor } = visit;
  const documents = writingDesk(deps);
  const asked = new URLSearchParams({ staff: form.get('staff') ?? '', version: form.get('version') ?? '' });
  if (asked.get('version') === '') asked.delete('version');
  const asking: Visit = { ...visit, query: asked };
  const open = await openVersion(asking, deps);
  const { unitId } = keyOf(open);
  const request = await requestOf(asking, deps, open);
  const staffIds = request.options.staffIds ?? standingIn(open);
  const links = await issueSlipLinks(core, { unitId, staffIds, language, actor });
  const feedUrls = new Map(links.map(({ staffId, token }) => [staffId, `${publicUrl}/feeds/${token}.ics`]));
  try {
    const options = { ...request.options, feedUrls };
    const slips = await documents.render({ ...request, kind: 'slip', format: 'pdf', options });
    if (form.get('old') === 'end') await endOlderLinks(core, { unitId, links, actor });
    return fileReply({ ...slips, fileName: slips.fileName.replace(/^slip-/, 'slip-links-') });
  } catch (error) {
    await endSlipLinks(core, { unitId, links, actor });
    throw error;
  }
}

/** Those of them who are of the unit's staff still are asked for when the links are made. */
function standingIn({ version }: OpenVersion): string[] {
  return [...new Set(version.roster.assignments.map(({ staffId }) => staffId))].sort();
}
