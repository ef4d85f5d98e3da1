/** Files of other tools with any value in any place: read or refused, never thrown at, never endless. */

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Day } from '../../src/calendar/day.ts';
import { startOfDay, VIETNAM } from '../../src/calendar/zone.ts';
import { readOnCall } from '../../src/input/on-call/read-on-call.ts';
import { depth } from '../depth.ts';

const WITHIN = {
  start: startOfDay('2027-02-04' as Day, VIETNAM),
  end: startOfDay('2027-02-12' as Day, VIETNAM),
};
const SAMPLES = ['opsgenie.json', 'grafana-oncall.json', 'goalert.json', 'feed.ics'].map((name) =>
  readFileSync(join(import.meta.dirname, 'samples', name), 'utf8'),
);
const ODD = fc.constantFrom(
  '0001-01-01T00:00:00Z',
  '9999-12-31T23:59:59Z',
  '2027-02-30T00:00:00Z',
  'Europe/Berlin',
  'Nowhere/Here',
  '25:00',
  '\u0000<script>',
  'daily',
  '-1',
  '1e99',
);

/** Every quoted value and every number is a place. */
const PLACES = /"(?:[^"\\]|\\.)*"(?!\s*:)|\b\d{1,15}\b/g;

it('an on-call schedule with odd values is read or refused', () => {
  const cases = fc.record({
    sample: fc.constantFrom(...SAMPLES),
    changes: fc.array(fc.tuple(fc.nat(), ODD, fc.integer({ min: -10, max: 100_000 })), {
      minLength: 1,
      maxLength: 6,
    }),
  });
  let read = 0;
  fc.assert(
    fc.property(cases, ({ sample, changes }) => {
      const places = sample.match(PLACES)?.length ?? 1;
      const wanted = new Map(changes.map(([at, text, number]) => [at % places, { text, number }]));
      let at = -1;
      const text = sample.replace(PLACES, (whole) => {
        const change = wanted.get(++at);
        if (!change) return whole;
        return whole.startsWith('"') ? JSON.stringify(change.text) : String(change.number);
      });
      const reading = readOnCall(new TextEncoder().encode(text), {
        zone: VIETNAM,
        within: WITHIN,
        staff: [],
      });
      if (reading.ok) read++;
      else expect(reading.key).toMatch(/^move-in\.refused\.(unknown|empty|too-much)$/);
    }),
    { numRuns: depth({ short: 400, deep: 20_000 }), seed: 5 },
  );
  expect(read).toBeGreaterThan(100);
});
