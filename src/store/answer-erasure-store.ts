/** The one exception to "an answer never changes": erasing a person. Hours and tiers stay, under a nameless one. */

import type { Erasure } from '../domain/erased-person.ts';
import type { Database } from './database.ts';
import { withoutTriggers } from './triggers.ts';

/** Names typed by hand count as the person's where they are written alike. Call it inside a transaction. */
export function eraseFromAnswers(trx: Database, unitId: string, { member, ghost }: Erasure): Promise<void> {
  return withoutTriggers(trx, ['answer_duty_never_changes'], async () => {
    await trx
      .updateTable('answer_duty')
      .set({ name: ghost.name, title: '', phone: '', staff_id: ghost.id })
      .where('answer_id', 'in', (eb) => eb.selectFrom('answer').select('id').where('unit_id', '=', unitId))
      .where((eb) =>
        eb.or([
          eb('staff_id', '=', member.id),
          eb.and([eb('staff_id', 'is', null), eb('name', '=', member.name)]),
        ]),
      )
      .execute();
  });
}
