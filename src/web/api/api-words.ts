/** The API as a page explains it, read from its own OpenAPI document: whatever the API answers, the page tells. */

import { formatTimestamp, startOfDay } from '../../calendar/zone.ts';
import type { Visit } from '../kit/visit.ts';
import type { OpenApiDocument, OperationObject, SchemaObject } from './openapi.ts';

/** `Shift[]`, with the shape it names, when it names one. */
export interface ApiType {
  readonly text: string;
  /** Empty for none. */
  readonly href: string;
}

const AUTHORISATION = '-H "Authorization: Bearer $TOKEN"';

export function apiOperations(document: OpenApiDocument, visit: Visit, zone: string) {
  const base = document.servers[0]?.url ?? '';
  return Object.entries(document.paths).flatMap(([path, { get, post }]) => {
    const operation = get ?? post;
    if (!operation) return [];
    const { operationId, summary, parameters } = operation;
    const example = get
      ? `"${base}${path}${exampleQuery(get, visit, zone)}"`
      : `-H "Idempotency-Key: $KEY" -d '${BODY}' \\\n  "${base}${path.replace('{order}', '$ORDER')}"`;
    return {
      id: `operation-${operationId}`,
      path: `${get ? 'GET' : 'POST'} ${new URL(base).pathname}${path}`,
      summary,
      parameters,
      answer: typeOf(answerSchema(operation)),
      example: `curl ${AUTHORISATION} \\\n  ${example}`,
    };
  });
}

const BODY =
  '{"duties":[{"tier":"leader","start":"2027-02-04T07:00:00+07:00","end":"2027-02-05T07:00:00+07:00","name":"N.V.A","phone":"0900000081"}]}';

function answerSchema({ responses }: OperationObject): SchemaObject {
  const content = responses['200']?.content as Record<string, { schema: SchemaObject }> | undefined;
  return content?.['application/json']?.schema ?? {};
}

/** Only what must be given: all of today, by the clock of the unit. */
function exampleQuery({ parameters }: OperationObject, { today }: Visit, zone: string): string {
  const day = formatTimestamp(startOfDay(today, zone), zone).slice(0, 10);
  const values: Readonly<Record<string, string>> = { from: `${day}T00:00`, to: `${day}T23:59` };
  const query = parameters
    .filter(({ required }) => required)
    .map(({ name }) => `${name}=${values[name] ?? ''}`);
  return query.length === 0 ? '' : `?${query.join('&')}`;
}

export function apiShapes({ components }: OpenApiDocument) {
  return Object.entries(components.schemas).map(([name, schema]) => {
    const required = new Set(schema.required as readonly string[] | undefined);
    const properties = Object.entries((schema.properties ?? {}) as Record<string, SchemaObject>);
    return {
      id: shapeId(name),
      name,
      fields: properties.map(([field, type]) => ({
        name: field,
        optional: !required.has(field),
        type: typeOf(type),
      })),
    };
  });
}

const shapeId = (name: string): string => `shape-${name}`;

function typeOf(schema: SchemaObject): ApiType {
  const text = typeText(schema);
  const named = /[A-Z]\w+/.exec(text.replaceAll('RFC 3339', ''))?.[0];
  return { text, href: named === undefined ? '' : `#${shapeId(named)}` };
}

/** As TypeScript would write it; a moment is told by its standard. */
function typeText(schema: SchemaObject): string {
  const { $ref, anyOf, type, items, properties, format } = schema;
  if (typeof $ref === 'string') return $ref.slice($ref.lastIndexOf('/') + 1);
  if (Array.isArray(anyOf)) return anyOf.map((each) => typeText(each as SchemaObject)).join(' | ');
  if (Array.isArray(schema.enum)) return schema.enum.map((each) => JSON.stringify(each)).join(' | ');
  if (type === 'array') return `${typeText(items as SchemaObject)}[]`;
  if (type === 'object') {
    const fields = Object.entries((properties ?? {}) as Record<string, SchemaObject>);
    return `{ ${fields.map(([name, field]) => `${name}: ${typeText(field)}`).join('; ')} }`;
  }
  if (Array.isArray(type)) return type.join(' | ');
  return format === 'date-time' ? 'RFC 3339' : String(type);
}
