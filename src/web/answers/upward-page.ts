/** “Gửi lên trên”: address and token of the superior's installation, set once; what came of asking it. */

import { endUpward, openUpwardLink, saveUpward } from '../../app/upward/upward-link.ts';
import { formatStamp } from '../../i18n/format.ts';
import { isMessageKey } from '../../i18n/translate.ts';
import { AppError } from '../../kernel/app-error.ts';
import { redirect } from '../kit/allowed.ts';
import type { WebDeps } from '../kit/deps.ts';
import { type FormFault, formOf } from '../kit/fields.ts';
import { refusedIf } from '../kit/refusal.ts';
import type { Reply, Visit } from '../kit/visit.ts';
import { unitSettingsPath } from '../paths/units.ts';
import { upwardPath } from '../paths/upward.ts';

export function showUpward(visit: Visit, deps: WebDeps): Promise<Reply> {
  return upwardPage(visit, deps, []);
}

/** Nothing is kept of what was not answered by the superior. */
export async function setUpward(visit: Visit, deps: WebDeps): Promise<Reply> {
  const { app, reach } = deps;
  const unitId = visit.param('unit');
  const text = (name: string): string => (visit.form.get(name) ?? '').trim();
  if (!reach) throw new AppError('unavailable', 'upward.error.no-reach');
  try {
    await saveUpward(app, reach, {
      ...{ unitId, actor: visit.actor, address: text('address'), token: text('token') },
    });
  } catch (error) {
    if (!(error instanceof AppError) || (error.code !== 'invalid' && error.code !== 'unavailable'))
      throw error;
    const field = TOKEN_FAULTS.includes(error.key) ? 'token' : 'address';
    return upwardPage(visit, deps, [{ field, key: error.key, params: error.params }]);
  }
  return redirect(upwardPath(unitId));
}

const TOKEN_FAULTS: readonly string[] = ['upward.fault.token', 'upward.outcome.token'];

export async function stopUpward(visit: Visit, { app }: WebDeps): Promise<Reply> {
  const unitId = visit.param('unit');
  await endUpward(app, unitId, visit.actor);
  return redirect(upwardPath(unitId));
}

async function upwardPage(
  visit: Visit,
  { app, zone }: WebDeps,
  faults: readonly FormFault[],
): Promise<Reply> {
  const unitId = visit.param('unit');
  const link = await openUpwardLink(app, unitId);
  const values = new URLSearchParams(visit.form);
  if (!values.has('address') && link) values.set('address', link.address);
  const form = formOf(visit, values, faults);
  const title = visit.say('upward.title');
  return {
    kind: 'page',
    view: 'answers/upward',
    title,
    ...refusedIf(faults.length > 0),
    model: {
      title,
      back: unitSettingsPath(unitId),
      to: upwardPath(unitId),
      endPath: upwardPath(unitId, 'end'),
      link: link && linkModel(visit, link, zone),
      whole: form.whole,
      address: form.text('address', 'upward.address', {
        ...{ type: 'url', hintKey: 'upward.address-hint', required: true, maxlength: 2000 },
      }),
      token: form.text('token', 'upward.token', {
        ...{ type: 'password', hintKey: 'upward.token-hint', required: true, maxlength: 200 },
      }),
    },
  };
}

type Link = NonNullable<Awaited<ReturnType<typeof openUpwardLink>>>;

function linkModel({ say, language }: Visit, link: Link, zone: string): object {
  const { address, superiorName, unitName, readAt, outcome } = link;
  const host = new URL(address).host;
  const stamp = readAt === undefined ? '' : formatStamp(language, readAt, zone);
  const why = isMessageKey(outcome) ? say(outcome, { host, status: '' }) : outcome;
  return {
    address,
    words: say('upward.known', { superior: superiorName || host, unit: unitName }),
    asked: say('upward.read', { at: stamp }),
    fault: outcome === '' ? '' : say('upward.failing', { why }),
    plain: address.startsWith('http:') ? say('upward.plain') : '',
  };
}
