/** The file of a made-up superior and its units, checked as it is read. */

import { z } from 'zod';
import type { Day } from '../calendar/day.ts';
import { parseDay } from '../calendar/day.ts';
import type { Instant } from '../calendar/interval.ts';
import type { TreeSample } from '../domain/tree-sample.ts';
import { TIERS } from '../domain/unit.ts';
import { orderContent } from '../store/order-records.ts';

const text = z.string();
const instant = z.custom<Instant>(Number.isSafeInteger);
const day = z.custom<Day>((value) => typeof value === 'string' && parseDay(value) !== undefined);
const optional = z.exactOptional;

const person = z.object({ tier: z.enum(TIERS), name: text, title: text, phone: text });
const gap = z.object({ demandId: text, day, from: z.int(), minutes: z.int() });
const report = z.object({
  ...{ dutyId: text, dueAt: instant, sentAt: instant, signer: text },
  texts: z.array(z.object({ heading: text, text })),
});
const unit = z.object({
  ...{ id: text, name: text, kind: text, branch: text, openedAt: optional(instant) },
  contact: z.object({ name: text, title: text, phone: text, email: text }),
  answer: optional(
    z.object({ number: z.int(), sentAt: instant, people: z.array(person), gaps: z.array(gap) }),
  ),
  reports: z.array(report),
});

const sample: z.ZodType<TreeSample> = z.object({
  superior: z.object({
    ...{ id: text, name: text, zone: text, place: optional(text), parentName: optional(text) },
  }),
  now: instant,
  order: z.object({ id: text, sentAt: instant, content: orderContent }),
  units: z.array(unit),
});

/** Throws where the file is not what the program ships. */
export function parseTreeSample(json: string): TreeSample {
  return sample.parse(JSON.parse(json));
}
