/** The API explained: rendered from its OpenAPI document, with examples for the programs that ask whom to call now. */

import type { WebDeps } from '../kit/deps.ts';
import type { Reply, Visit } from '../kit/visit.ts';
import { apiOperations, apiShapes } from './api-words.ts';
import { API_PATH, openApiDocument } from './openapi.ts';

const SAMPLES = ['alertmanager', 'relay', 'zabbix', 'web-hook', 'verify'] as const;

/** For everyone: it tells how to ask, and nothing of any unit. */
export async function showApi(visit: Visit, { publicUrl, zone }: WebDeps): Promise<Reply> {
  const { language, say } = visit;
  const document = openApiDocument(publicUrl, language);
  const samples = SAMPLES.map((name) => [name, say(`api-page.sample.${name}`, { url: publicUrl })]);
  return {
    kind: 'page',
    view: 'api/api',
    title: document.info.title,
    model: {
      title: document.info.title,
      description: document.info.description,
      documentPath: `${API_PATH}/openapi.json`,
      server: document.servers[0]?.url ?? '',
      operations: apiOperations(document, visit, zone),
      shapes: apiShapes(document),
      samples: Object.fromEntries(samples),
    },
  };
}
