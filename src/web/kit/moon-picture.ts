/** The outline of the lit part of a moon, drawn small. Which moon stands in the sky, `calendar/moon.ts` knows. */

import type { Moon } from '../../calendar/moon.ts';

const CENTRE = 8;
const RADIUS = 7.4;

export const MOON_VIEW_BOX = '0 0 16 16';
export const MOON_DISC = { centre: CENTRE, radius: RADIUS } as const;

/**
 * An SVG path in MOON_VIEW_BOX: along the lit limb from pole to pole, and back along the terminator, which is half an
 * ellipse of half-width radius × |1 − 2 × illuminated|.
 */
export function moonLightPath({ illuminated, waxing }: Moon): string {
  const top = `${CENTRE} ${round(CENTRE - RADIUS)}`;
  const bottom = `${CENTRE} ${round(CENTRE + RADIUS)}`;
  const halfWidth = round(RADIUS * Math.abs(1 - 2 * illuminated));
  const crescent = illuminated < 0.5;
  const limbSweep = waxing ? 1 : 0;
  const terminatorSweep = waxing === crescent ? 0 : 1;
  return `M${top}A${RADIUS} ${RADIUS} 0 0 ${limbSweep} ${bottom}A${halfWidth} ${RADIUS} 0 0 ${terminatorSweep} ${top}Z`;
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}
