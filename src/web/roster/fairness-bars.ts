/** Burdens as bars: shares of the widest bar, figures and the words a screen reader says. Counts nothing itself. */

import { formatNumber, type Language, translate } from '../../i18n/translate.ts';
import { teamsOf } from './fairness.ts';
import type { Rostered } from './seats.ts';

export interface FairnessBars {
  readonly hasLedger: boolean;
  readonly teams: readonly {
    readonly name: string;
    readonly mean: string;
    readonly people: readonly {
      readonly name: string;
      readonly shortName: string;
      readonly words: string;
      readonly isNew: boolean;
      /** Percent of the bar's width. */
      readonly before: number;
      readonly now: number;
      readonly meanAt: number;
      readonly total: string;
      /** For sorting in the page. */
      readonly points: number;
    }[];
  }[];
}

export function fairnessBars(language: Language, version: Rostered): FairnessBars {
  const teams = teamsOf(version);
  const widest = Math.max(1, ...teams.flatMap(({ burdens }) => burdens.map(({ total }) => total)));
  const share = (points: number): number => Math.round((points / (widest * 1.06)) * 1000) / 10;
  const figure = (points: number): string => formatNumber(language, Math.round(points * 10) / 10);
  return {
    hasLedger: teams.some(({ burdens }) => burdens.some(({ before }) => before > 0)),
    teams: teams.map(({ post, burdens, mean }) => ({
      name: post.shortName,
      mean: translate(language, 'web.fairness.mean', { points: figure(mean) }),
      people: burdens.map(({ member, before, now, total, isNew }) => ({
        name: member.name,
        shortName: shortNameOf(
          member.name,
          burdens.map(({ member }) => member.name),
        ),
        words: translate(language, isNew ? 'web.fairness.words-new' : 'web.fairness.words', {
          before: figure(before),
          now: figure(now),
        }),
        isNew,
        before: share(before),
        now: share(now),
        meanAt: share(mean),
        total: figure(total),
        points: total,
      })),
    })),
  };
}

/** The last two words, `Đức Anh`, unless someone else in the team has them too. */
function shortNameOf(name: string, names: readonly string[]): string {
  const short = name.split(' ').slice(-2).join(' ');
  return names.filter((other) => other.endsWith(short)).length > 1 ? name : short;
}
