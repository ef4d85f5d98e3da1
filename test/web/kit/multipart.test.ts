/** Forms with files: what Node's own writer of such forms writes is read back; what is cut or no form is refused, never thrown. */

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseMultipart } from '../../../src/web/kit/multipart.ts';

const CRLF = '\r\n';
const TYPE = 'multipart/form-data; boundary=x';

function bodyOf(...parts: readonly (readonly [head: string, content: string])[]): Buffer {
  const text = parts.map(([head, content]) => `--x${CRLF}${head}${CRLF}${CRLF}${content}${CRLF}`).join('');
  return Buffer.from(`${text}--x--${CRLF}`);
}

async function written(form: FormData): Promise<{ type: string; body: Buffer }> {
  const response = new Response(form);
  return {
    type: response.headers.get('content-type') ?? '',
    body: Buffer.from(await response.arrayBuffer()),
  };
}

describe('multipart', () => {
  it('reads back fields and files of any octets and names', async () => {
    const files = fc.dictionary(
      fc.string({ minLength: 1, maxLength: 12 }),
      fc.uint8Array({ maxLength: 300 }),
      { maxKeys: 4 },
    );
    // The writer turns lone line ends into CRLF, as browsers do.
    const text = fc.string({ unit: 'grapheme', maxLength: 60 }).map((each) => each.replace(/[\r\n]/g, ' '));
    await fc.assert(
      fc.asyncProperty(files, fc.array(text, { maxLength: 6 }), async (given, texts) => {
        const form = new FormData();
        for (const each of texts) form.append('text', each);
        for (const [name, bytes] of Object.entries(given)) {
          form.append(name, new File([Buffer.from(bytes)], 'mẫu "số 1".docx'));
        }
        const { type, body } = await written(form);
        const read = await parseMultipart(type, body);
        expect(read?.form.getAll('text')).toEqual(texts);
        for (const [name, bytes] of Object.entries(given)) {
          const file = read?.files.get(name.replace(/\r?\n|\r/g, CRLF));
          expect([file?.name, [...(file?.bytes ?? [])]]).toEqual(['mẫu "số 1".docx', [...bytes]]);
        }
      }),
      { seed: 7, numRuns: 150 },
    );
  });

  it('takes no path from a name, and nothing where no file was chosen', async () => {
    const disposition = (name: string) => `Content-Disposition: form-data; name="form"; filename="${name}"`;
    const nameOf = async (name: string) =>
      (await parseMultipart(TYPE, bodyOf([disposition(name), 'a'])))?.files.get('form')?.name;
    expect(await nameOf('C:\\Users\\a\\mau.docx')).toBe('mau.docx');
    expect(await nameOf('../../etc/passwd')).toBe('passwd');
    expect(await nameOf('mẫu\u202e\u0007.docx'.normalize('NFD'))).toBe('mẫu.docx');
    expect((await parseMultipart(TYPE, bodyOf([disposition(''), ''])))?.files.size).toBe(0);
  });

  it.each([
    ['no boundary', 'multipart/form-data', bodyOf()],
    ['another type', 'text/plain; boundary=x', bodyOf()],
    ['nothing', TYPE, Buffer.alloc(0)],
    [
      'a part cut short',
      TYPE,
      Buffer.from(`--x${CRLF}Content-Disposition: form-data; name="a"${CRLF}${CRLF}b`),
    ],
    ['a part without a name', TYPE, bodyOf(['Content-Disposition: form-data', 'b'])],
    ['a part that is no form data', TYPE, bodyOf(['Content-Disposition: attachment; name="a"', 'b'])],
    [
      'a head without end',
      TYPE,
      bodyOf([`Content-Disposition: form-data; name="${'a'.repeat(5_000)}"`, 'b']),
    ],
    [
      'hundreds of parts',
      TYPE,
      bodyOf(...Array.from({ length: 601 }, () => ['Content-Disposition: form-data; name="a"', ''] as const)),
    ],
  ])('refuses %s', async (_, type, body) => {
    expect(await parseMultipart(type, body)).toBeUndefined();
  });

  it('survives a form spoilt anywhere', async () => {
    const form = new FormData();
    form.append('token', 'abc');
    form.append('form', new File(['PK\u0003\u0004\r\n--'], 'mau.docx'));
    const { type, body } = await written(form);
    await fc.assert(
      fc.asyncProperty(
        fc.nat(body.length),
        fc.uint8Array({ maxLength: 4 }),
        fc.nat(8),
        async (at, put, drop) => {
          const spoilt = Buffer.concat([body.subarray(0, at), put, body.subarray(at + drop)]);
          const read = await parseMultipart(type, spoilt);
          expect(read === undefined || read.files.size <= 2).toBe(true);
        },
      ),
      { seed: 7, numRuns: 500 },
    );
  });
});
