/** Addresses of the pages a unit sets itself up by, one line each. */

import { saveSettings, showSettings } from './pages/period-settings.ts';
import { savePost, showPost } from './pages/post.ts';
import { changePosts, showPosts } from './pages/posts.ts';
import { saveRules, showRules } from './pages/rules.ts';
import type { Route } from './route.ts';

export const SETUP_ROUTES: readonly Route[] = [
  { method: 'get', path: '/periods/:period/posts', show: showPosts, action: 'period.edit' },
  { method: 'post', path: '/periods/:period/posts', show: changePosts, action: 'period.edit' },
  { method: 'get', path: '/periods/:period/posts/:post', show: showPost, action: 'period.edit' },
  { method: 'post', path: '/periods/:period/posts/:post', show: savePost, action: 'period.edit' },
  { method: 'get', path: '/periods/:period/settings', show: showSettings, action: 'period.edit' },
  { method: 'post', path: '/periods/:period/settings', show: saveSettings, action: 'period.edit' },
  { method: 'get', path: '/periods/:period/rules', show: showRules, action: 'rules.edit' },
  { method: 'post', path: '/periods/:period/rules', show: saveRules, action: 'rules.edit' },
];
