/** Which documents wait apart from small ones. */

import { expect, it } from 'vitest';
import type { DocumentKind } from '../../src/output/documents/document.ts';
import { isLargeDocument } from '../../src/output/documents/document-size.ts';
import { crowdPlan, turnRoster } from './crowd.ts';
import { requestOf } from './sample-documents.ts';

it.each<[DocumentKind, number, boolean]>([
  ['grid', 28, false],
  ['grid', 300, true],
  ['slip', 28, false],
  ['slip', 300, true],
  ['attendance', 300, true],
  ['wall', 300, false],
  ['notice', 300, false],
])('a %s of %i people is large: %s', (kind, people, large) => {
  const plan = crowdPlan({ people, days: 14, posts: 2, cover: 5 });
  const request = requestOf(plan, { source: { roster: turnRoster(plan) } });
  expect(isLargeDocument({ kind, ...request })).toBe(large);
  const [one = ''] = plan.staff.map(({ id }) => id);
  const own = { ...request, options: { ...request.options, staffIds: [one] } };
  if (kind === 'slip') expect(isLargeDocument({ kind, ...own })).toBe(false);
});
