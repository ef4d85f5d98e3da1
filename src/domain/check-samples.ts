/** What the dispatches on holiday duty ask units to look at: a start for a unit's own list. Their words are in the catalogues. */

import type { ClockTime } from '../calendar/zone.ts';
import type { WatchCheck } from './watch-check.ts';

export type CheckSample = Pick<WatchCheck, 'times' | 'asks' | 'severity' | 'withinMinutes'>;

const every = (hours: number) => ({ kind: 'every', hours }) as const;
const state = { asks: { kind: 'state' }, withinMinutes: 60 } as const;

/** Cổng DVC, iOffice, thư, phòng chống mã độc tập trung, quét mã độc, kênh cảnh báo cấp trên, nhiệt độ và UPS phòng máy, sao lưu. */
export const CHECK_SAMPLES = {
  portal: { ...state, times: every(4), severity: 'serious' },
  office: { ...state, times: every(4), severity: 'serious' },
  mail: { ...state, times: every(4), severity: 'serious' },
  malware: { ...state, times: { kind: 'start' }, severity: 'serious' },
  scan: {
    ...state,
    times: { kind: 'clock', times: ['08:00' as ClockTime] },
    severity: 'warning',
  },
  channel: { ...state, times: every(2), severity: 'serious' },
  temperature: {
    ...state,
    times: every(4),
    asks: { kind: 'figure', measure: '°C', least: 18, most: 27 },
    severity: 'warning',
  },
  power: { ...state, times: { kind: 'start' }, severity: 'serious' },
  backup: {
    ...state,
    times: { kind: 'clock', times: ['23:00' as ClockTime] },
    severity: 'warning',
  },
} as const satisfies Readonly<Record<string, CheckSample>>;

export type CheckSampleName = keyof typeof CHECK_SAMPLES;
export const SAMPLE_NAMES = Object.keys(CHECK_SAMPLES) as readonly CheckSampleName[];
