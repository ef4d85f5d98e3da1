/** The program itself: the Node.js it runs under, and what that knows of time. */

import { isNodeTooOld, OLDEST_NODE } from '../../node-version.ts';
import { type Finding, finding } from './finding.ts';

/** @param version as `process.versions.node` has it. */
export function versionFinding(version: string): Finding {
  return isNodeTooOld(version)
    ? finding('fault', 'version', 'old', { version, oldest: OLDEST_NODE })
    : finding('fine', 'version', 'fine', { version });
}

const NOON = new Date('2027-02-05T12:00:00Z');

/** A Node.js built without the world's time zones takes every one for UTC. */
export function zonesFinding(): Finding {
  const hour = new Intl.DateTimeFormat('en-GB', { timeZone: 'Asia/Ho_Chi_Minh', hour: '2-digit' }).format(
    NOON,
  );
  return hour === '19' ? finding('fine', 'zones', 'fine') : finding('fault', 'zones', 'missing');
}

/** More than clocks drift in a day. */
const BEHIND_MS = 60_000;

/** Nothing was written after now, or the clock runs behind what it was. @param newest in the audit trail. */
export function clockFinding(now: number, newest: number | undefined): Finding {
  const behind = newest === undefined ? 0 : newest - now;
  return behind > BEHIND_MS
    ? finding('fault', 'clock', 'behind', { minutes: Math.ceil(behind / 60_000) })
    : finding('fine', 'clock', 'fine');
}
