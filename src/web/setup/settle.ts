/** What became of a form that rewrites a period: saved, refused, come second, or to be agreed to first. */

import type { PeriodRewritten } from '../../app/periods/rewrite-period.ts';
import type { Case } from '../../domain/case.ts';
import type { Fault } from '../../kernel/fault.ts';
import type { FormFault } from '../kit/fields.ts';
import { formFault } from '../kit/form-fault.ts';
import { cameSecond, REFUSED, SECOND } from '../kit/refusal.ts';
import type { Visit } from '../kit/visit.ts';
import { fallenWords } from './fallen-away.ts';

/** How the form is shown again. */
interface Unsettled {
  readonly faults: readonly FormFault[];
  /** What would fall away. */
  readonly fallen: readonly string[];
  readonly status: typeof REFUSED | typeof SECOND;
}

/** A form that rewrites a period, as it is shown at first and again. */
export interface ShownForm extends Omit<Unsettled, 'status'> {
  readonly values: URLSearchParams;
  readonly status?: number;
}

interface Settling {
  /** As typed; what was seen is forgotten where someone else came first, so that the form shows what there is now. */
  readonly values?: URLSearchParams;
  readonly source: Case;
  readonly faultOf?: (fault: Fault) => FormFault;
}

/** Undefined once it is saved. */
export async function settle(
  visit: Visit,
  saving: Promise<PeriodRewritten>,
  { values, source, faultOf = (fault) => formFault(fault) }: Settling,
): Promise<Unsettled | undefined> {
  const saved = await cameSecond(saving);
  if ('second' in saved) {
    values?.delete('seen');
    return { faults: [saved.second], fallen: [], status: SECOND };
  }
  if (saved.kind === 'saved') return undefined;
  if (saved.kind === 'refused') return { faults: saved.faults.map(faultOf), fallen: [], status: REFUSED };
  return { faults: [], fallen: fallenWords(visit, saved.fallen, source), status: SECOND };
}
