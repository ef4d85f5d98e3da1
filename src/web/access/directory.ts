/** The page that takes one's own account over to the organisation's directory, by the name and password one has there. */

import type { Directory } from '../../app/access/directory.ts';
import { moveToDirectory } from '../../app/access/move-to-directory.ts';
import { AppError } from '../../kernel/app-error.ts';
import { inside, proven, redirect } from '../kit/allowed.ts';
import type { WebDeps } from '../kit/deps.ts';
import type { Reply, Visit } from '../kit/visit.ts';
import { ACCOUNT_PATH, DIRECTORY_PATH } from '../paths/access.ts';
import { type Fault, formPage } from './form-page.ts';

/** Throws `not-found` where there is no directory. */
export function directoryOf({ directory }: WebDeps): Directory {
  if (!directory) throw new AppError('not-found', 'web.failure.no-page');
  return directory;
}

export async function showDirectory(visit: Visit, deps: WebDeps, fault?: Fault): Promise<Reply> {
  const { name: directory } = directoryOf(deps);
  return formPage(visit, {
    title: visit.say('directory.move.title', { directory }),
    text: visit.say('directory.move.text', { directory }),
    to: DIRECTORY_PATH,
    fields: ['signInName', 'password'],
    submit: visit.say('directory.move.submit'),
    fault,
  });
}

export async function enterDirectory(visit: Visit, deps: WebDeps): Promise<Reply> {
  const { app, visitor } = inside(visit, deps);
  const directory = directoryOf(deps);
  const { form } = visit;
  const given = { name: form.get('signInName') ?? '', password: form.get('password') ?? '', directory };
  return proven(DIRECTORY_PATH, async () => {
    const moved = await moveToDirectory(app, visitor, given);
    return moved
      ? redirect(`${ACCOUNT_PATH}?done=directory`)
      : showDirectory(visit, deps, { key: 'signIn.wrong' });
  });
}
