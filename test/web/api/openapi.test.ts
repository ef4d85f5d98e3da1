/** The OpenAPI document keeps to OpenAPI 3.1 and to JSON Schema, and real answers keep to the document. */

import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { issueApiToken } from '../../../src/app/machines/issue-api-token.ts';
import { type OpenApiDocument, openApiDocument, type SchemaObject } from '../../../src/web/api/openapi.ts';
import { published, seat } from '../../app/sample-app.ts';
import { beside } from '../site/beside.ts';

const URL = 'https://truc.lamgiang.example';

/** OpenAPI 3.1.1 §4.8, as far as we use it; a key that is not ours is a fault. */
const schema = z.record(z.string(), z.unknown());
const media = z.strictObject({ schema: z.strictObject({ $ref: z.string() }) });
const operation = z.strictObject({
  operationId: z.string().min(1),
  summary: z.string().min(1),
  parameters: z.array(
    z.strictObject({
      name: z.string().min(1),
      in: z.enum(['query', 'path', 'header']),
      required: z.boolean(),
      description: z.string().min(1),
      schema,
    }),
  ),
  requestBody: z
    .strictObject({ required: z.boolean(), content: z.record(z.literal('application/json'), media) })
    .optional(),
  responses: z.record(
    z.string().regex(/^[2-5]\d\d$/),
    z.strictObject({
      description: z.string().min(1),
      content: z.partialRecord(z.enum(['application/json', 'application/problem+json']), media),
    }),
  ),
});
const openApi = z.strictObject({
  openapi: z.string().regex(/^3\.1\.\d+$/),
  info: z.strictObject({
    title: z.string().min(1),
    version: z.string().min(1),
    description: z.string().min(1),
  }),
  servers: z.array(z.strictObject({ url: z.url() })).min(1),
  security: z.array(z.record(z.string(), z.array(z.never()))).min(1),
  paths: z.record(
    z.string().regex(/^(?:\/(?:[a-z-]+|\{[a-z]+\}))+$/),
    z.union([z.strictObject({ get: operation }), z.strictObject({ post: operation })]),
  ),
  components: z.strictObject({
    securitySchemes: z.record(
      z.string(),
      z.strictObject({ type: z.literal('http'), scheme: z.literal('bearer'), description: z.string() }),
    ),
    schemas: z.record(z.string().regex(/^[\w.-]+$/), schema),
  }),
});

/** A named shape as a validator made from the document alone. */
function validatorOf({ components }: OpenApiDocument, name: string): z.ZodType {
  const inside = (text: string): string => text.replaceAll('#/components/schemas/', '#/$defs/');
  const $defs = JSON.parse(inside(JSON.stringify(components.schemas))) as Record<string, SchemaObject>;
  return z.fromJSONSchema({
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    $defs,
    $ref: `#/$defs/${name}`,
  });
}

describe.each(['vi', 'en'] as const)('the OpenAPI document in %s', (language) => {
  const document = openApiDocument(URL, language);

  it('keeps to OpenAPI 3.1', () => {
    const parsed = openApi.safeParse(JSON.parse(JSON.stringify(document)));
    expect(parsed.error?.issues ?? []).toEqual([]);
  });

  it('names operations and parameters once, and asks for a scheme it has', () => {
    const operations = Object.values(document.paths).flatMap(({ get, post }) => get ?? post ?? []);
    const ids = operations.map(({ operationId }) => operationId);
    expect(new Set(ids).size).toBe(ids.length);
    for (const { parameters } of operations) {
      const names = parameters.map(({ name }) => name);
      expect(new Set(names).size).toBe(names.length);
    }
    const schemes = Object.keys(document.components.securitySchemes);
    expect(document.security.flatMap((each) => Object.keys(each))).toEqual(schemes);
  });

  it('points only at shapes it has, and makes of each a validator that refuses nonsense', () => {
    const pointed = [...JSON.stringify(document).matchAll(/"\$ref":"#\/components\/schemas\/([^"]+)"/g)];
    expect(pointed.length).toBeGreaterThan(10);
    for (const [, name = ''] of pointed) expect(document.components.schemas).toHaveProperty(name);
    for (const name of Object.keys(document.components.schemas)) {
      const validator = validatorOf(document, name);
      expect(validator.safeParse({}).success).toBe(false);
      expect(validator.safeParse(7).success).toBe(false);
    }
  });
});

describe('an answer of the running server', () => {
  it('keeps to the document, whole or refused', async () => {
    const { app, key, plan, url } = await beside();
    await published(app, key, [seat(plan, 0, 0), seat(plan, 1, 1), seat(plan, 2, 2)]);
    const { token } = await issueApiToken(app, { unitId: key.unitId, name: 'test', actor: 'ha' });
    const document = (await (await fetch(`${url}/api/v1/openapi.json`)).json()) as OpenApiDocument;
    const ask = async (path: string, headers: Record<string, string>) => {
      const answer = await fetch(`${url}/api/v1${path}`, { headers });
      return {
        status: String(answer.status),
        type: answer.headers.get('content-type'),
        json: await answer.json(),
      };
    };
    const queries: Readonly<Record<string, string>> = {
      '/shifts': '?from=2027-02-01&to=2027-02-20',
      '/next-handover': '?at=2027-02-04T08:00',
      '/orders': '',
    };
    for (const [path, { get }] of Object.entries(document.paths)) {
      // What is posted is tried with two servers.
      if (!get) continue;
      for (const [query, headers] of [
        [queries[path] ?? '?at=2027-02-04T08:30', { authorization: `Bearer ${token}` }],
        ['?at=x&nothing=1', { authorization: `Bearer ${token}` }],
        ['', {}],
      ] as const) {
        const { status, type, json } = await ask(`${path}${query}`, headers as Record<string, string>);
        const content = get.responses[status]?.content as Record<string, { schema: { $ref: string } }>;
        const [media = '', described] = Object.entries(content)[0] ?? [];
        expect([path, status, type]).toEqual([path, status, `${media}; charset=utf-8`]);
        const name = described?.schema.$ref.split('/').at(-1) ?? '';
        expect([path, status, validatorOf(document, name).safeParse(json).error?.issues]).toEqual([
          path,
          status,
          undefined,
        ]);
      }
    }
  });
});
