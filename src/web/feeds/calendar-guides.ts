/** How to put a feed into each calendar people use, and how long each takes to see a change (FEEDS.md, 24 and refresh). */

import type { Visit } from '../kit/visit.ts';

/** Steps a client, in the order people have them here. */
const CLIENTS = [
  { name: 'google', steps: 3 },
  { name: 'iphone', steps: 3 },
  { name: 'samsung', steps: 2 },
  { name: 'outlook-web', steps: 2 },
  { name: 'outlook', steps: 2 },
  { name: 'thunderbird', steps: 2 },
] as const;

export function clientGuides({ say }: Visit) {
  return CLIENTS.map(({ name, steps }) => ({
    id: `guide-${name}`,
    name: say(`feed-page.guide.${name}`),
    delay: say(`feed-page.guide.${name}.delay`),
    steps: Array.from({ length: steps }, (_, i) => say(`feed-page.guide.${name}.step-${i + 1}`)),
    alarms: say(`feed-page.guide.${name}.alarms`),
  }));
}
