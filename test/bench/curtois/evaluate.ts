/**
 * The independent judge of a benchmark roster, written from the published format alone: it never sees the problem the
 * solver saw.
 */

import type { Employee, Instance } from './instance.ts';

/** For each employee, in order, the shift id on each day or '' for a day off. */
export type BenchRoster = readonly (readonly string[])[];

export interface Verdict {
  readonly objective: number;
  /** One plain line for every broken hard rule; empty for a valid roster. */
  readonly faults: readonly string[];
}

export function evaluateRoster(instance: Instance, roster: BenchRoster): Verdict {
  const faults: string[] = [];
  instance.staff.forEach((employee, row) => {
    faults.push(...employeeFaults(instance, employee, roster[row] ?? []));
  });
  return { objective: requestCost(instance, roster) + coverCost(instance, roster), faults };
}

function requestCost(instance: Instance, roster: BenchRoster): number {
  const rowOf = new Map(instance.staff.map((employee, row) => [employee.id, row]));
  const granted = (request: { employee: string; day: number; shift: string }): boolean =>
    roster[rowOf.get(request.employee) ?? -1]?.[request.day] === request.shift;
  let cost = 0;
  for (const request of instance.onRequests) if (!granted(request)) cost += request.weight;
  for (const request of instance.offRequests) if (granted(request)) cost += request.weight;
  return cost;
}

function coverCost(instance: Instance, roster: BenchRoster): number {
  let cost = 0;
  for (const { day, shift, need, under, over } of instance.cover) {
    const present = roster.filter((row) => row[day] === shift).length;
    cost += present < need ? (need - present) * under : (present - need) * over;
  }
  return cost;
}

function employeeFaults(instance: Instance, employee: Employee, row: readonly string[]): string[] {
  const faults: string[] = [];
  const fault = (text: string): void => void faults.push(`${employee.id}: ${text}`);
  if (row.length !== instance.horizon) fault(`${row.length} days instead of ${instance.horizon}`);
  const typeOf = new Map(instance.shifts.map((shift) => [shift.id, shift]));
  let minutes = 0;
  const counts = new Map<string, number>();
  for (const [day, id] of row.entries()) {
    if (id === '') continue;
    const type = typeOf.get(id);
    if (!type) {
      fault(`unknown shift ${id} on day ${day}`);
      continue;
    }
    minutes += type.minutes;
    counts.set(id, (counts.get(id) ?? 0) + 1);
    if (employee.daysOff.includes(day)) fault(`works on day off ${day}`);
    const next = row[day + 1];
    if (next && type.forbiddenNext.includes(next)) fault(`${next} follows ${id} on day ${day + 1}`);
  }
  for (const [id, count] of counts) {
    if (count > (employee.maxShifts.get(id) ?? Number.POSITIVE_INFINITY)) fault(`${count} times ${id}`);
  }
  if (minutes > employee.maxMinutes || minutes < employee.minMinutes) fault(`${minutes} minutes`);
  for (const text of runFaults(employee, row)) fault(text);
  let weekends = 0;
  for (let day = 5; day < row.length; day += 7) if (row[day] || row[day + 1]) weekends++;
  if (weekends > employee.maxWeekends) fault(`${weekends} weekends`);
  return faults;
}

/** A run that touches either end of the horizon may go on outside it, so it is never too short. */
function runFaults(employee: Employee, row: readonly string[]): string[] {
  const faults: string[] = [];
  for (let start = 0; start < row.length; ) {
    const works = row[start] !== '';
    let end = start;
    while (end < row.length && (row[end] !== '') === works) end++;
    const length = end - start;
    const inside = start > 0 && end < row.length;
    if (works && length > employee.maxConsecutive) faults.push(`${length} days on from day ${start}`);
    if (works && inside && length < employee.minConsecutive)
      faults.push(`${length} days on from day ${start}`);
    if (!works && inside && length < employee.minDaysOff) faults.push(`${length} days off from day ${start}`);
    start = end;
  }
  return faults;
}
