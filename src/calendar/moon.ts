/** The moon as it stands in the evening sky of a day, enough to draw it small and true. It draws nothing itself. */

import { Body, Illumination, MoonPhase } from 'astronomy-engine';
import { type Day, dayNumber } from './day.ts';

export interface Moon {
  /** Share of the disc that is lit: 0 at new moon, 1 at full moon. */
  readonly illuminated: number;
  /** True from new moon to full moon, when the right-hand edge is lit as seen from Vietnam. */
  readonly waxing: boolean;
}

const MS_PER_DAY = 86_400_000;
/** 20:00 at UTC+7. */
const MS_OF_EVENING = 13 * 3_600_000;

export function moonOf(day: Day): Moon {
  const evening = new Date(dayNumber(day) * MS_PER_DAY + MS_OF_EVENING);
  return {
    illuminated: Illumination(Body.Moon, evening).phase_fraction,
    waxing: MoonPhase(evening) < 180,
  };
}
