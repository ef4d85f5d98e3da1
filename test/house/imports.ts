/** Which folder of `src` imports which, counted from the sources themselves. */

import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';

export interface House {
  /** Folders of `src`, or of `src/<inside>`, by name; single files at the top are one room named after themselves. */
  readonly rooms: readonly string[];
  /** Imports between two rooms. */
  readonly arrows: readonly { readonly from: string; readonly to: string; readonly imports: number }[];
}

/** @param root a folder of sources, absolute. */
export function readHouse(root: string): House {
  const rooms = new Set<string>();
  const counts = new Map<string, number>();
  const roomOf = (path: string): string => (path.includes('/') ? path.slice(0, path.indexOf('/')) : path);
  for (const path of readdirSync(root, { recursive: true, encoding: 'utf8' }).sort()) {
    if (!path.endsWith('.ts')) continue;
    const text = readFileSync(join(root, path), 'utf8');
    const room = roomOf(path);
    rooms.add(room);
    for (const [, specifier = ''] of text.matchAll(/\bfrom\s+'(\.[^']+)'|\bimport\('(\.[^']+)'\)/g)) {
      const target = relative(root, resolve(root, dirname(path), specifier));
      if (target.startsWith('..') || roomOf(target) === room) continue;
      const arrow = `${room} ${roomOf(target)}`;
      counts.set(arrow, (counts.get(arrow) ?? 0) + 1);
    }
  }
  const arrows = [...counts].map(([arrow, imports]) => {
    const [from = '', to = ''] = arrow.split(' ');
    return { from, to, imports };
  });
  return { rooms: [...rooms], arrows };
}

/** Height of each room above the ground: one more than the highest it imports. Rooms in a circle stand at its foot. */
export function floorsOf({ rooms, arrows }: House): Map<string, number> {
  const floors = new Map<string, number>();
  const heightOf = (room: string, trail: readonly string[]): number => {
    const known = floors.get(room);
    if (known !== undefined) return known;
    if (trail.includes(room)) return -1;
    const below = arrows.filter(({ from }) => from === room).map(({ to }) => heightOf(to, [...trail, room]));
    const height = Math.max(-1, ...below) + 1;
    floors.set(room, height);
    return height;
  };
  for (const room of rooms) heightOf(room, []);
  return floors;
}

/** Without the arrows that others imply: from a to c where a to b and b to c are there. */
export function skeletonOf({ rooms, arrows }: House): House {
  const next = new Map<string, string[]>();
  for (const { from, to } of arrows) next.set(from, [...(next.get(from) ?? []), to]);
  const reaches = (from: string, to: string, seen: Set<string>): boolean =>
    (next.get(from) ?? []).some((room) => {
      if (room === to) return true;
      if (seen.has(room)) return false;
      seen.add(room);
      return reaches(room, to, seen);
    });
  const implied = ({ from, to }: House['arrows'][number]): boolean =>
    (next.get(from) ?? []).some((room) => room !== to && reaches(room, to, new Set([from])));
  return { rooms, arrows: arrows.filter((arrow) => !implied(arrow)) };
}
