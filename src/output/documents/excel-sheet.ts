/**
 * The rows of a worksheet that somebody gave us (ECMA-376 part 1, 18.3.1), as text that is kept but where names are filled.
 * The XML was seen to be sound before; a prefix before every element is not read.
 */

export interface FormCell {
  /** Letters: “B”. */
  readonly column: string;
  readonly row: number;
  /** As the file has it. */
  readonly xml: string;
  readonly style: string;
  /** Absent for what is no text. */
  readonly text?: string;
  /** Of a cell that is reckoned; `plain` where it stands alone and is written out. */
  readonly formula?: { readonly text: string; readonly plain: boolean };
}

export interface FormRow {
  readonly number: number;
  /** Besides its number. */
  readonly attributes: string;
  readonly cells: readonly FormCell[];
}

export interface FormSheet {
  /** Before and behind the rows. */
  readonly before: string;
  readonly after: string;
  readonly rows: readonly FormRow[];
}

const ROW = /<row\b([^>]*?)(?:\/>|>([\s\S]*?)<\/row>)/g;
const CELL = /<c\b([^>]*?)(?:\/>|>([\s\S]*?)<\/c>)/g;

/** Undefined for a sheet without rows. */
export function readFormSheet(xml: string, shared: readonly string[]): FormSheet | undefined {
  const begin = /<sheetData\b[^>]*[^/]>|<sheetData>/.exec(xml);
  const end = xml.indexOf('</sheetData>');
  if (!begin || end < 0) return undefined;
  const from = begin.index + begin[0].length;
  let last = 0;
  const rows = [...xml.slice(from, end).matchAll(ROW)].map(([, attributes = '', content = '']): FormRow => {
    last = Number(attributeOf(attributes, 'r') ?? last + 1);
    const bare = attributes.replace(/\s(?:r|spans)="[^"]*"/g, '');
    return { number: last, attributes: bare, cells: cellsOf(content, last, shared) };
  });
  return { before: xml.slice(0, from), after: xml.slice(end), rows };
}

function cellsOf(content: string, row: number, shared: readonly string[]): FormCell[] {
  let column = 0;
  return [...content.matchAll(CELL)].map(([xml, attributes = '', inner = '']) => {
    const letters = /^[A-Z]+/.exec(attributeOf(attributes, 'r') ?? '')?.[0];
    column = letters === undefined ? column + 1 : columnNumber(letters);
    const type = attributeOf(attributes, 't');
    const text = textOf(type, inner, shared);
    const [, how = '', formula] = /<f\b([^>]*?)(?:\/>|>([\s\S]*?)<\/f>)/.exec(inner) ?? [];
    const reckoned = /<f\b/.test(inner);
    return {
      ...{ column: columnLetters(column), row, xml, style: attributeOf(attributes, 's') ?? '' },
      ...(text === undefined || reckoned ? {} : { text }),
      ...(reckoned ? { formula: { text: formula ?? '', plain: !/\bt="/.test(how) } } : {}),
    };
  });
}

function textOf(type: string | undefined, inner: string, shared: readonly string[]): string | undefined {
  if (type === 'inlineStr') return textIn(inner);
  if (type !== 's') return undefined;
  return shared[Number(/<v>\s*(\d+)\s*<\/v>/.exec(inner)?.[1] ?? -1)];
}

function attributeOf(attributes: string, name: string): string | undefined {
  return new RegExp(`(?:^|\\s)${name}="([^"]*)"`).exec(attributes)?.[1];
}

/** Texts that cells name by number (18.4.9); parts of several looks are one text. */
export function sharedTexts(xml: string): string[] {
  return [...xml.matchAll(/<si\b[^>]*?(?:\/>|>([\s\S]*?)<\/si>)/g)].map(([, inner = '']) => textIn(inner));
}

function textIn(xml: string): string {
  const spoken = xml.replace(/<rPh\b[\s\S]*?<\/rPh>/g, '');
  return [...spoken.matchAll(/<t\b[^>]*?(?:\/>|>([\s\S]*?)<\/t>)/g)]
    .map(([, text = '']) => plain(text))
    .join('');
}

const ENTITIES: Readonly<Partial<Record<string, string>>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
};

function plain(text: string): string {
  return text.replace(/&(?:#(\d{1,7})|#x([\da-fA-F]{1,6})|([a-z]{2,4}));/g, (whole, ten, sixteen, name) => {
    const code = Number(ten ?? Number.parseInt(sixteen ?? '', 16));
    if (name !== undefined) return ENTITIES[name] ?? whole;
    return code <= 0x10ffff ? String.fromCodePoint(code) : whole;
  });
}

const LETTERS = 26;

function columnNumber(letters: string): number {
  return [...letters].reduce((sum, letter) => sum * LETTERS + letter.charCodeAt(0) - 64, 0);
}

function columnLetters(column: number): string {
  const rest = (column - 1) % LETTERS;
  const above = (column - 1 - rest) / LETTERS;
  return (above > 0 ? columnLetters(above) : '') + String.fromCharCode(65 + rest);
}
