/** “Sở hỏi / Đơn vị đã có”: each demand beside the unit's own post of that tier, and what would be added. */

import type { AskedOrder } from '../../app/answers/asked-orders.ts';
import { demandsFor } from '../../domain/order.ts';
import type { Post } from '../../domain/unit.ts';
import { formatDuration } from '../../i18n/format.ts';
import type { Visit } from '../kit/visit.ts';

const DAY_MINUTES = 24 * 60;

export function askedRows(
  { say, language }: Visit,
  { order, asked, posts }: AskedOrder & { readonly posts: readonly Post[] },
) {
  const demands = demandsFor(order.content, asked.kind);
  const rows = demands.map(({ name, tier, least, minutes, start, phone }) => {
    const own = posts.filter((post) => post.tier === tier);
    const seats = own.reduce((sum, { patterns }) => sum + patterns.length, 0);
    const time =
      minutes === DAY_MINUTES
        ? say('answers.asked.whole-day', { start })
        : say('answers.asked.hours', { start, time: formatDuration(language, minutes) });
    return {
      name,
      asked: [say('word.people', { count: least }), time, phone ? say('answers.asked.with-phone') : '']
        .filter(Boolean)
        .join(', '),
      own: own
        .map(({ shortName, patterns }) =>
          say('answers.asked.own', { post: shortName, count: patterns.length }),
        )
        .join('; '),
      state: say(
        own.length === 0
          ? 'answers.asked.will-add'
          : seats > 1
            ? 'answers.asked.more'
            : 'answers.asked.match',
      ),
      ...(own.length === 0 ? { css: 'warn', icon: 'triangle' } : { css: 'good', icon: 'check' }),
    };
  });
  const { systems } = order.content;
  if (systems.length === 0) return rows;
  const watched = new Set(posts.flatMap((post) => post.systems));
  const missing = systems.filter((system) => !watched.has(system));
  const state =
    missing.length === 0
      ? { state: say('answers.asked.match'), css: 'good', icon: 'check' }
      : {
          state: say('answers.asked.systems-missing', { names: missing.join(', ') }),
          css: 'warn',
          icon: 'triangle',
        };
  const given = say('answers.asked.systems-given', { count: systems.length - missing.length });
  return [
    ...rows,
    {
      name: say('word.systems', { count: systems.length }),
      asked: systems.join(', '),
      own: given,
      ...state,
    },
  ];
}
