/** Where a unit's incidents stand. */

import { withQuery } from './query.ts';
import { unitPath } from './setup.ts';

export const incidentsPath = (unitId: string): string => `${unitPath(unitId)}/incidents`;

/** `entry` is the line of the log it grows out of. */
export const newIncidentPath = (unitId: string, entry?: number): string =>
  `${incidentsPath(unitId)}/new${entry === undefined ? '' : `?entry=${entry}`}`;

export type IncidentAct = 'step' | 'call' | 'judge' | 'close';

export const incidentPath = (unitId: string, number: number, act?: IncidentAct): string =>
  `${incidentsPath(unitId)}/${number}${act === undefined ? '' : `/${act}`}`;
export const incidentReportPath = (unitId: string, number: number, duty: string): string =>
  `${incidentPath(unitId, number)}/reports/${encodeURIComponent(duty)}`;
export const incidentRulesPath = (unitId: string, done?: string): string =>
  withQuery(`${unitPath(unitId)}/incident-rules`, { done });

/** Where a superior reads incidents of the units below it. */
export const belowIncidentsPath = (unitId: string): string => `${unitPath(unitId)}/below/incidents`;
export const belowIncidentPath = (unitId: string, belowId: string, number: number): string =>
  `${unitPath(unitId)}/below/${encodeURIComponent(belowId)}/incidents/${number}`;
