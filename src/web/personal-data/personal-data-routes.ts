/** Addresses of a unit's page about personal data. */

import type { Route } from '../kit/route.ts';
import { addBreach, answerRequest, showPersonalData, tellBreach } from './data-page.ts';

const DATA = '/units/:unit/personal-data';

export const PERSONAL_DATA_ROUTES: readonly Route[] = [
  { method: 'get', path: DATA, show: showPersonalData, action: 'staff.edit', reads: 'people' },
  { method: 'post', path: `${DATA}/answer`, show: answerRequest, action: 'staff.edit' },
  { method: 'post', path: `${DATA}/breach`, show: addBreach, action: 'staff.edit' },
  { method: 'post', path: `${DATA}/told`, show: tellBreach, action: 'staff.edit' },
];
