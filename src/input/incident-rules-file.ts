/** `data/incident-rules.json`, and a unit's own copy of a set: read once, where it comes in. */

import { z } from 'zod';
import { type Day, parseDay } from '../calendar/day.ts';
import {
  DUTY_CONDITIONS,
  type IncidentRules,
  REPORT_FIELDS,
  REPORT_KINDS,
} from '../domain/incident-rules.ts';

const text = z.string().trim().max(500);
const name = text.min(1);
const day = z.custom<Day>((value) => typeof value === 'string' && parseDay(value) !== undefined);
const named = z.object({ id: name, name });

const duty = z.object({
  id: name,
  kind: z.enum(REPORT_KINDS),
  name,
  recipient: text,
  withinMinutes: z.exactOptional(
    z
      .int()
      .min(0)
      .max(60 * 24 * 366),
  ),
  from: z.enum(['detected', 'closed']),
  when: z.enum(DUTY_CONDITIONS),
  repeats: z.exactOptional(z.boolean()),
  source: text,
  fields: z.array(z.enum(REPORT_FIELDS)).min(1),
});

export const incidentRules: z.ZodType<IncidentRules> = z.object({
  id: name,
  name,
  status: z.enum(['in-force', 'historical']),
  since: day,
  asOf: day,
  source: text,
  remark: text,
  check: z.boolean(),
  kinds: z.array(named).min(1).max(60),
  levels: z
    .array(named.extend({ serious: z.boolean(), urgent: z.boolean() }))
    .min(1)
    .max(10),
  steps: z.array(name).max(30),
  duties: z.array(duty).max(30),
});

const file = z.object({ sets: z.array(incidentRules).min(1) });

/** Throws what zod throws: it ships with the program. */
export function parseIncidentRules(json: string): readonly IncidentRules[] {
  return file.parse(JSON.parse(json)).sets;
}
