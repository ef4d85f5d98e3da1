/** After someone is erased: where texts may still name them, each with its place, to be taken out or left at a touch. */

import { type OpenMention, openMentions, settleMentions } from '../../app/access/trace-mentions.ts';
import { formatStamp } from '../../i18n/format.ts';
import { inside, redirect } from '../kit/allowed.ts';
import type { WebDeps } from '../kit/deps.ts';
import type { Reply, Visit } from '../kit/visit.ts';
import { displaysPath } from '../paths/displays.ts';
import { machinesPath } from '../paths/machines.ts';
import { outboxPath } from '../paths/notices.ts';
import { unitSwapsPath } from '../paths/own.ts';
import { documentsPath, rosterPath } from '../paths/periods.ts';
import { personalDataPath } from '../paths/personal-data.ts';
import { replacementsPath } from '../paths/replacements.ts';
import { contactsPath, ledgerPath, postsPath, settingsPath, unitStandingPath } from '../paths/setup.ts';
import { personActionPath, personPath, staffPath } from '../paths/staff.ts';

export async function showMentions(visit: Visit, deps: WebDeps): Promise<Reply> {
  const { zone } = deps;
  const { app, visitor } = inside(visit, deps);
  const staff = { unitId: visit.param('unit'), staffId: visit.param('staff') };
  const { name, mentions, changed, elsewhere } = await openMentions(app, visitor, staff);
  const title = visit.say('staff.mentions.title', { name });
  return {
    kind: 'page',
    view: 'staff/mentions',
    title,
    model: {
      title,
      back: staffPath(staff.unitId),
      path: personActionPath(staff.unitId, staff.staffId, 'mentions'),
      done: doneWords(visit),
      nothingChosen: visit.query.get('done') === 'choose',
      count: visit.say('staff.mentions.count', { count: mentions.length }),
      changed: changed === 0 ? '' : visit.say('staff.mentions.changed', { count: changed }),
      elsewhere: elsewhere.map(({ superior, address, orderName, at }) =>
        visit.say('staff.mentions.elsewhere', {
          ...{ superior, address, order: orderName },
          at: formatStamp(visit.language, at, zone),
        }),
      ),
      mentions: mentions.map((mention) => {
        const place = visit.say(`staff.mentions.place.${mention.place}`, { version: mention.version });
        return {
          ...mention,
          place,
          href: whereItStands(staff.unitId, mention),
          choose: visit.say('staff.mentions.choose-row', { place }),
          replaceAt: visit.say('staff.mentions.replace-at', { place }),
        };
      }),
    },
  };
}

function doneWords({ query, say }: Visit): string {
  const count = Number(query.get('count')) || 0;
  const done = query.get('done');
  if (done === 'erased') return say('staff.mentions.erased');
  if (done === 'replaced') return say('staff.mentions.replaced', { count });
  return done === 'kept' ? say('staff.mentions.kept', { count }) : '';
}

/** The page where the text is shown, and can be written anew. */
function whereItStands(unitId: string, { place, periodId, staffId, version }: OpenMention): string {
  const [table = ''] = place.split('.');
  const pages: Readonly<Record<string, string>> = {
    api_token: machinesPath(unitId),
    availability: personPath(unitId, staffId),
    contact_entry: contactsPath(unitId),
    data_breach: personalDataPath(unitId),
    data_request: personalDataPath(unitId),
    display_link: displaysPath(unitId),
    document_fields: documentsPath(periodId),
    ledger_edit: ledgerPath(unitId),
    notice: outboxPath(unitId),
    period: settingsPath(periodId),
    post: postsPath(periodId),
    replacement: replacementsPath(unitId),
    submission: rosterPath(periodId),
    swap: unitSwapsPath(unitId),
    unit_post: unitStandingPath(unitId),
    version: rosterPath(periodId, version),
  };
  return pages[table] ?? staffPath(unitId);
}

/** A row's own button sends its number as `only`; those at the foot send the rows ticked. */
export async function settlePersonMentions(visit: Visit, deps: WebDeps): Promise<Reply> {
  const { app, visitor } = inside(visit, deps);
  const staff = { unitId: visit.param('unit'), staffId: visit.param('staff') };
  const { form } = visit;
  const only = form.get('only');
  const numbers = (only === null ? form.getAll('mention') : [only]).map(Number).filter(Number.isSafeInteger);
  const path = personActionPath(staff.unitId, staff.staffId, 'mentions');
  if (numbers.length === 0) return redirect(`${path}?done=choose`);
  const kept = only === null && form.get('act') === 'keep';
  const word = kept ? {} : { word: visit.say('staff.mentions.word') };
  const count = await settleMentions(app, visitor, { ...staff, numbers, ...word });
  return redirect(`${path}?done=${kept ? 'kept' : 'replaced'}&count=${count}`);
}
