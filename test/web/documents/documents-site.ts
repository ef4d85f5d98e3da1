/** The pages of documents over real use cases, a real SQLite file and real writers; twice published, so one version is superseded. */

import type { Seal } from '../../../src/app/documents/seal-document.ts';
import { getPlan } from '../../../src/app/periods/get-plan.ts';
import {
  renderDocument,
  renderForm,
  renderPicture,
  writeDocument,
} from '../../../src/output/documents/render-document.ts';
import { createPdfWriter } from '../../../src/output/documents/typst-pdf.ts';
import type { Documents } from '../../../src/web/kit/deps.ts';
import {
  type Loaded,
  loadInto,
  published,
  type SampleApp,
  type Starts,
  startedApp,
  withoutRules,
} from '../../app/sample-app.ts';
import { filledRoster, pdfSources } from '../../documents/sample-documents.ts';
import { sampleCase } from '../../sample-case.ts';
import { openSite, type Site } from '../site/site.ts';

const pdf = createPdfWriter(pdfSources());

/** In this thread: what the worker does is tested with the worker. */
export const DOCUMENTS: Documents = {
  render: (order) => renderDocument(order, { pdf }),
  fill: async (order) => renderForm(order),
  picture: async (order) => renderPicture(order, pdf),
  pdf: async (document) => pdf.write(document),
  write: (order) => writeDocument(order, { pdf }),
};

export interface DocumentsSite extends Loaded {
  readonly site: Site;
  /** The page's path. */
  readonly path: string;
  get(path?: string): Promise<Response>;
  /** As a browser posts a form of ours, redirects not followed. */
  post(path: string, form: Record<string, string> | FormData): Promise<Response>;
}

const STARTS: Starts<Pick<Loaded, 'source' | 'key'>> = new Map();

async function fill(app: SampleApp, name: string): Promise<Pick<Loaded, 'source' | 'key'>> {
  const source = withoutRules(sampleCase(name));
  const key = await loadInto(app, source);
  const { assignments } = filledRoster(await getPlan(app, key));
  await published(app, key, assignments.slice(1));
  await published(app, key, assignments);
  return { source, key };
}

export async function documentsSite(
  name = 'unit-small',
  changes: Partial<Documents> = {},
  seal?: Seal,
): Promise<DocumentsSite> {
  const { app, value } = await startedApp(STARTS, name, (fresh) => fill(fresh, name));
  const { source, key } = value;
  const plan = await getPlan(app, key);
  const site = await openSite(app, {
    documents: { ...DOCUMENTS, ...changes },
    ...(seal && { seal }),
  });
  const path = `/periods/${key.periodId}/documents`;
  return {
    app,
    source,
    key,
    plan,
    site,
    path,
    get: (rest = '') => fetch(site.url + path + rest),
    post: (rest, form) =>
      fetch(site.url + path + rest, {
        method: 'POST',
        redirect: 'manual',
        body: form instanceof FormData ? form : new URLSearchParams(form),
        headers: { Origin: site.url },
      }),
  };
}
