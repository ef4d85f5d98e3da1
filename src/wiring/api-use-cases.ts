/** The use cases as the JSON API calls them. */

import type { App } from '../app/app.ts';
import { listDutyShifts } from '../app/machines/list-duty-shifts.ts';
import { openApiToken } from '../app/machines/open-api-token.ts';
import { whoIsOnDuty } from '../app/machines/who-is-on-duty.ts';
import type { ApiUseCases } from '../web/api/use-cases.ts';

export function createApiUseCases(app: App): ApiUseCases {
  return {
    openToken: (opening) => openApiToken(app, opening),
    whoIsOnDuty: (question) => whoIsOnDuty(app, question),
    listDutyShifts: (question) => listDutyShifts(app, question),
  };
}
