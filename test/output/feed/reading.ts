/** Feeds read back by two parsers that people's calendars use, in one plain form to compare. */

import ICAL from 'ical.js';
import nodeIcal from 'node-ical';

export interface ReadEvent {
  readonly uid: string;
  readonly title: string;
  readonly description: string;
  readonly location: string;
  readonly start: number;
  readonly end: number;
  readonly sequence: number;
  readonly status: string;
}

const byUid = (a: ReadEvent, b: ReadEvent): number => (a.uid < b.uid ? -1 : a.uid > b.uid ? 1 : 0);

export function readWithIcalJs(feed: string): ReadEvent[] {
  return new ICAL.Component(ICAL.parse(feed))
    .getAllSubcomponents('vevent')
    .map((component) => {
      const event = new ICAL.Event(component);
      return {
        uid: event.uid,
        title: event.summary,
        description: event.description,
        location: event.location ?? '',
        start: event.startDate.toJSDate().getTime(),
        end: event.endDate.toJSDate().getTime(),
        sequence: event.sequence,
        status: String(component.getFirstPropertyValue('status')),
      };
    })
    .sort(byUid);
}

export function readWithNodeIcal(feed: string): ReadEvent[] {
  return Object.values(nodeIcal.sync.parseICS(feed))
    .flatMap((item) => {
      if (item?.type !== 'VEVENT' || !item.end) return [];
      return [
        {
          uid: item.uid,
          title: String(item.summary),
          description: String(item.description),
          location: String(item.location ?? ''),
          start: item.start.getTime(),
          end: item.end.getTime(),
          sequence: Number(item.sequence),
          status: String(item.status),
        },
      ];
    })
    .sort(byUid);
}

/** Content lines as they stand in the stream, still folded. */
export function physicalLines(feed: string): string[] {
  return feed.split('\r\n').slice(0, -1);
}

/** Content lines unfolded. */
export function logicalLines(feed: string): string[] {
  return feed
    .replace(/\r\n[ \t]/g, '')
    .split('\r\n')
    .slice(0, -1);
}

/** The unfolded lines of the one event whose UID ends so. */
export function eventLines(feed: string, uidEnd: string): string[] {
  const blocks = logicalLines(feed)
    .join('\r\n')
    .split('BEGIN:VEVENT\r\n')
    .slice(1)
    .map((block) => (block.split('END:VEVENT')[0] ?? '').split('\r\n').slice(0, -1));
  const found = blocks.filter((lines) => lines.some((l) => l.startsWith('UID:') && l.endsWith(uidEnd)));
  if (found.length !== 1) throw new Error(`${found.length} events end in ${uidEnd}`);
  return found[0] ?? [];
}

/** The value of the only line of that property; undefined when there is none. */
export function propertyOf(lines: readonly string[], property: string): string | undefined {
  const found = lines.filter((l) => l.startsWith(`${property}:`) || l.startsWith(`${property};`));
  if (found.length > 1) throw new Error(`${property} stands ${found.length} times`);
  return found[0]?.slice(found[0].indexOf(':') + 1);
}
