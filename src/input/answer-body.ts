/** The body of `POST /api/v1/orders/{order}/answer`: who stands when, of which tier or for which demand of the order. */

import { z } from 'zod';
import { parseInstant } from '../calendar/zone.ts';
import type { AnswerDuty } from '../domain/answer.ts';
import { TIERS } from '../domain/unit.ts';
import { normaliseName } from '../kernel/names.ts';

const MOST_DUTIES = 5_000;
const MOST_HOURS = 62 * 24;
const MOST_TOLD = 10;

const line = z
  .string()
  .max(400)
  .transform((text) => normaliseName(text).slice(0, 120));

const duty = z.object({
  tier: z.enum(TIERS),
  /** Id of a demand; absent: it serves every demand of its tier. */
  demand: z.string().max(100).nullish(),
  /** The post or force, as the unit calls it. */
  label: line.default(''),
  start: z.iso.datetime({ offset: true }),
  end: z.iso.datetime({ offset: true }),
  name: line.refine((name) => name !== '', 'must not be empty'),
  title: line.default(''),
  phone: line.nullish(),
});

export const answerBody = z.object({ duties: z.array(duty).max(MOST_DUTIES) });

export type AnswerBodyRead =
  | { readonly ok: true; readonly duties: readonly AnswerDuty[] }
  /** By path: `duties.3.start: …`. */
  | { readonly ok: false; readonly wrong: readonly string[] };

/** @param demandIds of the order, as it asks this unit. */
export function parseAnswerBody(body: unknown, demandIds: ReadonlySet<string>): AnswerBodyRead {
  const read = answerBody.safeParse(body);
  if (!read.success) {
    const { issues } = read.error;
    const wrong = issues
      .slice(0, MOST_TOLD)
      .map(({ path, message }) => `${path.join('.') || 'body'}: ${message}`);
    return { ok: false, wrong };
  }
  const wrong: string[] = [];
  const duties = read.data.duties.flatMap((each, i): AnswerDuty[] => {
    const [start, end] = [each.start, each.end].map((text) => parseInstant(text, 'UTC'));
    const hours = start === undefined || end === undefined ? 0 : (end - start) / 3_600_000;
    if (start === undefined || end === undefined || hours <= 0 || hours > MOST_HOURS) {
      wrong.push(`duties.${i}.end: must be after start, by ${MOST_HOURS} hours at most`);
      return [];
    }
    const { tier, label, name, title, demand, phone } = each;
    if (demand && !demandIds.has(demand)) {
      wrong.push(`duties.${i}.demand: the order has no demand “${demand}”`);
      return [];
    }
    const about = { tier, label, name, title, phone: phone ?? '', span: { start, end } };
    return [{ ...about, ...(demand ? { demandId: demand } : {}) }];
  });
  return wrong.length > 0 ? { ok: false, wrong: wrong.slice(0, MOST_TOLD) } : { ok: true, duties };
}
