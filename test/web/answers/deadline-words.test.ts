/** A deadline is told by the clock of the unit that is asked; by both where the superior's shows another. */

import { expect, it } from 'vitest';
import type { AskedOrder } from '../../../src/app/answers/asked-orders.ts';
import { parseInstant, VIETNAM } from '../../../src/calendar/zone.ts';
import { translate } from '../../../src/i18n/translate.ts';
import { deadlineWords } from '../../../src/web/answers/deadline-words.ts';

const deadline = parseInstant('2027-02-01T17:00', VIETNAM);
const asked = (zone: string) =>
  ({ order: { zone: VIETNAM, superiorName: 'Bộ Ngoại giao' }, asked: { deadline }, zone }) as AskedOrder;
const words = (zone: string) =>
  deadlineWords(
    { language: 'vi', say: (key, params) => translate('vi', key as never, params) },
    asked(zone),
    {
      year: true,
    },
  );

it.each([
  [VIETNAM, '17:00 thứ Hai 01/02/2027'],
  ['Asia/Bangkok', '17:00 thứ Hai 01/02/2027'],
  ['Europe/Paris', '11:00 thứ Hai 01/02/2027 giờ đơn vị (17:00 thứ Hai 01/02/2027 giờ của Bộ Ngoại giao)'],
  ['Asia/Tokyo', '19:00 thứ Hai 01/02/2027 giờ đơn vị (17:00 thứ Hai 01/02/2027 giờ của Bộ Ngoại giao)'],
])('of a unit in %s', (zone, said) => expect(words(zone)).toBe(said));
