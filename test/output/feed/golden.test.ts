/** One whole personal feed, byte for byte: a shift kept, one received, one lost. */

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { renderFeed } from '../../../src/output/calendar-feed.ts';
import { idOf, PLAN, periodOf, personal, ROSTER, request, reseated, VERSION_1, version } from '../sample.ts';

const GOLDEN = join(import.meta.dirname, 'golden');

it('renders a technician’s feed after a swap exactly as kept in golden/personal.ics', () => {
  const swapped = reseated(
    reseated(ROSTER, 'watch/night/2027-02-06', 0, idOf('Mai Xuân Hiếu')),
    'watch/afternoon/2027-02-07',
    0,
    idOf('Hoàng Minh Đức'),
  );
  const period = periodOf(VERSION_1, version(2, '2027-01-29T16:30', PLAN, swapped));
  const feed = renderFeed({
    ...request(personal('Mai Xuân Hiếu'), [period], { alarm: '12h' }),
    subject: 'Mai Xuân Hiếu',
  });
  expect(feed).toBe(readFileSync(join(GOLDEN, 'personal.ics'), 'utf8'));
});
