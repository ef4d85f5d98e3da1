/** The page that follows an invitation with the name and password of the organisation's directory, and goes straight in. */

import { readInvitation } from '../../app/access/accept-invitation.ts';
import { joinByDirectory } from '../../app/access/join-by-directory.ts';
import { accountsOf } from '../kit/allowed.ts';
import type { WebDeps } from '../kit/deps.ts';
import type { Reply, Visit } from '../kit/visit.ts';
import { joinByDirectoryPath, joinPath } from '../paths/access.ts';
import { directoryOf } from './directory.ts';
import { type Fault, formPage } from './form-page.ts';
import { signInAs } from './signing.ts';

export async function showJoinByDirectory(visit: Visit, deps: WebDeps, fault?: Fault): Promise<Reply> {
  const { name: directory } = directoryOf(deps);
  const token = visit.param('token');
  const { invitation, unitName } = await readInvitation(accountsOf(deps), token);
  return formPage(visit, {
    title: visit.say('access.join.title', { unit: unitName }),
    text: visit.say('directory.join.text', { directory, role: visit.say(`role.${invitation.role}`) }),
    to: joinByDirectoryPath(token),
    fields: ['signInName', 'password'],
    submit: visit.say('access.join.submit'),
    note: visit.say('data.notice'),
    fault,
    link: { href: joinPath(token), words: visit.say('directory.join.back') },
  });
}

export async function enterJoinByDirectory(visit: Visit, deps: WebDeps): Promise<Reply> {
  const directory = directoryOf(deps);
  const { form, language } = visit;
  const given = { signInName: form.get('signInName') ?? '', password: form.get('password') ?? '' };
  const token = visit.param('token');
  const joined = await joinByDirectory(accountsOf(deps), { ...given, token, language, directory });
  if (joined === 'joined') return signInAs(visit, deps, given);
  const key = joined === 'wrong' ? 'signIn.wrong' : `directory.${joined}`;
  return showJoinByDirectory(visit, deps, { key, params: { directory: directory.name } });
}
