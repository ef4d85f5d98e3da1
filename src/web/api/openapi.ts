/** The OpenAPI 3.1 document of the API, made from the operations and shapes that answer. */

import { z } from 'zod';
import { type Language, translate } from '../../i18n/translate.ts';
import type { Operation } from './operation.ts';
import { OPERATIONS } from './operations.ts';
import { answerBody, answerReceipt, reportBody, reportReceipt } from './order-shapes.ts';
import { NAMED_SHAPES, problem } from './shapes.ts';

const SCHEMAS = '#/components/schemas/';
/** What any operation may refuse with. */
const REFUSALS = [400, 401, 404, 429, 500, 503] as const;
const SENDING_REFUSALS = [400, 401, 404, 409, 413, 422, 429, 500, 503] as const;

export const API_PATH = '/api/v1';

/** What is posted of an order and stays. */
const SENT = [
  { name: 'answer', body: answerBody, receipt: answerReceipt },
  { name: 'report', body: reportBody, receipt: reportReceipt },
] as const;

export interface SchemaObject {
  readonly [key: string]: unknown;
}

export interface OperationObject {
  readonly operationId: string;
  readonly summary: string;
  readonly parameters: readonly {
    readonly name: string;
    readonly in: 'query' | 'path' | 'header';
    readonly required: boolean;
    readonly description: string;
    readonly schema: SchemaObject;
  }[];
  /** Of what is posted. */
  readonly requestBody?: SchemaObject;
  readonly responses: Readonly<Record<string, SchemaObject>>;
}

/** The part of OpenAPI 3.1 that we write. */
export interface OpenApiDocument {
  readonly openapi: '3.1.0';
  readonly info: { readonly title: string; readonly version: string; readonly description: string };
  readonly servers: readonly { readonly url: string }[];
  readonly security: readonly object[];
  readonly paths: Readonly<
    Record<string, { readonly get?: OperationObject; readonly post?: OperationObject }>
  >;
  readonly components: {
    readonly securitySchemes: object;
    readonly schemas: Readonly<Record<string, SchemaObject>>;
  };
}

export function openApiDocument(publicUrl: string, language: Language): OpenApiDocument {
  const say = (key: string): string => translate(language, key);
  return {
    openapi: '3.1.0',
    info: { title: say('api.title'), version: '1', description: say('api.description') },
    servers: [{ url: `${publicUrl}${API_PATH}` }],
    security: [{ token: [] }],
    paths: {
      ...Object.fromEntries(
        OPERATIONS.map((operation) => [`/${operation.name}`, { get: describe(operation, say) }]),
      ),
      ...Object.fromEntries(
        SENT.map((sent) => [`/orders/{order}/${sent.name}`, { post: describeSent(sent, say) }]),
      ),
    },
    components: {
      securitySchemes: { token: { type: 'http', scheme: 'bearer', description: say('api.token') } },
      schemas: schemas(),
    },
  };
}

function describe({ name, query, answer }: Operation, say: (key: string) => string): OperationObject {
  return {
    operationId: name,
    summary: say(`api.${name}.summary`),
    parameters: Object.entries(query).map(([parameter, shape]) => ({
      name: parameter,
      in: 'query',
      required: !shape.safeParse(undefined).success,
      description: say(`api.parameter.${parameter}`),
      schema: { type: 'string' },
    })),
    responses: {
      200: { description: say('api.answer'), content: { 'application/json': { schema: reference(answer) } } },
      ...Object.fromEntries(REFUSALS.map((status) => [status, refusal(say('api.refusal'))])),
    },
  };
}

function describeSent(
  { name, body, receipt }: (typeof SENT)[number],
  say: (key: string) => string,
): OperationObject {
  const parameter = (name: string, where: 'path' | 'header', required: boolean) => ({
    ...{ name, in: where, required, description: say(`api.parameter.${name}`) },
    schema: { type: 'string' },
  });
  return {
    operationId: name,
    summary: say(`api.${name}-order.summary`),
    parameters: [
      parameter('order', 'path', true),
      parameter('Idempotency-Key', 'header', true),
      parameter('X-Signature', 'header', false),
    ],
    requestBody: { required: true, content: { 'application/json': { schema: reference(body) } } },
    responses: {
      200: {
        description: say('api.answer'),
        content: { 'application/json': { schema: reference(receipt) } },
      },
      ...Object.fromEntries(SENDING_REFUSALS.map((status) => [status, refusal(say('api.refusal'))])),
    },
  };
}

function refusal(description: string): SchemaObject {
  return { description, content: { 'application/problem+json': { schema: reference(problem) } } };
}

function reference(shape: z.ZodType): SchemaObject {
  const id = NAMED_SHAPES.get(shape)?.id;
  if (id === undefined) throw new Error('an answer has no name in the document');
  return { $ref: `${SCHEMAS}${id}` };
}

/** Zod writes `$schema` and `$id` into each; inside an OpenAPI document both are said by the document. */
function schemas(): Record<string, SchemaObject> {
  const written = z.toJSONSchema(NAMED_SHAPES, { io: 'input', uri: (id) => `${SCHEMAS}${id}` });
  return Object.fromEntries(
    Object.entries(written.schemas).map(([id, { $schema: _, $id: __, ...schema }]) => [id, schema]),
  );
}
