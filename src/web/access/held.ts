/** What was sent when the session had ended or a step-up was asked: as it was typed, and one button to send it now. */

import { HELD_MINUTES, openHeldForm } from '../../app/access/held-forms.ts';
import { AppError } from '../../kernel/app-error.ts';
import { inside } from '../kit/allowed.ts';
import type { WebDeps } from '../kit/deps.ts';
import { shownValue } from '../kit/moment-fields.ts';
import type { Reply, Visit } from '../kit/visit.ts';
import { innerPath } from '../paths/inner.ts';

const MOST_LINES = 40;
const MOST_SHOWN = 300;
/** What pages put into forms for themselves; nobody typed it. */
const UNSEEN =
  /^(moment-of-.*|revision|seen|stamp|table|sheetShown|headingShown|kind|agreed|next|unit|origin)$/u;

export async function showHeld(visit: Visit, deps: WebDeps): Promise<Reply> {
  const { app, visitor } = inside(visit, deps);
  const form = await openHeldForm(app, visitor.account.id, visit.param('form'));
  if (!form) throw new AppError('not-found', 'access.held.missing', { minutes: HELD_MINUTES });
  const to = innerPath(form.path);
  const typed = form.fields.filter(
    ([name, value]) =>
      value.trim() !== '' && value !== 'yes' && !UNSEEN.test(name) && !/^[\w-]{30,}$/u.test(value),
  );
  const kinds = new Map(form.fields);
  return {
    kind: 'page',
    view: 'access/held',
    title: visit.say('access.held.title'),
    secret: 'with-forms',
    model: {
      title: visit.say('access.held.title'),
      text: visit.say('access.held.text', { minutes: HELD_MINUTES }),
      to,
      hadFiles: form.hadFiles,
      fields: form.fields.map(([name, value]) => ({ name, value })),
      typed: typed
        .slice(0, MOST_LINES)
        .map(([name, value]) => shownOf(kinds.get(`moment-of-${name}`), value).slice(0, MOST_SHOWN)),
    },
  };
}

function shownOf(kind: string | undefined, value: string): string {
  return kind === 'day' || kind === 'time' || kind === 'moment' ? shownValue(kind, value) : value;
}
