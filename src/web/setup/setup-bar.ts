/** The head of the pages a period is set up by: its name, and the way from one to the other. */

import { mayDo } from '../../domain/permission.ts';
import type { Visit } from '../kit/visit.ts';
import { makingPath } from '../paths/periods.ts';
import { postsPath, rulesPath, settingsPath } from '../paths/setup.ts';
import { periodLeavePath } from '../paths/staff.ts';

export type SetupPage = 'prepare' | 'posts' | 'rules' | 'leave' | 'settings';

/** The ways lead only where one may go. */
export function setupBar(
  { visitor, say }: Visit,
  period: { readonly unitId: string; readonly id: string; readonly name: string },
  { page, hasDraft = true }: { readonly page: SetupPage; readonly hasDraft?: boolean },
) {
  const mayEdit = !visitor || mayDo(visitor, 'period.edit', period);
  const pages = [
    { key: 'prepare', href: makingPath(period.id, 'prepare') },
    ...(mayEdit
      ? [
          { key: 'posts', href: postsPath(period.id) },
          { key: 'rules', href: rulesPath(period.id) },
          { key: 'leave', href: periodLeavePath(period.id) },
          { key: 'settings', href: settingsPath(period.id) },
        ]
      : []),
  ];
  return {
    periodName: period.name,
    tabs: pages.map(({ key, href }) => ({ href, label: say(`setup.tab.${key}`), current: key === page })),
    // Empty while there is no draft, where that is known.
    draftHref: hasDraft ? makingPath(period.id, 'draft') : '',
  };
}
