/**
 * What duty earns beside days off, as hours at the ordinary wage: no wage is known here. By a table of the unit; where it has
 * none, by the law's least (Labour Code 45/2019/QH14 Art. 98; NĐ 145/2020/NĐ-CP Art. 55–57).
 */

import { DAY_KINDS, type DutyMinutes } from './duty-hours.ts';

/** Days off; pay; or days off and what overtime earns above an ordinary hour. */
export const DUTY_RETURNS = ['lieu', 'pay', 'difference'] as const;
export type DutyReturn = (typeof DUTY_RETURNS)[number];

export const RATE_FIELDS = [
  'workingDay',
  'workingNight',
  'restDay',
  'restNight',
  'holidayDay',
  'holidayNight',
  'standby',
] as const;
export type RateField = (typeof RATE_FIELDS)[number];

/** In percent of an ordinary hour. */
export type DutyRates = Readonly<Partial<Record<RateField, number>>>;

/** The law says nothing of standby. */
export const LEAST_RATES: Readonly<Record<RateField, number>> = {
  workingDay: 150,
  workingNight: 200,
  restDay: 200,
  restNight: 270,
  holidayDay: 300,
  holidayNight: 390,
  standby: 0,
};

/** What an hour of each kind earns, in ordinary hours; with `difference` what lies above the hour that a day off gives back. */
export function paidShares(
  rates: DutyRates,
  as: Exclude<DutyReturn, 'lieu'>,
): Readonly<Record<RateField, number>> {
  const given = as === 'difference' ? 100 : 0;
  const shares = RATE_FIELDS.map((field) => {
    const rate = rates[field] ?? LEAST_RATES[field];
    // Days off are earned on site alone.
    return [field, (field === 'standby' ? rate : Math.max(0, rate - given)) / 100];
  });
  return Object.fromEntries(shares) as Record<RateField, number>;
}

/** Minutes at the ordinary wage. */
export function paidMinutes(
  { day, night, standby }: DutyMinutes,
  rates: DutyRates,
  as: Exclude<DutyReturn, 'lieu'>,
): number {
  const shares = paidShares(rates, as);
  return DAY_KINDS.reduce(
    (sum, kind) => sum + day[kind] * shares[`${kind}Day`] + night[kind] * shares[`${kind}Night`],
    standby * shares.standby,
  );
}

/** Overtime of a year (Labour Code Art. 107.2), in some fields 300. */
export const MOST_YEAR_HOURS = 200;
