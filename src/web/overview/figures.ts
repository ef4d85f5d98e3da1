/** The five figures over the bar: each is a filter, pressed while it holds. */

import type { Overview } from '../../app/overview/read-overview.ts';
import type { OrderFigures, UnitStanding } from '../../domain/order-standing.ts';
import { formatClockDay } from '../../i18n/format.ts';
import type { Visit } from '../kit/visit.ts';
import type { Asked } from './asked.ts';

interface FigureView {
  readonly value: string;
  readonly figure: number;
  readonly icon: string;
  readonly label: string;
  readonly short: string;
  readonly text: string;
  readonly pressed: boolean;
}

export interface FiguresShown {
  readonly figures: OrderFigures;
  readonly asked: Asked;
  readonly path: string;
}

const ORDER: readonly UnitStanding[] = ['complete', 'lacking', 'overdue', 'waiting'];
const ICONS = {
  complete: 'check-circle',
  lacking: 'triangle',
  overdue: 'octagon',
  waiting: 'clock',
} as const;

export function figureViews(visit: Visit, { order }: Overview, { figures, asked }: FiguresShown) {
  const { say, language } = visit;
  const { by, late, shortHours, onlyPhones, deadlines } = figures;
  const until = (standing: UnitStanding): string => {
    const at = deadlines[standing];
    return at === undefined ? '' : formatClockDay(language, at, { zone: order.zone });
  };
  const lacking = [
    shortHours > 0 ? say('overview.figure.short-hours', { count: shortHours }) : '',
    onlyPhones > 0 ? say('overview.figure.only-phones', { count: onlyPhones }) : '',
  ].filter(Boolean);
  const texts: Readonly<Record<UnitStanding, string>> = {
    complete: late > 0 ? say('overview.figure.sent-late', { count: late }) : '',
    lacking: lacking.join(', '),
    overdue: by.overdue > 0 ? say('overview.figure.was-due', { until: until('overdue') }) : '',
    waiting: by.waiting > 0 ? say('overview.figure.until', { until: until('waiting') }) : '',
  };
  const all: FigureView = {
    ...{ value: '', figure: figures.asked, icon: '', label: say('overview.figure.asked') },
    ...{ short: say('overview.figure.asked-short'), text: say('overview.figure.all') },
    pressed: asked.standing === undefined,
  };
  return {
    figures: [
      all,
      ...ORDER.map((standing) => ({
        ...{ value: standing, figure: by[standing], icon: ICONS[standing], text: texts[standing] },
        label: say(`overview.figure.${standing}`),
        short: say(`overview.figure.${standing}-short`),
        pressed: asked.standing === standing,
      })),
    ],
    bar: barOf(figures),
  };
}

/** In thousandths of the bar; the few are never too thin to be seen. */
function barOf({ asked, by }: OrderFigures) {
  const LEAST = 6;
  const parts = ORDER.map((standing) => ({
    standing,
    width: by[standing] === 0 ? 0 : Math.max(LEAST, (by[standing] / Math.max(1, asked)) * 1000),
  }));
  const total = parts.reduce((sum, { width }) => sum + width, 0) || 1;
  let x = 0;
  return parts.map(({ standing, width }) => {
    const part = { standing, x: Math.round(x), width: Math.round((width / total) * 1000) };
    x += (width / total) * 1000;
    return part;
  });
}
