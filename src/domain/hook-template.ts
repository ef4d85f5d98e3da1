/**
 * What a unit's own gateway for Zalo or text messages is sent: JSON as that gateway wants it, with places to be filled inside
 * its texts. Filled after it is read as JSON, so that no name and no message can break out of its text.
 */

export const TEMPLATE_PLACES = ['phone', 'name', 'title', 'text', 'link', 'unit', 'key'] as const;
export type TemplatePlace = (typeof TEMPLATE_PLACES)[number];

export type TemplateValues = Readonly<Record<TemplatePlace, string>>;

const MOST_CHARACTERS = 4000;

export type TemplateFault = 'too-long' | 'not-json' | 'unknown-place' | 'no-receiver';

/** `no-receiver`: it says neither to which phone nor for whom, so nothing could be delivered. */
export function templateFault(template: string): TemplateFault | undefined {
  if (template.length > MOST_CHARACTERS) return 'too-long';
  const parsed = parsedJson(template);
  if (parsed === undefined) return 'not-json';
  const places = [...template.matchAll(PLACE)].map(([, place = '']) => place);
  if (places.some((place) => !TEMPLATE_PLACES.some((each) => each === place))) return 'unknown-place';
  return places.some((place) => place === 'phone' || place === 'name') ? undefined : 'no-receiver';
}

/** JSON text. Throws for a template that `templateFault` finds not to be JSON. */
export function fillTemplate(template: string, values: TemplateValues): string {
  return JSON.stringify(filled(JSON.parse(template), values));
}

const PLACE = /\{\{\s*([a-z]+)\s*\}\}/g;

function filled(value: unknown, values: TemplateValues): unknown {
  if (typeof value === 'string') {
    return value.replace(PLACE, (whole, place: string) =>
      Object.hasOwn(values, place) ? values[place as TemplatePlace] : whole,
    );
  }
  if (Array.isArray(value)) return value.map((each) => filled(each, values));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, filled(each, values)]));
}

function parsedJson(text: string): unknown {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null ? value : undefined;
  } catch {
    return undefined;
  }
}

/** To start from; each gateway's own manual says what it wants. */
export const TEMPLATE_SAMPLES: Readonly<Record<'zalo' | 'sms' | 'plain', string>> = {
  zalo: JSON.stringify(
    {
      phone: '{{phone}}',
      template_id: '…',
      tracking_id: '{{key}}',
      template_data: { name: '{{name}}', title: '{{title}}', link: '{{link}}' },
    },
    null,
    2,
  ),
  sms: JSON.stringify(
    { to: '{{phone}}', message: '{{unit}}: {{title}} {{link}}', requestId: '{{key}}' },
    null,
    2,
  ),
  plain: JSON.stringify(
    { phone: '{{phone}}', name: '{{name}}', title: '{{title}}', text: '{{text}}', link: '{{link}}' },
    null,
    2,
  ),
};
