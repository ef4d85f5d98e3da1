/** Addresses of a unit's log and of what it sets of the watch, one line each. */

import type { Route } from '../kit/route.ts';
import { showLog, showLogParts, streamLog } from './log-page.ts';
import { showPicture } from './picture.ts';
import { showRecord } from './record-file.ts';
import { addSamples, saveCheck, saveWatchParts, showWatchSettings } from './watch-settings.ts';
import { closeItem, correctLine, showCorrect, writeLine } from './write-log.ts';

const LOG = '/units/:unit/log';
const WATCH = '/units/:unit/watch';

export const LOG_ROUTES: readonly Route[] = [
  { method: 'get', path: LOG, show: showLog, action: 'log.view' },
  { method: 'post', path: LOG, show: writeLine, action: 'log.write', own: true },
  { method: 'get', path: `${LOG}/parts`, show: showLogParts, action: 'log.view' },
  { method: 'get', path: `${LOG}/events`, show: streamLog, action: 'log.view' },
  { method: 'post', path: `${LOG}/close`, show: closeItem, action: 'log.write', own: true },
  { method: 'get', path: `${LOG}/:entry`, show: showCorrect, action: 'log.write', own: true },
  { method: 'post', path: `${LOG}/:entry`, show: correctLine, action: 'log.write', own: true },
  { method: 'get', path: `${LOG}/documents/:kind.:format`, show: showRecord, action: 'log.view' },
  { method: 'get', path: `${LOG}/:entry/pictures/:place`, show: showPicture, action: 'log.view' },
  { method: 'get', path: WATCH, show: showWatchSettings, action: 'watch.edit' },
  { method: 'post', path: WATCH, show: saveWatchParts, action: 'watch.edit' },
  { method: 'post', path: `${WATCH}/checks`, show: saveCheck, action: 'watch.edit' },
  { method: 'post', path: `${WATCH}/samples`, show: addSamples, action: 'watch.edit' },
];
