/** The programs a unit lets ask and be told: tokens of the API, and web hooks. Each secret is told once, on the answer itself. */

import { listFeedSubjects } from '../../app/feeds/list-feed-subjects.ts';
import { addWebHook } from '../../app/machines/add-web-hook.ts';
import { endWebHook } from '../../app/machines/end-web-hook.ts';
import { issueApiToken } from '../../app/machines/issue-api-token.ts';
import { type ApiAccess, isPast, listApiTokens } from '../../app/machines/list-api-tokens.ts';
import { type ListedWebHook, listWebHooks } from '../../app/machines/list-web-hooks.ts';
import { revokeApiToken } from '../../app/machines/revoke-api-token.ts';
import type { Instant } from '../../calendar/interval.ts';
import { formatStamp } from '../../i18n/format.ts';
import { isMessageKey } from '../../i18n/translate.ts';
import { AppError } from '../../kernel/app-error.ts';
import { usedWords } from '../feeds/feed-links.ts';
import type { WebDeps } from '../kit/deps.ts';
import { endField, endWords, typedEnd } from '../kit/end-day.ts';
import { type FormFault, formOf, TICKED } from '../kit/fields.ts';
import { refusedIf } from '../kit/refusal.ts';
import type { Reply, Visit } from '../kit/visit.ts';
import { API_PAGE_PATH, hooksPath, machinesPath, tokensPath } from '../paths/machines.ts';
import { API_PATH } from './openapi.ts';

const LONGEST_NAME = 80;

export async function showMachines(visit: Visit, { app, clock }: WebDeps, fault?: FormFault): Promise<Reply> {
  const unitId = visit.param('unit');
  const [{ unit }, tokens, hooks] = await Promise.all([
    listFeedSubjects(app, unitId),
    listApiTokens(app, unitId),
    listWebHooks(app, unitId),
  ]);
  const form = formOf(visit, visit.form, fault ? [fault] : []);
  const stamp: Stamp = (at) => formatStamp(visit.language, at, unit.zone);
  const title = visit.say('api-page.machines.title', { unit: unit.name });
  return {
    kind: 'page',
    view: 'api/machines',
    title,
    unitName: unit.name,
    ...refusedIf(Boolean(fault)),
    model: {
      title,
      apiPath: API_PAGE_PATH,
      tokensPath: tokensPath(unitId),
      hooksPath: hooksPath(unitId),
      tokens: tokens
        .filter(({ revokedAt }) => revokedAt === undefined)
        .map((token) => ({
          ...tokenRow(visit, token, stamp),
          ends: endWords(visit, token, unit.zone),
          over: isPast(token, clock()),
        })),
      hooks: hooks.filter(({ endedAt }) => endedAt === undefined).map((hook) => hookRow(visit, hook, stamp)),
      name: form.text('name', 'api-page.tokens.name', { required: true, maxlength: LONGEST_NAME }),
      alerts: form.check('alerts', 'api-page.tokens.alerts'),
      until: endField(form),
      address: form.text('address', 'api-page.hooks.address', {
        type: 'url',
        required: true,
        maxlength: 2000,
      }),
    },
  };
}

type Stamp = (at: Instant) => string;

function tokenRow(visit: Visit, token: ApiAccess, stamp: Stamp) {
  return {
    id: token.id,
    name: token.name,
    alerts: token.may === 'alert',
    created: stamp(token.createdAt),
    used: usedWords(visit, token),
    unused: token.lastUsedAt === undefined,
  };
}

function hookRow(visit: Visit, hook: ListedWebHook, stamp: Stamp) {
  const { id, address, createdAt } = hook;
  return { id, address, created: stamp(createdAt), ...lastMessage(visit, hook, stamp) };
}

/** What became of the newest message, in words. */
function lastMessage({ say }: Visit, { address, messages }: ListedWebHook, stamp: Stamp) {
  const [last] = messages;
  if (!last) return { state: 'none', told: say('api-page.hooks.none-sent') };
  const { outcome = '', attempts, nextAt, deliveredAt } = last;
  if (deliveredAt !== undefined) {
    return { state: 'good', told: say('api-page.hooks.delivered', { at: stamp(deliveredAt) }) };
  }
  const why = isMessageKey(outcome) ? say(outcome, { host: new URL(address).host }) : outcome;
  if (nextAt === undefined) return { state: 'bad', told: say('api-page.hooks.given-up', { attempts, why }) };
  if (attempts === 0) return { state: 'none', told: say('api-page.hooks.waiting') };
  return { state: 'late', told: say('api-page.hooks.again', { attempts, why, at: stamp(nextAt) }) };
}

export async function makeApiToken(visit: Visit, deps: WebDeps): Promise<Reply> {
  const unitId = visit.param('unit');
  const name = (visit.form.get('name') ?? '').trim().slice(0, LONGEST_NAME);
  if (name === '') return showMachines(visit, deps, { field: 'name', key: 'api-page.fault.name' });
  const typed = await typedEnd(visit, deps);
  if ('fault' in typed) return showMachines(visit, deps, typed.fault);
  const may: 'alert' | 'read' = visit.form.get('alerts') === TICKED ? 'alert' : 'read';
  const issuing = { unitId, name, may, actor: visit.actor, ...typed.end };
  const { token, access } = await issueApiToken(deps.app, issuing);
  return toldOnce(visit, {
    title: visit.say('api-page.tokens.made', { name: access.name }),
    text: visit.say('api-page.tokens.once'),
    secret: token,
    example:
      may === 'alert'
        ? alertExample(token, deps.publicUrl)
        : `curl -H "Authorization: Bearer ${token}" \\\n  "${deps.publicUrl}${API_PATH}/escalation"`,
  });
}

function alertExample(token: string, publicUrl: string): string {
  const body = '{"alerts":[{"key":"ups-2","title":"UPS 2","severity":"warning"}]}';
  return `curl -H "Authorization: Bearer ${token}" -d '${body}' \\\n  "${publicUrl}${API_PATH}/alerts"`;
}

export async function endApiToken(visit: Visit, { app }: WebDeps): Promise<Reply> {
  const unitId = visit.param('unit');
  await revokeApiToken(app, { unitId, tokenId: visit.param('token'), actor: visit.actor });
  return { kind: 'redirect', to: machinesPath(unitId) };
}

export async function makeWebHook(visit: Visit, deps: WebDeps): Promise<Reply> {
  const unitId = visit.param('unit');
  const address = (visit.form.get('address') ?? '').trim();
  try {
    const { hook, secret } = await addWebHook(deps.app, { unitId, address, actor: visit.actor });
    return toldOnce(visit, {
      title: visit.say('api-page.hooks.made', { host: new URL(hook.address).host }),
      text: visit.say('api-page.hooks.once'),
      secret,
      example: '',
    });
  } catch (error) {
    if (!(error instanceof AppError) || error.key !== 'outbound.address') throw error;
    return showMachines(visit, deps, { field: 'address', key: error.key });
  }
}

export async function stopWebHook(visit: Visit, { app }: WebDeps): Promise<Reply> {
  const unitId = visit.param('unit');
  await endWebHook(app, { unitId, hookId: visit.param('hook'), actor: visit.actor });
  return { kind: 'redirect', to: machinesPath(unitId) };
}

interface Told {
  readonly title: string;
  readonly text: string;
  readonly secret: string;
  readonly example: string;
}

function toldOnce(visit: Visit, told: Told): Reply {
  return {
    kind: 'page',
    view: 'api/machine-secret',
    title: told.title,
    secret: true,
    script: 'copy.js',
    model: { ...told, back: machinesPath(visit.param('unit')), apiPath: API_PAGE_PATH },
  };
}
