/** The fields of a letter and the way a document is set, between a form or an address and what the program reads. */

import {
  type DocumentFields,
  FITS,
  LIST_LAYOUTS,
  ORIENTATIONS,
  PAPERS,
  type PrintChoices,
} from '../../domain/document-fields.ts';
import { RATE_FIELDS } from '../../domain/duty-pay.ts';
import type { Plan } from '../../domain/plan.ts';
import { AppError } from '../../kernel/app-error.ts';
import type { Fault } from '../../kernel/fault.ts';
import type { DocumentOptions } from '../../output/documents/document-request.ts';
import { rosterDays } from '../../output/roster/day-head.ts';
import { type FormFault, TICKED } from '../kit/fields.ts';
import type { Visit } from '../kit/visit.ts';

/** One line each, under its own name in `document.json`. */
const LINE_FIELDS = [
  'parentName',
  'unitName',
  'symbol',
  'place',
  'addressee',
  'subject',
  'archive',
  'maker',
  'checkerOffice',
  'checkerName',
] as const;
/** A line of the box is an entry. */
const LIST_FIELDS = ['legalBases', 'body', 'recipients'] as const;
const SIGNER_FIELDS = ['authority', 'head', 'position', 'name'] as const;
/** How a document is set this once: carried along in addresses. */
const PASSING_FIELDS = ['version', 'staff', 'wall-phones', 'day', 'from'] as const;
/** How documents are set, kept for the unit; an address may say otherwise. */
const PRINT_CHOICES = ['paper', 'orientation', 'fit'] as const;
const PRINT_TICKS = ['alone', 'one-page', 'unmarked', 'no-phones'] as const;
const TICKED_AS = {
  alone: 'alone',
  'one-page': 'onePage',
  unmarked: 'unmarked',
  'no-phones': 'noPhones',
} as const;
/** Says that an address brings all of them, so that what is not ticked there is off. */
export const OWN_SETTINGS = 'own-settings';

/** With the keys of `document.json`; empty boxes are fields nobody gave. */
export function typedFields(form: URLSearchParams): object {
  const text = (name: string): string => (form.get(name) ?? '').trim();
  const given = <T>(name: string, value: T | ''): object => (value === '' ? {} : { [name]: value });
  const number = text('number');
  const lists = LIST_FIELDS.map((name) => {
    const lines = text(name)
      .split(/\r?\n/)
      .map((line) => line.trim())
      .filter((line) => line !== '');
    return given(name, lines.length === 0 ? '' : lines);
  });
  return Object.assign(
    {},
    given('type', text('type')),
    given('urgency', text('urgency')),
    given('medium', text('medium')),
    given('layout', text('layout')),
    given('print', printOf(text)),
    // What is no number stays as it was typed, for the fault to quote.
    given('number', /^\d+$/.test(number) ? Number(number) : number),
    given('date', text('date')),
    ...LINE_FIELDS.map((name) => given(name, text(name))),
    ...lists,
    given('returns', text('returns')),
    given('rates', ratesOf(text)),
    given('signer', signerOf(text)),
  );
}

/** What holds in any case is not kept. */
function printOf(text: (name: string) => string): object | '' {
  const usual: readonly string[] = ['', PAPERS[0], FITS[0]];
  const chosen = PRINT_CHOICES.flatMap((name) => (usual.includes(text(name)) ? [] : [[name, text(name)]]));
  const ticked = PRINT_TICKS.flatMap((name) => (text(name) === TICKED ? [[TICKED_AS[name], true]] : []));
  const said = [...chosen, ...ticked];
  return said.length === 0 ? '' : Object.fromEntries(said);
}

/** As a form or an address sends them. */
function formOfPrint(print: PrintChoices = {}): URLSearchParams {
  const form = new URLSearchParams();
  for (const name of PRINT_CHOICES) if (print[name] !== undefined) form.set(name, print[name]);
  for (const name of PRINT_TICKS) if (print[TICKED_AS[name]]) form.set(name, TICKED);
  return form;
}

/** What is no number stays as it was typed, for the fault to quote. */
function ratesOf(text: (name: string) => string): object | '' {
  const typed = RATE_FIELDS.map((name) => [name, text(name)] as const).filter(([, value]) => value !== '');
  if (typed.length === 0) return '';
  return Object.fromEntries(
    typed.map(([name, value]) => [name, /^\d+$/.test(value) ? Number(value) : value]),
  );
}

/** A position or name alone is the head's. */
function signerOf(text: (name: string) => string): object | '' {
  const lines = SIGNER_FIELDS.map((name) => [name, text(name)] as const).filter(([, value]) => value !== '');
  const capacity = text('capacity');
  if (lines.length === 0) return '';
  return Object.fromEntries([...(capacity === '' ? [] : [['capacity', capacity]]), ...lines]);
}

/** As a form would send them. */
export function formOfFields({
  signer,
  number,
  date,
  type,
  urgency,
  medium,
  layout,
  returns,
  rates,
  print: _print,
  ...rest
}: DocumentFields): URLSearchParams {
  const entries: [string, string | undefined][] = [
    ['type', type],
    ['urgency', urgency],
    ['medium', medium],
    ['layout', layout],
    ['returns', returns],
    ...RATE_FIELDS.map((name): [string, string | undefined] => [
      name,
      rates?.[name] === undefined ? undefined : String(rates[name]),
    ]),
    ['number', number === undefined ? undefined : String(number)],
    ['date', date],
    ...LINE_FIELDS.map((name): [string, string | undefined] => [name, rest[name]]),
    ...LIST_FIELDS.map((name): [string, string | undefined] => [name, rest[name]?.join('\n')]),
    ['capacity', signer?.capacity],
    ...SIGNER_FIELDS.map((name): [string, string | undefined] => [name, signer?.[name]]),
  ];
  return new URLSearchParams(
    entries.flatMap(([name, value]) => (value === undefined ? [] : [[name, value] as [string, string]])),
  );
}

/** Beside the box that each is about, in words of a form and not of a file; a fault of a line says which. */
export function faultsOfFields({ say }: Visit, faults: readonly Fault[]): FormFault[] {
  return faults.map(({ column = '', key, value, params }) => {
    const [, field = '', index] = /([^.[\]]+)(?:\[(\d+)\])?$/.exec(column) ?? [];
    const own = WORDS.get(`${field} ${key}`) ?? WORDS.get(field) ?? key;
    const all = value === undefined ? params : { value, ...params };
    if (index === undefined) return { field, key: own, params: all };
    return { field, key: 'document.fault.line', params: { line: Number(index) + 1, text: say(own, all) } };
  });
}

/** By field, or by field and fault. */
const WORDS: ReadonlyMap<string, string> = new Map([
  ['number', 'document.fault.number'],
  ...RATE_FIELDS.map((name): [string, string] => [name, 'document.fault.rate']),
  ['authority fault.json.missing', 'document.fault.authority'],
]);

/** Only what the address says. Throws `not-found` when `staff` is nobody of the plan, or `day` none of its days. */
export function readSettings(query: URLSearchParams, plan: Plan): DocumentOptions {
  const paper = PAPERS.find((each) => each === query.get('paper'));
  const orientation = ORIENTATIONS.find((each) => each === query.get('orientation'));
  const fit = FITS.find((each) => each === query.get('fit'));
  const layout = LIST_LAYOUTS.find((each) => each === query.get('layout'));
  const staff = query.get('staff') ?? '';
  const asked = query.get('day') ?? '';
  const day = rosterDays(plan).find((each) => each === asked);
  const isNobody = staff !== '' && !plan.staff.some(({ id }) => id === staff);
  if (isNobody || (asked !== '' && !day)) throw new AppError('not-found', 'web.failure.no-page');
  return {
    ...(query.get('alone') === TICKED && { alone: true }),
    ...(query.get('unmarked') === TICKED && { unmarked: true }),
    ...(query.get('one-page') === TICKED && { onePage: true }),
    ...(layout && { layout }),
    ...(paper && { paper }),
    ...(orientation && { orientation }),
    ...(fit && { fit }),
    ...(day && { day }),
    ...(staff !== '' && { staffIds: [staff] }),
  };
}

/** As a page shows them: what is kept, and what its address says otherwise. */
export function shownSettings(kept: PrintChoices | undefined, query: URLSearchParams): URLSearchParams {
  const shown = formOfPrint(query.get(OWN_SETTINGS) === TICKED ? {} : kept);
  for (const [name, value] of query) shown.set(name, value);
  return shown;
}

/** All that an address may say of how documents are set. */
export function settingsOf(from: URLSearchParams): URLSearchParams {
  return saidIn(from, [...PASSING_FIELDS, ...PRINT_CHOICES, ...PRINT_TICKS, OWN_SETTINGS]);
}

/** What an address still has to carry when the rest is kept. */
export function passingOf(from: URLSearchParams): URLSearchParams {
  return saidIn(from, PASSING_FIELDS);
}

/** Only what says something, so that addresses stay short. */
function saidIn(from: URLSearchParams, names: readonly string[]): URLSearchParams {
  const said = new URLSearchParams();
  for (const name of names) {
    const value = from.get(name) ?? '';
    if (value !== '') said.set(name, value);
  }
  return said;
}
