/**
 * Draws the house into `docs/house.svg` and `docs/house-web.svg`: folders as rooms, floor by floor, imports as lines (those that
 * others imply are left out).
 * `npm run docs:house`; a test fails when a drawing is out of date.
 */

import { writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { floorsOf, type House, readHouse, skeletonOf } from './imports.ts';

const ROOT = resolve(import.meta.dirname, '../..');
const ROOM = { width: 130, height: 40, gapX: 22, gapY: 52 };
const MARGIN = 20;

export const DRAWINGS: readonly { readonly file: string; readonly sources: string }[] = [
  { file: resolve(ROOT, 'docs/house.svg'), sources: resolve(ROOT, 'src') },
  { file: resolve(ROOT, 'docs/house-web.svg'), sources: resolve(ROOT, 'src/web') },
];

export function drawHouse(sources: string): string {
  const house = skeletonOf(readHouse(sources));
  const floors = floorsOf(house);
  const top = Math.max(...floors.values());
  const rows = Array.from({ length: top + 1 }, (_, floor) =>
    house.rooms.filter((room) => floors.get(room) === top - floor).sort(),
  );
  const widest = Math.max(...rows.map((row) => row.length));
  const width = MARGIN * 2 + widest * (ROOM.width + ROOM.gapX) - ROOM.gapX;
  const places = new Map<string, { x: number; y: number }>();
  rows.forEach((row, i) => {
    const used = row.length * (ROOM.width + ROOM.gapX) - ROOM.gapX;
    row.forEach((room, j) => {
      places.set(room, {
        x: (width - used) / 2 + j * (ROOM.width + ROOM.gapX),
        y: MARGIN + i * (ROOM.height + ROOM.gapY),
      });
    });
  });
  const height = MARGIN * 2 + rows.length * (ROOM.height + ROOM.gapY) - ROOM.gapY;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" font-family="sans-serif" font-size="13">`,
    `<rect width="${width}" height="${height}" fill="#FAF8F3"/>`,
    ...house.arrows.map((arrow) => line(places, arrow)),
    ...[...places].map(([room, place]) => box(room, place)),
    '</svg>',
    '',
  ].join('\n');
}

type Places = ReadonlyMap<string, { readonly x: number; readonly y: number }>;

function line(places: Places, { from, to }: House['arrows'][number]): string {
  const a = places.get(from);
  const b = places.get(to);
  if (!a || !b) return '';
  const x = ROOM.width / 2;
  return `<path d="M${a.x + x} ${a.y + ROOM.height} L${b.x + x} ${b.y}" stroke="#8A8474" stroke-opacity="0.55" fill="none"/>`;
}

function box(room: string, { x, y }: { readonly x: number; readonly y: number }): string {
  return [
    `<rect x="${x}" y="${y}" width="${ROOM.width}" height="${ROOM.height}" rx="8" fill="#FFFFFF" stroke="#1E5A41"/>`,
    `<text x="${x + ROOM.width / 2}" y="${y + 25}" text-anchor="middle" font-weight="bold" fill="#1C2420">${room}</text>`,
  ].join('\n');
}

if (process.argv[1] === import.meta.filename) {
  for (const { file, sources } of DRAWINGS) writeFileSync(file, drawHouse(sources));
}
