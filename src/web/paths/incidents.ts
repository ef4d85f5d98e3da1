/** Where a unit's incidents stand. */

import { unitPath } from './setup.ts';

export function incidentsPath(unitId: string): string {
  return `${unitPath(unitId)}/incidents`;
}

/** `entry` is the line of the log it grows out of. */
export function newIncidentPath(unitId: string, entry?: number): string {
  return `${incidentsPath(unitId)}/new${entry === undefined ? '' : `?entry=${entry}`}`;
}

export type IncidentAct = 'step' | 'call' | 'judge' | 'close';

export function incidentPath(unitId: string, number: number, act?: IncidentAct): string {
  return `${incidentsPath(unitId)}/${number}${act === undefined ? '' : `/${act}`}`;
}

export function incidentReportPath(unitId: string, number: number, duty: string): string {
  return `${incidentPath(unitId, number)}/reports/${encodeURIComponent(duty)}`;
}

export function incidentRulesPath(unitId: string, done?: string): string {
  return `${unitPath(unitId)}/incident-rules${done === undefined ? '' : `?${new URLSearchParams({ done })}`}`;
}

/** Where a superior reads incidents of the units below it. */
export function belowIncidentsPath(unitId: string): string {
  return `${unitPath(unitId)}/below/incidents`;
}

export function belowIncidentPath(unitId: string, belowId: string, number: number): string {
  return `${unitPath(unitId)}/below/${encodeURIComponent(belowId)}/incidents/${number}`;
}
