import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { UserError } from '../src/errors.ts';
import { checkSize, decodeText, LARGEST_FILE } from '../src/importer/readers/decode.ts';
import { seed } from './depth.ts';

const chinese = '一、夯实基础\n全年完成危房改造12处，投入1.7亿元。\n';
const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);
const wide = (text: string, order: 'le' | 'be'): Uint8Array => {
  const bytes = Buffer.from(text, 'utf16le');
  return order === 'le' ? bytes : bytes.swap16();
};
/** GB18030 by way of the decoder: every pair of bytes that it knows, turned round. */
const pairs = new Map<string, number[]>();
for (let high = 0xa1; high < 0xf8; high += 1)
  for (let low = 0xa1; low < 0xff; low += 1)
    pairs.set(new TextDecoder('gb18030').decode(Uint8Array.of(high, low)), [high, low]);
const gb = (text: string): Uint8Array =>
  Uint8Array.from([...text].flatMap((character) => pairs.get(character) ?? [character.charCodeAt(0)]));

const refused = (bytes: Uint8Array): string => {
  try {
    decodeText(bytes);
  } catch (error) {
    if (error instanceof UserError) return `${error.words.en} | ${error.words.zh}`;
    throw error;
  }
  return 'read';
};
const latin = (text: string): Uint8Array => Buffer.from(text, 'latin1');
const ole = (...streams: string[]): Uint8Array =>
  Buffer.concat([
    Buffer.from('d0cf11e0a1b11ae1', 'hex'),
    Buffer.alloc(504),
    ...streams.map((name) => Buffer.from(name, 'utf16le')),
    Buffer.alloc(64),
  ]);

describe('decodeText', () => {
  it('reads what Chinese and other systems write', () => {
    expect(decodeText(utf8(chinese))).toEqual({ text: chinese, encoding: 'utf-8' });
    expect(decodeText(gb(chinese))).toEqual({ text: chinese, encoding: 'gb18030' });
    expect(decodeText(wide(chinese, 'le'))).toEqual({ text: chinese, encoding: 'utf-16le' });
    expect(decodeText(wide(chinese, 'be'))).toEqual({ text: chinese, encoding: 'utf-16be' });
    expect(decodeText(wide('A plain year.\n', 'be')).text).toBe('A plain year.\n');
    expect(decodeText(latin('The \u0093pilot\u0094 caf\u00e9 opened in May.'))).toEqual({
      text: 'The “pilot” café opened in May.',
      encoding: 'windows-1252',
    });
    expect(decodeText(new Uint8Array())).toEqual({ text: '', encoding: 'utf-8' });
  });

  it('takes byte order marks off', () => {
    for (const bytes of [
      utf8(`\ufeff${chinese}`),
      wide(`\ufeff${chinese}`, 'le'),
      wide(`\ufeff${chinese}`, 'be'),
    ])
      expect(decodeText(bytes).text).toBe(chinese);
  });

  it('heeds what a file says of itself where it is not UTF-8', () => {
    const big5 = Uint8Array.of(0xa4, 0x40, 0xa1, 0x42);
    expect(decodeText(big5, 'big5').text).toBe('一、');
    expect(decodeText(utf8(chinese), 'gb2312').text).toBe(chinese);
    expect(decodeText(gb(chinese), 'utf-8').text).toBe(chinese);
    expect(decodeText(gb(chinese), 'no-such-encoding').text).toBe(chinese);
  });

  it('gives back any text of UTF-8 and any Chinese text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        const plain = text.replaceAll(/[\0\ufeff]/g, '');
        fc.pre(refused(utf8(plain)) === 'read');
        expect(decodeText(utf8(plain)).text).toBe(plain);
      }),
      { seed },
    );
    const han = fc.string({
      unit: fc.constantFrom(...[...pairs.keys()].slice(1500, 5000), '。', '\n', '7'),
      minLength: 20,
    });
    fc.assert(
      fc.property(han, (text) => void expect(decodeText(gb(`总结：${text}。`)).text).toBe(`总结：${text}。`)),
      { seed },
    );
    fc.assert(
      fc.property(han, (text) => void expect(decodeText(wide(`1.${text}`, 'le')).text).toBe(`1.${text}`)),
      { seed },
    );
  });

  it('refuses what is no text, each with its remedy', () => {
    expect(refused(latin('%PDF-1.7\n'))).toMatch(/pdftotext -layout file\.pdf.*\.txt \| .*pdftotext/);
    expect(refused(ole('WordDocument'))).toMatch(/\.doc\).*save it as \.docx.* \| .*另存为 \.docx/);
    expect(refused(ole('EncryptionInfo', 'EncryptedPackage'))).toMatch(/password.*remove it.* \| .*去掉密码/);
    expect(refused(ole('Workbook'))).toMatch(/workbook of Excel.* \| .*Excel/);
    expect(refused(latin('PK\u0003\u0004\u0014'))).toMatch(/zip file/);
    expect(refused(latin('\u0089PNG\r\n'))).toMatch(/picture.*OCR/);
    expect(refused(latin('{\\rtf1\\ansi'))).toMatch(/RTF/);
    expect(refused(Uint8Array.of(1, 0, 0, 0, 7, 200, 0, 3, 9))).toMatch(/no text.* \| 这不是文本/);
    expect(refused(utf8('a\0b'))).toMatch(/no text/);
  });

  it('refuses rather than loses: one broken character is not replaced', () => {
    const broken = Uint8Array.from([...gb(chinese), 0xff, 0x20]);
    expect(refused(broken)).toMatch(/would be lost.* \| .*丢字/);
  });
});

describe('checkSize', () => {
  it('refuses files over the limit', () => {
    expect(() => checkSize(LARGEST_FILE)).not.toThrow();
    expect(() => checkSize(LARGEST_FILE + 1)).toThrow(/51 MB/);
  });
});
