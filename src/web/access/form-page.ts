/** A page that is one form: its fields as typed, the fault beside the field it is about. Passwords are never given back. */

import type { MessageParams } from '../../i18n/translate.ts';
import { refusedIf } from '../kit/refusal.ts';
import type { Markup } from '../kit/render.ts';
import type { PageReply, Visit } from '../kit/visit.ts';

export interface Fault {
  /** Of no field when it is about the whole form. */
  readonly field?: string;
  readonly key: string;
  readonly params?: MessageParams;
}

interface FieldKind {
  readonly name: string;
  readonly labelKey: string;
  readonly type: 'text' | 'password';
  /** WHATWG autofill name: password programs go by it (ASVS 5.0 6.2.7). */
  readonly autocomplete: string;
  readonly hintKey?: string;
  readonly optional?: true;
}

const KINDS = {
  setupCode: kind('code', 'access.field.code', 'text', 'off', 'access.field.code-hint'),
  name: kind('name', 'access.field.name', 'text', 'name'),
  newSignInName: kind(
    'signInName',
    'access.field.sign-in-name',
    'text',
    'username',
    'access.field.sign-in-name-hint',
  ),
  signInName: kind('signInName', 'access.field.sign-in-name', 'text', 'username'),
  password: kind('password', 'access.field.password', 'password', 'current-password'),
  newPassword: kind(
    'password',
    'access.field.new-password',
    'password',
    'new-password',
    'access.field.password-hint',
  ),
  currentPassword: kind('currentPassword', 'access.field.current-password', 'password', 'current-password'),
  totp: {
    ...kind('code', 'access.field.totp', 'text', 'one-time-code', 'access.field.totp-hint'),
    optional: true,
  },
  totpCode: kind('code', 'access.field.totp-code', 'text', 'one-time-code'),
} as const satisfies Record<string, FieldKind>;

export type FieldName = keyof typeof KINDS;

function kind(
  ...[name, labelKey, type, autocomplete, hintKey]: [string, string, FieldKind['type'], string, string?]
): FieldKind {
  return { name, labelKey, type, autocomplete, ...(hintKey === undefined ? {} : { hintKey }) };
}

export function fieldsOf(visit: Visit, names: readonly FieldName[], fault?: Fault) {
  return names.map((each) => {
    const field: FieldKind = KINDS[each];
    const atFault = fault?.field === field.name;
    return {
      name: field.name,
      label: visit.say(field.labelKey),
      type: field.type,
      autocomplete: field.autocomplete,
      hint: field.hintKey === undefined ? '' : visit.say(field.hintKey),
      value: field.type === 'password' ? '' : (visit.form.get(field.name) ?? ''),
      fault: atFault && fault ? visit.say(fault.key, fault.params) : '',
      required: field.optional !== true,
      code: field.autocomplete === 'one-time-code' || field.autocomplete === 'off',
    };
  });
}

/** A form that the browser's passkey answers; see `src/browser/passkey.ts`. */
export interface PasskeyPart {
  readonly kind: 'get' | 'create';
  readonly to: string;
  /** JSON for the browser. */
  readonly options: string;
  /** Goes back with the answer. */
  readonly sealed: string;
  readonly submit: string;
  /** Whether it is given a name. */
  readonly named: boolean;
  /** Whether it stands above the other ways. */
  readonly first: boolean;
}

export interface FormPage {
  readonly title: string;
  readonly text: string;
  /** Where it is sent. */
  readonly to: string;
  readonly fields: readonly FieldName[];
  /** Empty for a page that only tells. */
  readonly submit: string;
  readonly fault?: Fault | undefined;
  /** What has just been done. */
  readonly done?: string;
  readonly next?: string;
  readonly note?: string;
  readonly link?: { readonly href: string; readonly words: string };
  /** Another way, beside the form: by the identity provider. */
  readonly provider?: { readonly href: string; readonly words: string };
  /** And another: by the organisation's directory. */
  readonly directory?: { readonly href: string; readonly words: string };
  readonly passkey?: PasskeyPart | undefined;
  readonly picture?: { readonly qr: Markup; readonly secret: string };
  /** Shown this once. */
  readonly codes?: readonly string[];
  readonly also?: { readonly to: string; readonly submit: string };
}

export function formPage(visit: Visit, page: FormPage): PageReply {
  const { fault } = page;
  return {
    kind: 'page',
    view: 'access/form',
    title: page.title,
    ...refusedIf(Boolean(fault)),
    model: {
      done: '',
      next: '',
      note: '',
      link: false,
      provider: false,
      directory: false,
      picture: false,
      also: false,
      codes: [],
      ...page,
      passkey: page.passkey ?? false,
      whole: fault && fault.field === undefined ? visit.say(fault.key, fault.params) : '',
      fields: fieldsOf(visit, page.fields, fault),
    },
  };
}
