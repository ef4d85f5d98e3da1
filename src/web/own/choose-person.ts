/** Whose page? Asked of who makes the rota and stands in none, and where nobody signs in. */

import { listPersonalPeople } from '../../app/own/list-personal-people.ts';
import { mayDo } from '../../domain/permission.ts';
import { staffName } from '../../domain/staff-names.ts';
import type { WebDeps } from '../kit/deps.ts';
import { paged } from '../kit/pages.ts';
import type { Reply, Visit } from '../kit/visit.ts';
import { ownPath, ownPaths } from '../paths/own.ts';

export async function choosePerson(visit: Visit, { app }: WebDeps, unitId: string): Promise<Reply> {
  const may = !visit.visitor || mayDo(visit.visitor, 'swap.ask', { unitId });
  const people = may ? (await listPersonalPeople(app, unitId)).people : [];
  const staff = people.map(({ member }) => member);
  const { shown, pages } = paged(visit, people);
  const title = visit.say('own.choose.title');
  return {
    kind: 'page',
    view: 'own/choose',
    title,
    model: {
      title,
      text: visit.say(may ? 'own.choose.text' : 'own.choose.nobody'),
      pages,
      people: shown.map(({ member }) => ({
        name: staffName(staff, member.id),
        note: member.title,
        href: ownPaths(ownPath(unitId), { staff: member.id })('duty'),
      })),
    },
  };
}
