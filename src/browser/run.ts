/** Keeps the page of a search fresh: at each event the parts are fetched, one fetch at a time. */

import { announce, fetchParts, type Parts, showParts } from './parts.ts';

const page = document.querySelector<HTMLElement>('[data-live]');
const { live = '', parts = '' } = page?.dataset ?? {};
const events = new EventSource(live);
let fetching = false;
let again = false;

async function refresh(): Promise<void> {
  again = fetching;
  if (fetching) return;
  fetching = true;
  try {
    const fresh = await fetchParts<Parts & { going: boolean; announce: string }>(parts);
    showParts(fresh);
    announce(fresh.announce);
    if (!fresh.going) events.close();
  } catch {
    // The next event tries again; without connection the page keeps what it last knew.
  } finally {
    fetching = false;
  }
  if (again) await refresh();
}

events.addEventListener('message', () => void refresh());
