/** The unit's own Word forms on the page of documents: to fill, replace, remove, and to send a new one. */

import type { RosterVersion } from '../../domain/version.ts';
import type { WordForm } from '../../domain/word-form.ts';
import { formatStamp } from '../../i18n/format.ts';
import type { Fault } from '../../kernel/fault.ts';
import type { Visit } from '../kit/visit.ts';
import { formPartPath, formPath, formsPath } from '../paths/documents.ts';
import { documentPath } from '../paths/periods.ts';

export interface FormsFacts {
  readonly forms: readonly WordForm[];
  /** What was wrong with the form just sent, and what it was to be called. */
  readonly refused?: RefusedForm;
}

export interface RefusedForm {
  readonly name: string;
  /** The form it was to replace; absent for a new one. */
  readonly id?: string;
  readonly faults: readonly Fault[];
}

export function formsCard(
  visit: Visit,
  {
    forms,
    refused,
    mayEdit,
    version,
    search,
  }: FormsFacts & {
    readonly mayEdit: boolean;
    readonly version: RosterVersion;
    /** How it is set, as the end of an address. */
    readonly search: string;
  },
) {
  const { say, language } = visit;
  const { periodId, plan } = version;
  const faults = (refused?.faults ?? []).map(({ key, value, params }) =>
    say(key, value === undefined ? params : { value, ...params }),
  );
  return {
    list: forms.map(({ id, name, fileName, bytes, savedAt }) => ({
      name,
      note: say('document.forms.note', {
        file: fileName,
        size: Math.max(1, Math.round(bytes / 1024)),
        at: formatStamp(language, savedAt, plan.unit.zone),
      }),
      fillHref: formPartPath(periodId, id, 'filled.docx') + search,
      originalHref: formPartPath(periodId, id, 'original.docx'),
      replacePath: formPath(periodId, id),
      removePath: formPartPath(periodId, id, 'remove'),
      fileLabel: say('document.forms.replace-of', { name }),
      open: refused?.id === id,
      faults: refused?.id === id ? faults : [],
    })),
    sampleHref: documentPath(periodId, 'form', 'docx'),
    sendPath: formsPath(periodId),
    mayEdit,
    typedName: refused && refused.id === undefined ? refused.name : '',
    faults: refused && refused.id === undefined ? faults : [],
  };
}
