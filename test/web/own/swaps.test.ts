/** People's own pages and swaps through the real server: who may, what is refused and said, what is kept, what is told. */

import { describe, expect, it } from 'vitest';
import { openSetup } from '../../../src/app/access/open-setup.ts';
import { issuePersonalLink } from '../../../src/app/own/issue-personal-link.ts';
import { saveDutyFlow } from '../../../src/app/periods/save-duty-flow.ts';
import { findSwapOptions, type SwapOption } from '../../../src/app/swaps/find-swap-options.ts';
import { listSwaps } from '../../../src/app/swaps/list-swaps.ts';
import { findVersion } from '../../../src/app/versions/find-version.ts';
import { withdrawVersion } from '../../../src/app/versions/withdraw-version.ts';
import { listAudit } from '../../../src/store/audit-store.ts';
import { listFeedLinks } from '../../../src/store/feed-token-store.ts';
import { type SwapUnit, swapUnit } from '../../app/swaps/swap-site.ts';
import { Browser, openAccessSite } from '../access/access-site.ts';

const NOW = '2027-03-10T08:00';

interface Pair {
  readonly askerId: string;
  readonly shiftId: string;
  readonly best: SwapOption;
}

async function pairOf({ app, version }: SwapUnit): Promise<Pair> {
  for (const { shiftId, staffId } of version.roster.assignments) {
    const options = await findSwapOptions(app, { version, shiftId, askerId: staffId });
    const [best] = options?.exchanges ?? [];
    if (best?.shift) return { askerId: staffId, shiftId, best };
  }
  throw new Error('nobody can swap');
}

/** Everyone is let in; two people with private links; a manager. */
async function setting() {
  const unit = await swapUnit('urgent-72h', NOW);
  const pair = await pairOf(unit);
  const { app, key, version } = unit;
  const site = await openAccessSite(app, undefined, 'open');
  const linkOf = async (staffId: string) => {
    const { token } = await issuePersonalLink(app, { unitId: key.unitId, staffId, actor: 'ha' });
    return { token, path: `/me/${token}`, browser: new Browser(site) };
  };
  const asker = await linkOf(pair.askerId);
  const partner = await linkOf(pair.best.member.id);
  const nameOf = (id: string): string => version.plan.staff.find((each) => each.id === id)?.name ?? '';
  const ask = (choice: string, message = 'Nhờ anh giúp.') =>
    asker.browser.post(`${asker.path}/swaps/new?shift=${encodeURIComponent(pair.shiftId)}`, {
      choice,
      message,
    });
  const exchange = `swap ${pair.best.member.id} ${pair.best.shift?.id}`;
  const swapId = async () => (await listSwaps(app, key.unitId))[0]?.swap.id ?? '';
  return {
    ...unit,
    ...pair,
    site,
    asker,
    partner,
    manager: new Browser(site),
    nameOf,
    ask,
    exchange,
    swapId,
  };
}

describe('someone’s own page', () => {
  it('tells the next shift, with whom, and whom to call; no other phone, and nothing is kept', async () => {
    const { asker, askerId, version, nameOf } = await setting();
    const page = await asker.browser.get(asker.path);
    expect(page.status).toBe(200);
    expect(page.html).toContain(`Ca trực của ${nameOf(askerId)}`);
    expect(page.html).toContain('Ca kế tiếp của bạn, còn');
    expect(page.headers.get('cache-control')).toBe('no-store');
    expect(page.headers.get('x-robots-tag')).toBe('noindex');
    const own = version.roster.assignments.filter(({ staffId }) => staffId === askerId);
    // Whoever is on duty at the same time, on whatever post, may have to be called.
    const spans = new Map(version.plan.shifts.map(({ id, span }) => [id, span]));
    const together = (one: string, other: string): boolean => {
      const [a, b] = [spans.get(one), spans.get(other)];
      return a !== undefined && b !== undefined && a.start < b.end && b.start < a.end;
    };
    const near = new Set(
      version.roster.assignments
        .filter(({ shiftId }) => own.some((mine) => together(mine.shiftId, shiftId)))
        .map(({ staffId }) => staffId),
    );
    const leaders = version.plan.posts.filter(({ tier }) => tier === 'leader').map(({ id }) => id);
    const others = version.plan.staff.filter(({ id }) => !near.has(id) && id !== askerId);
    for (const { phone, id } of others) {
      const leads = version.roster.assignments.some(
        ({ staffId, shiftId }) => staffId === id && leaders.includes(shiftId.split('/')[0] ?? ''),
      );
      if (!leads) expect(page.html).not.toContain(phone);
    }
    for (const tab of ['/swaps', '/team', '/notices', '/leave']) {
      const shown = await asker.browser.get(asker.path + tab);
      expect(shown.status).toBe(200);
      for (const { phone } of version.plan.staff) expect(shown.html).not.toContain(phone);
    }
  });

  it('does not open by an unknown or a revoked link, which look alike; who guesses is told to wait', async () => {
    const { asker, manager, key, askerId } = await setting();
    const unknown = await manager.get(`/me/${'x'.repeat(43)}`);
    const revoke = `/units/${key.unitId}/personal-links/${encodeURIComponent(askerId)}/revoke`;
    expect((await manager.post(revoke)).status).toBe(303);
    const revoked = await asker.browser.get(asker.path);
    expect([unknown.status, revoked.status]).toEqual([404, 404]);
    const text = (html: string) => /<main[\s\S]*<\/main>/.exec(html)?.[0];
    expect(text(revoked.html)).toBe(text(unknown.html));
    for (let i = 0; i < 20; i++) await manager.get(`/me/${'y'.repeat(43)}`);
    expect((await manager.get('/me/short')).status).toBe(429);
    expect((await manager.post(revoke)).status).toBe(404);
  });

  it('tells a link once, ends the one before, and leaves its token out of the database', async () => {
    const { manager, asker, app, key, askerId } = await setting();
    const make = `/units/${key.unitId}/personal-links/${encodeURIComponent(askerId)}/make`;
    const made = await manager.post(make);
    const token = /\/me\/([\w-]{43})/.exec(made.html)?.[1] ?? '';
    expect(made.headers.get('referrer-policy')).toBe('no-referrer');
    expect((await asker.browser.get(asker.path)).status).toBe(404);
    expect((await asker.browser.get(`/me/${token}`)).status).toBe(200);
    const rows = await app.db.selectFrom('personal_link').selectAll().execute();
    expect(JSON.stringify(rows)).not.toContain(token);
  });

  it('takes leave before the deadline, gives back what was typed with the fault, and says when it is too late', async () => {
    const { asker, key, app, askerId } = await setting();
    const path = `${asker.path}/leave`;
    const leave = { period: key.periodId, kind: 'leave', from: '2027-03-13', to: '2027-03-01', note: 'Giỗ' };
    const published = await asker.browser.post(path, { ...leave, to: '' });
    expect([published.status, published.html.includes('Lịch của kỳ này đã công bố')]).toEqual([422, true]);
    await withdrawVersion(app, { key, note: '', actor: 'ha' });
    const wrong = await asker.browser.post(path, leave);
    expect([wrong.status, wrong.html.includes('hai ngày bị đảo')]).toEqual([422, true]);
    expect(wrong.html).toContain('value="Giỗ"');
    expect((await asker.browser.post(path, { ...leave, to: '' })).location).toContain('done=asked');
    const shown = await asker.browser.get(path);
    expect(shown.html).toContain('T7 13/03');
    expect(shown.html).toContain('chờ duyệt');
    const ref = /name="remove" value="([^"]+)"/.exec(shown.html)?.[1] ?? '';
    const removed = await asker.browser.post(path, {
      period: key.periodId,
      remove: ref.replaceAll('&amp;', '&'),
    });
    expect(removed.location).toContain('done=removed');
    const [last] = await listAudit(app.db, { unitId: key.unitId }, 1);
    expect(last).toMatchObject({ action: 'availability.remove', subject: askerId });
    app.setClock('2027-03-12T16:00');
    expect((await asker.browser.post(path, { ...leave, to: '' })).html).toContain('hết hạn tự ghi');
  });

  it('leads to a calendar of the own shifts alone, made when asked for', async () => {
    const { asker, app, key, askerId } = await setting();
    const made = await asker.browser.post(`${asker.path}/calendar`);
    expect(made.location).toMatch(/^\/subscribe\/[\w-]{43}$/);
    expect((await asker.browser.get(made.location)).status).toBe(200);
    const [link] = await listFeedLinks(app.db, key.unitId);
    expect(link?.scope).toEqual({ kind: 'personal', staffId: askerId });
  });

  it('shows what changed, until one says so', async () => {
    const { asker } = await setting();
    const first = await asker.browser.get(`${asker.path}/notices`);
    expect(first.html).toContain('Tôi đã xem');
    expect((await asker.browser.post(`${asker.path}/notices`)).location).toBe(`${asker.path}/notices`);
    expect((await asker.browser.get(`${asker.path}/notices`)).html).not.toContain('Tôi đã xem');
  });
});

describe('a swap through pages', () => {
  it('goes from asking to version 2, and everyone sees their part of it', async () => {
    const { asker, partner, manager, app, key, ask, exchange, swapId, askerId, best, shiftId, nameOf } =
      await setting();
    const form = await asker.browser.get(`${asker.path}/swaps/new?shift=${encodeURIComponent(shiftId)}`);
    expect(form.html).toContain(best.member.name);
    const sent = await ask(exchange);
    expect(sent.location).toBe(`${asker.path}/swaps?done=asked`);
    const waiting = await partner.browser.get(`${partner.path}/swaps`);
    expect(waiting.html).toContain('Chờ bạn trả lời');
    expect(waiting.html).toContain('Nhờ anh giúp.');
    const swap = await swapId();
    const agreed = await partner.browser.post(`${partner.path}/swaps`, { swap, answer: 'consent' });
    expect(agreed.location).toContain('done=consent');
    expect((await manager.get('/')).html).toContain(
      `${nameOf(askerId)} và ${nameOf(best.member.id)} xin đổi ca`,
    );
    const path = `/units/${key.unitId}/swaps`;
    expect((await manager.get(path)).html).toContain('Duyệt, ra bản mới');
    const silent = await manager.post(path, { swap, decision: 'refuse', note: ' ' });
    expect([silent.status, silent.html.includes('cần ghi lý do')]).toEqual([409, true]);
    const decided = await manager.post(path, { swap, decision: 'approve', note: 'Được' });
    expect(decided.location).toContain('done=approved');
    const two = await findVersion(app, key);
    expect(two?.number).toBe(2);
    expect(two?.note).toContain(nameOf(askerId));
    expect((await manager.get(`/periods/${key.periodId}/compare`)).html).toContain(nameOf(askerId));
    const told = await asker.browser.get(`${asker.path}/notices`);
    expect(told.html).toContain('bản 2');
    expect(told.html).toContain('của bạn chuyển cho');
    const actors = (await listAudit(app.db, { unitId: key.unitId }, 30)).map(({ actor }) => actor);
    expect(actors.filter((actor) => actor.startsWith('link:'))).toHaveLength(2);
  });

  it('is offered for one of some shifts in return, taken by who gives one', async () => {
    const { asker, partner, app, key, best, shiftId } = await setting();
    const path = `${asker.path}/swaps/new?shift=${encodeURIComponent(shiftId)}`;
    const wanted = best.shift?.id ?? '';
    expect((await asker.browser.get(path)).html).toContain(`name="wanted" value="${wanted}"`);
    const none = await asker.browser.post(path, { choice: 'wanted', message: 'Đổi giúp.' });
    expect([none.status, none.html.includes('muốn đổi lấy một ca')]).toEqual([409, true]);
    const sent = await asker.browser.post(path, { choice: 'wanted', wanted, message: '' });
    expect(sent.location).toBe(`${asker.path}/swaps?done=asked`);
    const offered = await partner.browser.get(`${partner.path}/swaps`);
    expect(offered.html).toContain('Bạn đưa lại ca nào?');
    expect(offered.html).toContain(`name="other" value="${wanted}"`);
    const [{ swap } = { swap: { id: '' } }] = await listSwaps(app, key.unitId);
    const agreed = await partner.browser.post(`${partner.path}/swaps`, {
      swap: swap.id,
      answer: 'consent',
      other: wanted,
    });
    expect(agreed.location).toContain('done=consent');
    expect((await listSwaps(app, key.unitId))[0]?.swap.other?.shiftId).toBe(wanted);
  });

  it('is arranged for two others by who decides, published at once, and marked as arranged', async () => {
    const { manager, asker, app, key, askerId, best, shiftId, nameOf, exchange } = await setting();
    const path = `/units/${key.unitId}/swaps/new`;
    expect((await manager.get(`/units/${key.unitId}/swaps`)).html).toContain(path);
    const who = await manager.get(`${path}?person=${askerId}`);
    expect(who.html).toContain(nameOf(askerId));
    const form = `${path}?person=${askerId}&shift=${encodeURIComponent(shiftId)}`;
    expect((await manager.get(form)).html).toContain(best.member.name);
    const silent = await manager.post(form, { choice: '', note: 'x' });
    expect([silent.status, silent.html.includes('Chưa chọn đổi với ai')]).toEqual([409, true]);
    const done = await manager.post(form, { choice: exchange, note: '' });
    expect(done.location).toContain('done=approved');
    expect((await findVersion(app, key))?.note).toContain('Người lập lịch sắp xếp.');
    expect((await manager.get(`/units/${key.unitId}/swaps`)).html).toContain('Người lập lịch sắp xếp.');
    expect((await asker.browser.get(`${asker.path}/notices`)).html).toContain('của bạn chuyển cho');
  });

  it('gives back the message when nobody was chosen, when a rule is broken, and when it was asked already', async () => {
    const { ask, exchange, version, askerId, shiftId } = await setting();
    const nobody = await ask('', 'Giữ lời này');
    expect([nobody.status, nobody.html.includes('Chưa chọn đổi với ai')]).toEqual([409, true]);
    expect(nobody.html).toContain('Giữ lời này');
    const post = version.plan.posts.find(({ id }) => shiftId.startsWith(`${id}/`));
    const stranger = version.plan.staff.find(
      ({ id, skills }) => id !== askerId && !skills.includes(post?.skills[0] ?? ''),
    );
    const broken = await ask(`give ${stranger?.id}`, 'Giữ lời này');
    expect(broken.status).toBe(409);
    expect(broken.html).toContain('trái quy tắc bắt buộc');
    expect(broken.html).toContain('Giữ lời này');
    expect((await ask(exchange)).status).toBe(303);
    expect((await ask(exchange)).html).toContain('đang nằm trong một đề nghị chưa xong');
  });

  it('is answered by nobody else, declined with a word, withdrawn by who asked', async () => {
    const { ask, exchange, asker, partner, swapId, app } = await setting();
    await ask(exchange);
    const swap = await swapId();
    const alone = await asker.browser.post(`${asker.path}/swaps`, { swap, answer: 'consent' });
    expect([alone.status, alone.html.includes('do người khác quyết định')]).toEqual([409, true]);
    const wrong = await partner.browser.post(`${partner.path}/swaps`, { swap, answer: 'approve' });
    expect(wrong.status).toBe(422);
    await partner.browser.post(`${partner.path}/swaps`, { swap, answer: 'decline', note: 'Hôm đó bận' });
    expect((await asker.browser.get(`${asker.path}/swaps`)).html).toContain('Hôm đó bận');
    app.setClock('2027-03-10T08:05');
    await ask(exchange);
    const gone = await asker.browser.post(`${asker.path}/swaps`, {
      swap: await swapId(),
      answer: 'withdraw',
    });
    expect(gone.location).toContain('done=withdraw');
    const late = await partner.browser.post(`${partner.path}/swaps`, {
      swap: await swapId(),
      answer: 'consent',
    });
    expect([late.status, late.html.includes('đã khép lại rồi')]).toEqual([409, true]);
  });

  it('goes straight through where the unit says so, on a page of its own', async () => {
    const { manager, key, ask, exchange, partner, swapId, app } = await setting();
    const path = `/units/${key.unitId}/flow`;
    const wrong = await manager.post(path, { publishing: 'maybe', swaps: 'no', leave: 'yes' });
    expect([wrong.status, wrong.html.includes('Chưa chọn.')]).toEqual([422, true]);
    expect((await manager.post(path, { publishing: 'standard', swaps: 'no', leave: 'yes' })).status).toBe(
      303,
    );
    await ask(exchange);
    const done = await partner.browser.post(`${partner.path}/swaps`, {
      swap: await swapId(),
      answer: 'consent',
    });
    expect(done.location).toContain('done=published');
    expect((await findVersion(app, key))?.number).toBe(2);
  });

  it('is not asked of a shift that is not one’s own, nor posted from another site', async () => {
    const { asker, partner, best, exchange } = await setting();
    const other = `${asker.path}/swaps/new?shift=${encodeURIComponent(best.shift?.id ?? '')}`;
    expect((await asker.browser.get(other)).status).toBe(404);
    const foreign = await partner.browser.post(
      `${asker.path}/swaps/new`,
      { choice: exchange },
      { 'Sec-Fetch-Site': 'cross-site' },
    );
    expect(foreign.status).toBe(403);
  });
});

describe('a draft to be approved', () => {
  it('is handed in, sent back with a reason, approved by another, published once', async () => {
    const { app, key, manager } = await setting();
    const unitId = key.unitId;
    const page = `/periods/${key.periodId}`;
    const plain = await manager.get(`${page}/publish`);
    expect(plain.html).toContain('Đơn vị chưa có người duyệt nên công bố thẳng');
    await saveDutyFlow(app, {
      unitId,
      flow: { approveSwaps: true, leaveWaits: true, approvePublishing: true },
      actor: 'ha',
    });
    const asked = await manager.get(`${page}/publish`);
    expect(asked.html).toContain('phải được duyệt trước khi công bố');
    const revision = /name="revision" value="(\d+)"/.exec(asked.html)?.[1] ?? '';
    const early = await manager.post(`${page}/publish`, { revision, note: 'Bản hai' });
    expect([early.status, early.html.includes('chưa được duyệt')]).toEqual([409, true]);
    const moved = await manager.post(`${page}/submit`, { revision: '99', note: 'Xem giúp' });
    expect([moved.status, moved.html.includes('value="Xem giúp"')]).toEqual([409, true]);
    expect((await manager.post(`${page}/submit`, { revision, note: 'Xem giúp' })).location).toContain(
      'submitted',
    );
    expect((await manager.get('/')).html).toContain('bản nháp chờ duyệt');
    // Where nobody signs in, everyone is one and the same: nobody approves the own draft.
    const own = await manager.post(`${page}/approve`, { revision, decision: 'approve' });
    expect([own.status, own.html.includes('không tự duyệt')]).toEqual([409, true]);
    const silent = await manager.post(`${page}/approve`, { revision, decision: 'return', reason: ' ' });
    expect(silent.html).toContain('cần ghi lý do');
    await manager.post(`${page}/approve`, { revision, decision: 'return', reason: 'Thiếu lãnh đạo đêm' });
    expect((await manager.get(`${page}/publish`)).html).toContain('Thiếu lãnh đạo đêm');
    await manager.post(`${page}/submit`, { revision, note: '' });
    await app.db.updateTable('submission').set({ submitted_by: 'khoa' }).execute();
    expect((await manager.post(`${page}/approve`, { revision, decision: 'approve' })).location).toContain(
      'approved',
    );
    const published = await manager.post(`${page}/publish`, { revision, note: 'Bản hai' });
    expect(published.location).toContain('compare');
    const again = await manager.post(`${page}/publish`, { revision, note: 'Bản ba' });
    expect(again.status).toBe(409);
  });
});

describe('signed in', () => {
  /** An administrator, and people of each role who are someone on the staff list. */
  async function house() {
    const unit = await swapUnit('urgent-72h', NOW);
    const pair = await pairOf(unit);
    const { app, key } = unit;
    const site = await openAccessSite(app);
    const host = new Browser(site);
    const code = (await openSetup(app)) ?? '';
    const account = { name: 'Vũ Thanh Hà', password: 'bốn con vịt xòe 7 cái ô' };
    await host.post('/setup', { ...account, signInName: 'ha@a.example', code });
    const join = async (role: string, staff = ''): Promise<Browser> => {
      await host.get(`/units/${key.unitId}/members`);
      const link = await host.post(`/units/${key.unitId}/invitations`, { role, staff });
      const path = /(\/join\/[\w-]{43})/.exec(link.html)?.[1] ?? '';
      const browser = new Browser(site);
      await browser.get(path);
      const signInName = `${role}.${staff || 'nobody'}@a.example`;
      expect((await browser.post(path, { ...account, signInName })).location).toBe('/');
      return browser;
    };
    return { ...unit, ...pair, host, join, own: `/units/${key.unitId}/me` };
  }

  it('a technician sees and swaps the own shifts only; a reader has no such page; a manager may look after anyone', async () => {
    const { join, own, askerId, best, shiftId, key } = await house();
    const technician = await join('technician', askerId);
    const ask = `${own}/swaps/new?shift=${encodeURIComponent(shiftId)}`;
    const choice = `swap ${best.member.id} ${best.shift?.id}`;
    expect((await technician.get(own)).html).toContain('Ca kế tiếp của bạn, còn');
    const other = `staff=${encodeURIComponent(best.member.id)}`;
    for (const path of [`${own}?${other}`, `${own}/swaps?${other}`, `${own}/leave?${other}`]) {
      expect((await technician.get(path)).status, path).toBe(403);
    }
    await technician.get(ask);
    expect((await technician.post(`${ask}&${other}`, { choice })).status).toBe(403);
    expect((await technician.post(ask, { choice, token: 'x' })).status).toBe(403);
    expect((await technician.post(ask, { choice })).location).toBe(`${own}/swaps?done=asked`);
    expect((await technician.get(`/units/${key.unitId}/swaps`)).status).toBe(403);
    expect((await technician.get(`/units/${key.unitId}/personal-links`)).status).toBe(403);
    const partner = await join('technician', best.member.id);
    expect((await partner.get('/')).html).toContain('xin đổi ca với bạn');
    const reader = await join('reader');
    expect((await reader.get(own)).status).toBe(403);
    const manager = await join('manager');
    expect((await manager.get(own)).html).toContain('Trang của ai?');
    const answer = await manager.get(`${own}/swaps?${other}`);
    expect(answer.html).toContain('Chờ bạn trả lời');
  });

  it('who hands a draft in does not approve it; an approver does, and may not publish', async () => {
    const { join, key } = await house();
    const manager = await join('manager');
    const approver = await join('approver');
    const page = `/periods/${key.periodId}`;
    const shown = await manager.get(`${page}/publish`);
    expect(shown.html).toContain('1 người duyệt nên bản trực phải được duyệt');
    expect(shown.html).not.toContain(`action="${page}/publish"`);
    const revision = /name="revision" value="(\d+)"/.exec(shown.html)?.[1] ?? '';
    await manager.post(`${page}/submit`, { revision, note: 'Nhờ anh xem' });
    expect((await manager.post(`${page}/approve`, { revision, decision: 'approve' })).status).toBe(403);
    expect((await approver.get('/')).html).toContain('bản nháp chờ duyệt');
    expect((await approver.get(`${page}/publish`)).html).toContain('Nhờ anh xem');
    expect((await approver.post(`${page}/publish`, { revision, note: '' })).status).toBe(403);
    const approved = await approver.post(`${page}/approve`, { revision, decision: 'approve' });
    expect(approved.location).toContain('done=approved');
    expect((await manager.get(`${page}/publish`)).html).toContain('đã duyệt bản nháp này');
    expect((await manager.post(`${page}/publish`, { revision, note: '' })).location).toContain('compare');
  });
});
