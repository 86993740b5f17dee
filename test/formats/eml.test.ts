import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DocumentProblem } from '../../src/core/problem.ts';
import { base64Bytes, base64Text } from '../../src/formats/eml/base64.ts';
import { eml } from '../../src/formats/eml/eml.ts';
import { parameterised } from '../../src/formats/eml/fields.ts';
import { transferred } from '../../src/formats/eml/transfer.ts';
import { carrier } from '../../src/formats/eml/twins.ts';
import { patchedBytes } from '../../src/formats/encoding.ts';
import { corpusFolder } from '../parts.ts';
import { allWords, formatContract } from './contract.ts';
import { formatFixtures } from './fixtures.ts';
import { casesOf, editsOf } from './golden.ts';

formatFixtures(eml);

formatContract('eml', eml, casesOf('eml'));

const bytesOf = (source: string): Uint8Array => new Uint8Array(Buffer.from(source, 'latin1'));
const sourceOf = (bytes: Uint8Array): string => Buffer.from(bytes).toString('latin1');
const open = (source: string) => eml.open(bytesOf(source));

const mail = (type: string, body: string, more = ''): string =>
  `From: a@b.example\nContent-Type: ${type}\n${more}\n${body}`;

const inParts = (type: string, ...parts: readonly string[]): string =>
  mail(`${type}; boundary=b`, `${parts.map((part) => `--b\n${part}\n`).join('')}--b--\n`);

function refusal(source: string): string {
  try {
    open(source);
    return '';
  } catch (error) {
    if (error instanceof DocumentProblem) return error.code;
    throw error;
  }
}

const textsOf = (source: string): readonly string[] => {
  const { document } = open(source);
  return document.blocks.map(({ span, frozen }) => {
    const text = document.text.slice(span.start, span.end);
    return frozen.some((part) => part.start === span.start && part.end === span.end)
      ? `[${text}]`
      : text;
  });
};

describe('the text of an e-mail', () => {
  it.each([
    ['text/plain', 'Dear Ben,\n\nso it is.\n-- \nAnna\n', ['Dear Ben,', 'so it is.', '[Anna]']],
    ['text/plain', 'a b\n\n> c d\n> e\n\nf g', ['a b', '[c d\ne]', 'f g']],
    ['text/plain', 'a b\n\nOn 2 May Jo wrote:\n> c', ['a b', '[On 2 May Jo wrote:]', '[c]']],
    [
      'text/plain',
      'a b\n-----Original Message-----\nFrom: Jo\nSent: now\n\nc d',
      ['a b', '[-----Original Message-----]', '[From: Jo]', '[Sent: now]', '[c d]'],
    ],
    ['text/plain; format=flowed', 'a b \nc\nd \n> e \n> f', ['a b c', 'd', '[e f]']],
    ['text/plain; format=flowed; delsp=yes', 'a \nb  \nc', ['ab c']],
    ['text/html', '<p>a<p class=gmail_signature>b<p>c', ['a', '[b]', 'c']],
    ['text/html', '<p>a<div id=divRplyFwdMsg>b</div>', ['a', '[b]']],
    ['text/csv', 'a,b', []],
  ])('%s: %j', (type, body, expected) => {
    expect(textsOf(mail(type, body))).toEqual(expected);
  });

  it('is read once where both versions say the same', () => {
    const source = inParts(
      'multipart/alternative',
      'Content-Type: text/plain\n\na b\nc d\n\nonly here',
      'Content-Type: text/html\n\n<p>a b c <i>d</i><p>only there',
    );
    expect(textsOf(source)).toEqual(['only here', 'a b c d', 'only there']);
    const opened = open(source);
    const start = opened.document.text.indexOf('b c');
    const saved = opened.save(
      [{ span: { start, end: start + 3 }, before: 'b c', after: 'x' }],
      'clean',
    );
    expect(sourceOf(saved)).toContain('\n\na x d\n\nonly here');
    expect(sourceOf(saved)).toContain('<p>a x <i>d</i>');
    expect(opened.reread?.(saved)).toBe('only here\n\na x d\n\nonly there');
  });

  it('has none when the two versions of a copy differ', () => {
    const source = inParts(
      'multipart/alternative',
      'Content-Type: text/plain\n\na b',
      'Content-Type: text/html\n\n<p>a b',
    );
    expect(open(source).reread?.(bytesOf(source.replace('<p>a b', '<p>a c')))).toBe('');
  });

  it('is left alone where nobody can read it', () => {
    const opened = open(
      inParts(
        'multipart/mixed',
        'Content-Type: text/plain; charset=iso-2022-jp\n\na',
        'Content-Type: text/plain\n\nb c',
      ),
    );
    expect(opened.document.text).toBe('b c');
    expect(opened.warnings).toEqual([
      'Parts of its text that could not be read and were left alone: 1.',
    ]);
  });
});

describe('the gate of e-mail', () => {
  it.each([
    [inParts('multipart/signed', 'Content-Type: text/plain\n\na'), 'signed'],
    [inParts('multipart/encrypted', 'Content-Type: text/plain\n\na'), 'needs-password'],
    [mail('application/pkcs7-mime; smime-type=signed-data', 'a'), 'signed'],
    [mail('application/x-pkcs7-mime; smime-type=enveloped-data', 'a'), 'needs-password'],
    [mail('text/plain', '-----BEGIN PGP MESSAGE-----\n'), 'needs-password'],
    [mail('text/plain', '-----BEGIN PGP SIGNED MESSAGE-----\n'), 'signed'],
    [mail('text/plain; charset=gb2312', 'a'), 'unreadable-encoding'],
    [mail('text/plain', 'a', 'Content-Transfer-Encoding: x-uuencode\n'), 'unreadable-encoding'],
    [`\xFF\xFEF\0r\0o\0m\0:\0`, 'unreadable-encoding'],
    [mail('text/plain', 'multipart/signed'), ''],
    [
      inParts(
        'multipart/mixed',
        'Content-Type: message/rfc822\n\nContent-Type: multipart/signed\n\na',
      ),
      '',
    ],
  ])('%#: %s', (source, code) => {
    expect(refusal(source)).toBe(code);
  });

  it('takes no message in more parts than people send', () => {
    expect(refusal(inParts('multipart/mixed', ...new Array(2_000).fill('\na')))).toBe('unsafe');
    const nested = Array.from(
      { length: 60 },
      (_, at) => `Content-Type: multipart/mixed; boundary=b${at}\n\n--b${at}\n`,
    );
    expect(refusal(nested.join(''))).toBe('unsafe');
  });
});

describe('the attachments of an e-mail', () => {
  const namesOf = (source: string): readonly string[] | undefined =>
    eml.attachments?.(bytesOf(source)).map(({ name }) => name);
  const file = (name: string, type = 'application/octet-stream'): string =>
    `Content-Type: ${type}\nContent-Disposition: attachment; filename="${name}"\n\nbody`;

  it('are read with their names', () => {
    const [both] = casesOf('eml');
    const found = eml.attachments?.(both?.bytes ?? new Uint8Array()) ?? [];
    expect(found.map(({ name, bytes }) => [name, Buffer.from(bytes).toString()])).toEqual([
      ['Bericht für Ben.txt', 'Teh attached text.\n'],
      ['Inner.eml', 'Subject: Inner\r\nFrom: x@mill.example\r\n\r\nTeh inner message.\r\n'],
    ]);
  });

  it('have names that are safe, and each its own', () => {
    const source = inParts(
      'multipart/mixed',
      'Content-Type: text/plain\n\na',
      file('../../etc/a.docx'),
      file('A.docx'),
      file('..'),
      file(`${'x'.repeat(300)}.docx`),
      file('C:\\dir\\b.txt', 'text/plain'),
    );
    expect(namesOf(source)).toEqual([
      'a.docx',
      'A (2).docx',
      'attachment 3',
      `${'x'.repeat(60)}.docx`,
      'b.txt',
    ]);
  });

  it('are no pictures, cards or signatures', () => {
    const source = inParts(
      'multipart/mixed',
      file('a.png', 'image/png'),
      file('b.ics', 'text/calendar'),
      file('c.asc'),
      file('d.jpg'),
      file('winmail.dat', 'application/ms-tnef'),
    );
    expect(namesOf(source)).toEqual([]);
    expect(open(source).warnings).toEqual([
      'Attachments that are no documents and were left alone: 5.',
    ]);
  });

  it('are not taken in any number', () => {
    const many = inParts('multipart/mixed', ...Array.from({ length: 101 }, () => file('a.txt')));
    expect(() => namesOf(many)).toThrow(/101 attachments/);
  });
});

describe('the encodings of e-mail', () => {
  it('write base64 that reads as the same bytes', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), fc.constantFrom(4, 60, 76), (bytes, width) => {
        const text = base64Text(bytes, { width, lineEnd: '\r\n' });
        expect(text).toBe(
          Buffer.from(bytes)
            .toString('base64')
            .replace(new RegExp(`.{${width}}(?=.)`, 'g'), '$&\r\n'),
        );
        expect(Buffer.compare(base64Bytes(text), bytes)).toBe(0);
      }),
    );
  });

  it('change quoted-printable in place, in lines that are not too long', () => {
    const body =
      casesOf('eml').find(({ name }) => name === 'quoted-printable')?.bytes ?? new Uint8Array();
    const start = Buffer.from(body).indexOf('Dear Ben');
    const read = transferred(body.subarray(start), 'quoted-printable');
    if (!read) throw new Error('it was not read');
    const patch = fc.record({
      at: fc.nat(read.bytes.length),
      size: fc.nat(3),
      bytes: fc.uint8Array({ maxLength: 90 }),
    });
    fc.assert(
      fc.property(fc.array(patch, { maxLength: 4 }), (wanted) => {
        let from = 0;
        const patches = wanted
          .sort((a, b) => a.at - b.at)
          .flatMap(({ at, size, bytes }) => {
            const piece = {
              start: Math.max(at, from),
              end: Math.min(read.bytes.length, Math.max(at, from) + size),
              bytes,
            };
            from = piece.end + 1;
            const cut = read.bytes.subarray(piece.start - 1, piece.end + 1);
            const odd =
              cut.some((byte) => byte < 0x20) ||
              bytes.some((byte) => byte === 0x0d || byte === 0x0a);
            return odd || piece.start >= piece.end ? [] : [piece];
          });
        const saved = patchedBytes(body.subarray(start), read.encoded(patches));
        const again = transferred(saved, 'quoted-printable');
        expect(
          Buffer.compare(again?.bytes ?? new Uint8Array(), patchedBytes(read.bytes, patches)),
        ).toBe(0);
        const longest = Math.max(
          ...sourceOf(saved)
            .split('\r\n')
            .map((line) => line.length),
        );
        expect(longest).toBeLessThanOrEqual(76);
      }),
      { numRuns: 300 },
    );
  });

  it.each([
    ['text/plain; charset=utf-8', { charset: 'utf-8' }],
    ['a/b; name="x \\"y\\"; z"; c = d ', { name: 'x "y"; z', c: 'd' }],
    ["a/b; filename*=utf-8''caf%C3%A9.txt", { filename: 'café.txt' }],
    ["a/b; n*0*=iso-8859-1'en'a%E9; n*1=b; n*2*=%20c", { n: 'aéb c' }],
    ['a/b; name="=?utf-8?Q?caf=C3=A9_1?= =?utf-8?B?LnR4dA==?="', { name: 'café 1.txt' }],
  ])('read %s', (raw, expected) => {
    expect(Object.fromEntries(parameterised(raw).parameters)).toEqual(expected);
  });

  it.each([
    ['a b', 'a\nb', { start: 0, end: 2 }, 'a\n'],
    ['a b', 'a\n  b', { start: 1, end: 3 }, '\n  b'],
    ['a bc d', 'a  bc d', { start: 3, end: 4 }, 'c'],
    ['a\nb c', 'a b c', { start: 2, end: 5 }, 'b c'],
  ])('carry places from %j to %j', (from, to, span, expected) => {
    const carried = carrier(from, to)(span);
    expect(to.slice(carried.start, carried.end)).toBe(expected);
  });
});

describe('a correction in an e-mail', () => {
  it('changes nothing but its own line in quoted-printable', () => {
    const fixture = casesOf('eml').find(({ name }) => name === 'quoted-printable');
    if (!fixture) throw new Error('the case is missing');
    const opened = eml.open(fixture.bytes);
    const edit = editsOf(fixture, opened.document.text).at(-1);
    const saved = sourceOf(opened.save(edit ? [edit] : [], 'clean'));
    expect(saved).toBe(sourceOf(fixture.bytes).replace('beleive', 'believe'));
  });

  it('that the message cannot hold is refused', () => {
    const opened = open(mail('text/plain; charset=us-ascii', 'Its late'));
    const edit = { span: { start: 0, end: 3 }, before: 'Its', after: 'It’s' };
    expect(() => opened.save([edit], 'clean')).toThrow(/U\+2019/);
  });
});

const corpus = corpusFolder();
describe.skipIf(corpus === undefined)('real e-mails', () => {
  it('keep their laws, with a word changed in every block', () => {
    const counts = { opened: 0, refused: 0, edits: 0 };
    for (const name of readdirSync(`${corpus}/eml`, { recursive: true, encoding: 'utf8' })) {
      if (!name.endsWith('.eml')) continue;
      const bytes = new Uint8Array(readFileSync(`${corpus}/eml/${name}`));
      if (refusal(sourceOf(bytes)) !== '') {
        counts.refused += 1;
        continue;
      }
      const opened = eml.open(bytes);
      const edits = allWords(opened.document)
        .filter(({ before }) => /^[a-z]{4,}$/.test(before))
        .map((edit) => ({ ...edit, after: `${edit.before}x` }));
      const saved = opened.save(edits, 'clean');
      let moved = 0;
      let expected = opened.document.text;
      for (const { span, after } of edits) {
        expected = expected.slice(0, span.start + moved) + after + expected.slice(span.end + moved);
        moved += 1;
      }
      expect(opened.reread?.(saved) === expected, name).toBe(true);
      expect(opened.save([], 'clean')).toBe(bytes);
      counts.opened += 1;
      counts.edits += edits.length;
    }
    process.stdout.write(`eml: ${JSON.stringify(counts)}\n`);
  });
});
