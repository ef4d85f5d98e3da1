/** Turning two-step sign-in on and off. The secret is shown once, on the answer to a form, never at an address. */

import { renewRecoveryCodes } from '../../app/access/recovery-codes.ts';
import { confirmTotp, dropTotp, proposeTotp } from '../../app/access/set-up-totp.ts';
import { inside, proven, redirect } from '../kit/allowed.ts';
import type { WebDeps } from '../kit/deps.ts';
import { qrPicture } from '../kit/qr.ts';
import type { Reply, Visit } from '../kit/visit.ts';
import { ACCOUNT_PATH } from '../paths/access.ts';
import { formPage } from './form-page.ts';

const CONFIRM_PATH = `${ACCOUNT_PATH}/two-step/confirm`;

export function proposeTwoStep(visit: Visit, deps: WebDeps): Promise<Reply> {
  const { app, visitor } = inside(visit, deps);
  return proven(ACCOUNT_PATH, async () => {
    const { secret, address } = await proposeTotp(app, visitor);
    return formPage(visit, {
      title: visit.say('access.two-step.title'),
      text: visit.say('access.two-step.text'),
      to: CONFIRM_PATH,
      fields: ['totpCode'],
      submit: visit.say('access.two-step.submit'),
      picture: {
        qr: qrPicture(address, visit.say('access.two-step.picture')),
        secret: secret.replace(/.{4}(?=.)/g, '$& '),
      },
    });
  });
}

export function confirmTwoStep(visit: Visit, deps: WebDeps): Promise<Reply> {
  const { app, visitor } = inside(visit, deps);
  return proven(ACCOUNT_PATH, async () => {
    const codes = await confirmTotp(app, visitor, visit.form.get('code') ?? '');
    if (codes) return codesPage(visit, codes);
    return formPage(visit, {
      title: visit.say('access.two-step.title'),
      text: visit.say('access.two-step.again'),
      to: CONFIRM_PATH,
      fields: ['totpCode'],
      submit: visit.say('access.two-step.submit'),
      fault: { field: 'code', key: 'error.access.code-wrong' },
      also: { to: `${ACCOUNT_PATH}/two-step`, submit: visit.say('access.two-step.restart') },
    });
  });
}

export function endTwoStep(visit: Visit, deps: WebDeps): Promise<Reply> {
  const { app, visitor } = inside(visit, deps);
  return proven(ACCOUNT_PATH, async () => {
    await dropTotp(app, visitor);
    return redirect(`${ACCOUNT_PATH}?done=one-step`);
  });
}

/** In place of those there were, which somebody may have seen. */
export function renewCodes(visit: Visit, deps: WebDeps): Promise<Reply> {
  const { app, visitor } = inside(visit, deps);
  return proven(ACCOUNT_PATH, async () => codesPage(visit, await renewRecoveryCodes(app, visitor)));
}

export function codesPage(visit: Visit, codes: readonly string[]): Reply {
  return formPage(visit, {
    title: visit.say('access.recovery.title'),
    text: visit.say('access.recovery.text'),
    to: ACCOUNT_PATH,
    fields: [],
    codes,
    submit: '',
    link: { href: `${ACCOUNT_PATH}?done=two-step`, words: visit.say('access.recovery.submit') },
  });
}
