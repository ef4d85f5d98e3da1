/** A notice by the unit's own gateway for Zalo or text messages: its template filled, signed, without a shift. */

import { fillTemplate } from '../../domain/hook-template.ts';
import { AppError } from '../../kernel/app-error.ts';
import { noticeSubject } from '../../output/notices/notice-words.ts';
import { unseal } from '../access/secret-box.ts';
import type { App } from '../app.ts';
import { signedHeaders } from '../machines/deliver-messages.ts';
import { type Composing, readerOf, receiveAddressOf, type Sending } from './composing.ts';

const HOOK_TIMEOUT_MS = 10_000;
const MOST_OCTETS = 64 * 1024;

export async function sendHook(app: App, composing: Composing, sending: Sending): Promise<void> {
  const { notice, delivery, member, now } = sending;
  const { hook, sealed } = now.setting ?? {};
  if (!hook || !sealed) throw new AppError('invalid', 'notice.outcome.no-hook');
  const reader = readerOf(composing, sending);
  const title = noticeSubject(reader.language, notice);
  const link = receiveAddressOf(app, composing, notice) ?? composing.publicUrl;
  const id = `ntc_${delivery.id}`;
  const values = {
    phone: member.phone,
    name: now.nameOf(member.id),
    title,
    link,
    unit: now.unit.name,
    key: id,
  };
  const body = fillTemplate(hook.template, { ...values, text: `${title} ${link}` });
  const owner = hookOwner(notice.unitId);
  const { status } = await composing.send({
    method: 'POST',
    address: hook.address,
    headers: {
      ...signedHeaders({ id, body }, unseal(app, owner, sealed.secret), app.clock()),
      ...extraHeader(sealed.header && Buffer.from(unseal(app, owner, sealed.header)).toString()),
    },
    body,
    timeoutMs: HOOK_TIMEOUT_MS,
    mostOctets: MOST_OCTETS,
    mostRedirects: 0,
  });
  if (status < 200 || status >= 300) throw new AppError('unavailable', 'hook.answer', { code: status });
}

/** What the hook's secrets are sealed for. */
export function hookOwner(unitId: string): string {
  return `notices of ${unitId}`;
}

function extraHeader(line: string | undefined): Readonly<Record<string, string>> {
  const [, name, value] = /^([\w-]+):\s*(.*)$/.exec(line ?? '') ?? [];
  return name === undefined || value === undefined ? {} : { [name]: value };
}
