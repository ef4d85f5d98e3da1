/** Private links for everyone: one sheet of slips to cut and hand out, or a mail to each who has an address. */

import type { IssuedPersonalLink } from '../../app/own/issue-personal-link.ts';
import { issuePersonalLinks } from '../../app/own/issue-personal-links.ts';
import { listPersonalPeople } from '../../app/own/list-personal-people.ts';
import type { StaffMember } from '../../domain/staff.ts';
import { staffName } from '../../domain/staff-names.ts';
import type { MailDeps, WebDeps } from '../kit/deps.ts';
import { addressPicture } from '../kit/qr.ts';
import type { Reply, Visit } from '../kit/visit.ts';
import { personalLinksPath, personalPath } from '../paths/own.ts';

interface Slip {
  readonly member: StaffMember;
  readonly name: string;
  readonly address: string;
  readonly linkId: string;
}

/** Whom no mail reached stands on the sheet. */
export async function makeAllLinks(visit: Visit, { app, publicUrl, mail }: WebDeps): Promise<Reply> {
  const unitId = visit.param('unit');
  const of = visit.form.get('of') === 'all' ? 'all' : 'without';
  const issued = await issuePersonalLinks(app, { unitId, of, actor: visit.actor });
  const people = (await listPersonalPeople(app, unitId)).people.map(({ member }) => member);
  const slips = issued.flatMap((each) => slipOf(people, publicUrl, each));
  const byMail = visit.form.get('by') === 'mail' && mail !== undefined;
  const sent = byMail ? await sendAll(visit, mail, slips) : new Set<string>();
  const left = slips.filter(({ linkId }) => !sent.has(linkId));
  const title = visit.say('own.slips.title');
  return {
    kind: 'page',
    view: 'own/link-slips',
    title,
    secret: true,
    script: 'print.js',
    model: {
      title,
      back: personalLinksPath(unitId),
      sent: sent.size > 0 ? visit.say('own.slips.sent', { count: sent.size }) : '',
      none: slips.length === 0,
      slips: people
        .flatMap(({ id }) => left.filter(({ member }) => member.id === id))
        .map(({ name, address }) => ({
          name,
          address,
          qr: addressPicture(visit, address, visit.say('own.links.qr', { name })),
        })),
    },
  };
}

function slipOf(
  people: readonly StaffMember[],
  publicUrl: string,
  { token, link }: IssuedPersonalLink,
): Slip[] {
  const member = people.find(({ id }) => id === link.staffId);
  if (!member) return [];
  const name = staffName(people, member.id);
  return [{ member, name, address: `${publicUrl}${personalPath(token)}`, linkId: link.id }];
}

const LANES = 8;

/** The links that a mail server has taken. Tokens are kept nowhere, so they pass by the outbox. */
async function sendAll({ say }: Visit, mail: MailDeps, slips: readonly Slip[]): Promise<ReadonlySet<string>> {
  const sent = new Set<string>();
  const left = slips.filter(({ member }) => member.email !== '').values();
  const lane = async (): Promise<void> => {
    for (const { member, name, address, linkId } of left) {
      const text = say('own.links.message', { name, address });
      const html = `<p>${escaped(text).replaceAll('\n', '<br>')}</p>`;
      const subject = say('own.slips.subject');
      const taken = mail.send({ to: member.email, subject, text, html, key: `link-${linkId}` });
      await taken.then(() => sent.add(linkId)).catch(() => {});
    }
  };
  await Promise.all(Array.from({ length: LANES }, lane));
  return sent;
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
