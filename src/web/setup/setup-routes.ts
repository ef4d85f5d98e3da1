/** Addresses of the pages a unit sets itself up by, one line each. */

import type { Route } from '../kit/route.ts';
import {
  addContact,
  removeContact,
  saveContact,
  showContact,
  showContacts,
  showNewContact,
} from './contacts.ts';
import { saveHolidayNotice, showHolidayNotice } from './holiday-notice.ts';
import { correctPersonLedger, downloadLedger, showLedger, showPersonLedger } from './ledger.ts';
import { endPeriod, extendByWeek } from './lift.ts';
import { acceptProposal } from './open-posts.ts';
import { saveSettings, showSettings } from './period-settings.ts';
import { savePost, showPost } from './post.ts';
import { changePosts, showPosts } from './posts.ts';
import { saveRules, showRules } from './rules.ts';
import { changeStanding, showStanding } from './standing.ts';
import { deleteUnpublished, withdrawPublished } from './take-back.ts';

const CONTACTS = '/units/:unit/contacts';

export const SETUP_ROUTES: readonly Route[] = [
  { method: 'get', path: '/periods/:period/posts', show: showPosts, action: 'period.edit' },
  { method: 'post', path: '/periods/:period/posts', show: changePosts, action: 'period.edit' },
  { method: 'get', path: '/periods/:period/posts/:post', show: showPost, action: 'period.edit' },
  { method: 'post', path: '/periods/:period/posts/:post', show: savePost, action: 'period.edit' },
  {
    method: 'post',
    path: '/periods/:period/posts/:post/proposal',
    show: acceptProposal,
    action: 'staff.edit',
  },
  { method: 'get', path: '/periods/:period/settings', show: showSettings, action: 'period.edit' },
  { method: 'post', path: '/periods/:period/settings', show: saveSettings, action: 'period.edit' },
  { method: 'post', path: '/periods/:period/lift', show: endPeriod, action: 'version.withdraw' },
  { method: 'post', path: '/periods/:period/extend', show: extendByWeek, action: 'period.edit' },
  { method: 'post', path: '/periods/:period/withdraw', show: withdrawPublished, action: 'version.withdraw' },
  { method: 'post', path: '/periods/:period/delete', show: deleteUnpublished, action: 'period.edit' },
  { method: 'get', path: '/periods/:period/rules', show: showRules, action: 'rules.edit' },
  { method: 'post', path: '/periods/:period/rules', show: saveRules, action: 'rules.edit' },
  { method: 'post', path: '/periods/:period/standing', show: changeStanding, action: 'period.edit' },
  { method: 'get', path: '/units/:unit/standing', show: showStanding, action: 'period.edit' },
  { method: 'get', path: '/units/:unit/holidays', show: showHolidayNotice, action: 'holidays.edit' },
  { method: 'post', path: '/units/:unit/holidays', show: saveHolidayNotice, action: 'holidays.edit' },
  { method: 'get', path: '/units/:unit/ledger', show: showLedger, action: 'ledger.view' },
  { method: 'get', path: '/units/:unit/ledger.:format', show: downloadLedger, action: 'ledger.view' },
  { method: 'get', path: '/units/:unit/ledger/:staff', show: showPersonLedger, action: 'ledger.view' },
  { method: 'post', path: '/units/:unit/ledger/:staff', show: correctPersonLedger, action: 'ledger.edit' },
  { method: 'get', path: CONTACTS, show: showContacts, action: 'roster.view', reads: 'people' },
  { method: 'get', path: `${CONTACTS}/new`, show: showNewContact, action: 'period.edit' },
  { method: 'post', path: `${CONTACTS}/new`, show: addContact, action: 'period.edit' },
  { method: 'get', path: `${CONTACTS}/:contact`, show: showContact, action: 'period.edit' },
  { method: 'post', path: `${CONTACTS}/:contact`, show: saveContact, action: 'period.edit' },
  { method: 'post', path: `${CONTACTS}/:contact/remove`, show: removeContact, action: 'period.edit' },
];
