/** “Vì sao tôi được xếp thế này”: one's duties beside an even sharing and beside colleagues, period by period. */

import type { RosterVersion } from '../../domain/version.ts';
import { type Language, translate } from '../../i18n/translate.ts';
import type { Range } from '../../output/roster/evenness.ts';
import { type KindShare, type NamedDayShare, personShare } from '../../output/roster/person-share.ts';
import type { WebDeps } from '../kit/deps.ts';
import type { Reply, Visit } from '../kit/visit.ts';
import type { Who } from './owner.ts';
import { ownFrame } from './who.ts';

export async function showWhy(visit: Visit, _deps: WebDeps, who: Who): Promise<Reply> {
  const { duty, path } = who;
  return {
    kind: 'page',
    view: 'own/why',
    title: visit.say('own.why.title'),
    ...ownFrame(visit, who, 'duty'),
    model: {
      title: visit.say('own.why.title'),
      back: path('duty'),
      periods: duty.versions.map((version) => periodView(visit, version, duty.staffId)),
      none: duty.versions.length === 0,
    },
  };
}

function periodView({ say, language }: Visit, { plan, roster, number }: RosterVersion, staffId: string) {
  const { kinds, distance, wishes, namedDays } = personShare(plan, roster, staffId);
  return {
    name: plan.period.name,
    version: say('web.version.name', { number }),
    rows: kinds.map((share) => ({
      kind: kindName(language, share),
      own: share.own,
      even: share.even ? figures(share.even) : '–',
      others: share.others ? figures(share.others) : '–',
      verdict: verdictOf(language, share),
      good: isEven(share),
    })),
    lines: [
      ...namedDays.map((each) => namedDayWords(language, each)),
      ...(distance ? [say('own.why.distance', { figures: figures(distance) })] : []),
      ...(wishes.all > 0 ? [say('own.why.wishes', wishes)] : []),
    ],
    none: kinds.length === 0,
  };
}

function kindName(language: Language, { kind, label }: KindShare): string {
  return kind === 'shift'
    ? translate(language, 'own.why.kind.shift', { label })
    : translate(language, `own.why.kind.${kind}`);
}

function isEven({ own, even }: KindShare): boolean {
  return even === undefined || (even.least <= own && own <= even.most);
}

function verdictOf(language: Language, share: KindShare): string {
  const { own, even, carried } = share;
  if (even === undefined) return '';
  const key = own > even.most ? 'above' : own < even.least ? 'below' : 'even';
  const difference = own > even.most ? own - even.most : even.least - own;
  const words = translate(language, `own.why.${key}`, { difference });
  return carried ? `${words} ${translate(language, 'own.why.carried')}` : words;
}

function namedDayWords(language: Language, { day, years }: NamedDayShare): string {
  const named = translate(language, `named-day.${day}`);
  return years.length === 0
    ? translate(language, 'own.why.named-first', { named })
    : translate(language, 'own.why.named', { named, years: years.join(', ') });
}

function figures({ least, most }: Range): string {
  return least === most ? String(least) : `${least}–${most}`;
}
