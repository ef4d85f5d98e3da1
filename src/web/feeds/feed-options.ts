/** The choices of a feed link: as a form asks for them, as a form sent them, and in words. */

import {
  ALARMS,
  DEFAULT_FEED_OPTIONS,
  type FeedOptions,
  STANDBY_DISPLAYS,
  TITLE_STYLES,
} from '../../domain/feed.ts';
import { LANGUAGES, translate } from '../../i18n/translate.ts';
import { AppError } from '../../kernel/app-error.ts';
import { isLanguage } from '../../kernel/languages.ts';
import { endField } from '../kit/end-day.ts';
import { type FieldView, type FormFault, formOf, TICKED } from '../kit/fields.ts';
import type { Visit } from '../kit/visit.ts';

const CHOICES = {
  alarm: ALARMS,
  standby: STANDBY_DISPLAYS,
  title: TITLE_STYLES,
  language: LANGUAGES,
} as const;

/** The fields of a link's choices, as typed or as proposed. */
export function feedFields(visit: Visit, values = proposedValues(visit), end?: FormFault): FieldView[] {
  const form = formOf(visit, values, end ? [end] : []);
  const selects = Object.entries(CHOICES).map(([name, choices]) =>
    form.select(
      name,
      `feed-page.${name}.label`,
      choices.map((value) => ({ value, label: choiceWords(visit, name, value) })),
    ),
  );
  return [
    ...selects,
    endField(form),
    form.check('phones', 'feed-page.phones.label', 'feed-page.phones.hint'),
  ];
}

/** A language is named in itself. */
function choiceWords({ say }: Visit, name: string, value: string): string {
  return isLanguage(value) ? translate(value, 'language.name') : say(`feed-page.${name}.${value}`);
}

/** What stands in the form before anyone chose: the reader's own language. */
function proposedValues({ language }: Visit): URLSearchParams {
  const { alarm, standby, title } = DEFAULT_FEED_OPTIONS;
  return new URLSearchParams({ alarm, standby, title, language, phones: TICKED });
}

/** Throws `invalid` for a choice that no form offers. */
export function optionsOf({ form }: Visit): FeedOptions {
  const choice = <T extends string>(name: string, values: readonly T[]): T => {
    const found = values.find((each) => each === form.get(name));
    if (found === undefined) throw new AppError('invalid', 'web.failure.bad-address');
    return found;
  };
  return {
    alarm: choice('alarm', ALARMS),
    standby: choice('standby', STANDBY_DISPLAYS),
    title: choice('title', TITLE_STYLES),
    language: choice('language', LANGUAGES),
    phones: form.get('phones') === TICKED,
  };
}

/** What the reminder is, and whatever else is not as proposed: most links are, and a list should show those that are not. */
export function notableWords({ say }: Visit, { alarm, ...rest }: FeedOptions): string {
  const { standby, title, phones } = DEFAULT_FEED_OPTIONS;
  return [
    say(`feed-page.alarm.${alarm}`),
    ...(rest.standby === standby ? [] : [say(`feed-page.standby.told.${rest.standby}`)]),
    ...(rest.title === title ? [] : [say(`feed-page.title.told.${rest.title}`)]),
    translate(rest.language, 'language.name'),
    ...(rest.phones === phones ? [] : [say('feed-page.phones.no')]),
  ].join(' · ');
}

export function optionWords(
  { say }: Visit,
  { alarm, standby, title, language, phones }: FeedOptions,
): string {
  return [
    say(`feed-page.alarm.${alarm}`),
    say(`feed-page.standby.told.${standby}`),
    say(`feed-page.title.told.${title}`),
    translate(language, 'language.name'),
    say(phones ? 'feed-page.phones.yes' : 'feed-page.phones.no'),
  ].join(' · ');
}
