/** “Báo cho tôi thế nào”: by which ways of what, quiet hours, and of which shifts beforehand. */

import { readNoticeChoice, saveNoticeChoice } from '../../app/notices/notice-choices.ts';
import { NOTICE_CHANNELS } from '../../domain/delivery.ts';
import { CHOSEN_KINDS, wants } from '../../domain/notice-choice.ts';
import { redirect } from '../kit/allowed.ts';
import type { WebDeps } from '../kit/deps.ts';
import { REFUSED } from '../kit/refusal.ts';
import type { Reply, Visit } from '../kit/visit.ts';
import type { Who } from './owner.ts';
import { ownFrame } from './who.ts';

export async function showWays(visit: Visit, deps: WebDeps, who: Who): Promise<Reply> {
  return waysPage(visit, deps, who, '');
}

async function waysPage(visit: Visit, { app }: WebDeps, who: Who, fault: string): Promise<Reply> {
  const { say, form } = visit;
  const choice = await readNoticeChoice(app, who.duty);
  return {
    kind: 'page',
    view: 'own/ways',
    title: say('ways.title'),
    ...ownFrame(visit, who, 'notices'),
    ...(fault === '' ? {} : { status: REFUSED }),
    model: {
      title: say('ways.title'),
      back: who.path('notices'),
      action: who.path('ways'),
      done: visit.query.get('done') === 'saved' ? say('word.saved') : '',
      fault,
      quietFrom: form.get('quietFrom') ?? choice.quiet?.from ?? '',
      quietTo: form.get('quietTo') ?? choice.quiet?.to ?? '',
      evening: choice.evening,
      hour: choice.hour,
      channels: NOTICE_CHANNELS.map((channel) => say(`ways.channel.${channel}`)),
      kinds: CHOSEN_KINDS.map((kind) => ({
        label: say(`ways.kind.${kind}`),
        cells: NOTICE_CHANNELS.map((channel) => ({
          value: `${kind} ${channel}`,
          on: wants(choice, kind, channel),
          label: `${say(`ways.kind.${kind}`)}, ${say(`ways.channel.${channel}`)}`,
        })),
      })),
    },
  };
}

export async function saveWays(visit: Visit, deps: WebDeps, who: Who): Promise<Reply> {
  const { form } = visit;
  const field = (name: string): string => (form.get(name) ?? '').trim();
  const saved = await saveNoticeChoice(deps.app, who.duty, {
    quietFrom: field('quietFrom'),
    quietTo: field('quietTo'),
    evening: field('evening') === 'yes',
    hour: field('hour') === 'yes',
    on: form.getAll('on'),
  });
  return saved
    ? redirect(who.path('ways', { done: 'saved' }))
    : waysPage(visit, deps, who, visit.say('ways.fault'));
}
