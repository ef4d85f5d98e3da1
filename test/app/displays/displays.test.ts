/** Links for screens on walls: what they show, phones only where the link says so, and that an ended one opens nothing. */

import { describe, expect, it } from 'vitest';
import {
  issueDisplayLink,
  readDisplayLinks,
  revokeDisplayLink,
} from '../../../src/app/displays/display-links.ts';
import { openDisplay } from '../../../src/app/displays/open-display.ts';
import { withdrawVersion } from '../../../src/app/versions/withdraw-version.ts';
import { saveLastResort } from '../../../src/store/unit-store.ts';
import { type Loaded, loaded, published, seat } from '../sample-app.ts';

async function site(): Promise<Loaded> {
  const made = await loaded();
  await published(made.app, made.key, [seat(made.plan, 0, 0)]);
  return made;
}

function issue({ app, key }: Loaded, phones: boolean): Promise<string> {
  return issueDisplayLink(app, {
    unitId: key.unitId,
    name: ' Phòng trực ',
    phones,
    dims: true,
    actor: 'cli',
  });
}

describe('a link for a screen', () => {
  it('shows the unit’s rosters, phones only where it says so', async () => {
    const made = await site();
    await saveLastResort(made.app.db, made.key.unitId, '0900 000 114');
    for (const phones of [true, false]) {
      const display = await openDisplay(made.app, await issue(made, phones));
      expect(display?.unit.id).toBe(made.key.unitId);
      const numbers = display?.versions.flatMap(({ plan }) => plan.staff.map(({ phone }) => phone)) ?? [];
      expect(numbers.some((phone) => phone !== '')).toBe(phones);
      expect(display?.lastResort).toBe(phones ? '0900 000 114' : '');
    }
    const links = await readDisplayLinks(made.app, made.key.unitId);
    expect(links.map(({ name, phones, dims }) => [name, phones, dims])).toEqual([
      ['Phòng trực', true, true],
      ['Phòng trực', false, true],
    ]);
  });

  it('shows no roster that was withdrawn', async () => {
    const made = await site();
    const token = await issue(made, false);
    await withdrawVersion(made.app, { key: made.key, note: '', actor: 'cli' });
    expect((await openDisplay(made.app, token))?.versions).toEqual([]);
  });

  it('opens nothing once it was ended, made up or cut short', async () => {
    const made = await site();
    const token = await issue(made, true);
    const [link] = await readDisplayLinks(made.app, made.key.unitId);
    expect(await openDisplay(made.app, token.slice(1))).toBeUndefined();
    expect(await openDisplay(made.app, `${token.slice(1)}A`)).toBeUndefined();
    const ending = { unitId: made.key.unitId, id: link?.id ?? '', actor: 'cli' };
    await revokeDisplayLink(made.app, ending);
    expect(await openDisplay(made.app, token)).toBeUndefined();
    await expect(revokeDisplayLink(made.app, ending)).rejects.toThrow('not-found');
    const rows = JSON.stringify(await made.app.db.selectFrom('display_link').selectAll().execute());
    expect(rows).not.toContain(token);
  });
});
