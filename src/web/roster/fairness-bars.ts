/** Burdens as bars: shares of the widest bar, figures and the words a screen reader says. Counts nothing itself. */

import { shortStaffName, staffName } from '../../domain/staff-names.ts';
import { formatPercent } from '../../i18n/format.ts';
import { type Language, translate } from '../../i18n/translate.ts';
import type { Rostered } from '../../output/roster/seats.ts';
import { teamsOf } from '../../output/roster/teams.ts';
import { figure } from '../../output/roster/totals.ts';

const MOST_AT_ONCE = 60;

export function fairnessBars(language: Language, version: Rostered) {
  const teams = teamsOf(version);
  const widest = Math.max(1, ...teams.flatMap(({ burdens }) => burdens.map(({ total }) => total)));
  const share = (points: number): number => Math.round((points / (widest * 1.06)) * 1000) / 10;
  const percent = (share: number): string => formatPercent(language, share);
  return {
    hasLedger: teams.some(({ burdens }) => burdens.some(({ before }) => before > 0)),
    // Too many people for a phone's page at once.
    long: version.plan.staff.length > MOST_AT_ONCE,
    teams: teams.map(({ post, burdens, mean }) => ({
      name: post.shortName,
      mean: translate(language, 'web.fairness.mean', { points: figure(language, mean) }),
      people: burdens.map(({ member, totals, before, now, total, isNew }) => ({
        name: staffName(version.plan.staff, member.id),
        shortName: shortStaffName(version.plan.staff, member.id),
        words: [
          translate(language, isNew ? 'web.fairness.words-new' : 'web.fairness.words', {
            // Percent of the bar's width.
            before: figure(language, totals.pointsBefore),
            now: figure(language, totals.points),
          }),
          ...(member.share === 1
            ? []
            : [translate(language, 'web.fairness.part-time', { share: percent(member.share) })]),
        ].join('; '),
        // `50 %`: the bar is as long as if full-time; empty for who works full time.
        partTime: member.share === 1 ? '' : percent(member.share),
        isNew,
        before: share(before),
        now: share(now),
        meanAt: share(mean),
        total: figure(language, totals.pointsBefore + totals.points),
        // By share of full time, as the bar; for sorting in the page.
        points: total,
      })),
    })),
  };
}
