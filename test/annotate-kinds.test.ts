import { createServer } from 'node:http';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { deflateRawSync, crc32 } from 'node:zlib';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { strToU8, unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { reporters } from '../src/reporters/index.ts';
import { annotated, chapter, document, head, holdSame } from './annotated.ts';
import { folder, report } from './cli.ts';
import { commentsOf } from './docx-comments.ts';
import { docxOfXml, paragraph, run, zipOf } from './docx-file.ts';

const fault = head + chapter + paragraph(run('本馆的的服务平稳。'));
const doubled = ['--only', 'words-single'];
const found = docxOfXml(fault);
const partsOf = (docx: Uint8Array): Record<string, Uint8Array> => unzipSync(docx);
const withPart = (parts: Readonly<Record<string, string>>): Uint8Array =>
  zipOf({ ...partsOf(found), ...parts });

/** What is said to the person, in both languages. */
async function said(
  docx: Uint8Array,
  name = 'a.docx',
): Promise<{ code: number; zh: string; en: string; copy: Uint8Array }> {
  const cwd = folder({ [name]: docx });
  const out = name.replace('a.', 'b.');
  const argv = ['lint', name, '--annotate', out, '--force', ...doubled];
  const zh = await report(cwd, [...argv, '--lang', 'zh']);
  const en = await report(cwd, [...argv, '--lang', 'en']);
  expect(en.code).toBe(zh.code);
  return { code: zh.code, zh: zh.stderr, en: en.stderr, copy: new Uint8Array(readFileSync(join(cwd, out))) };
}

/** A zip that says all sizes in 64 bits, in its entries and at its end, as programs do that do not know them beforehand. */
function wide(parts: Readonly<Record<string, Uint8Array>>): Uint8Array {
  const locals: Buffer[] = [];
  const directory: Buffer[] = [];
  let at = 0;
  for (const [name, content] of Object.entries(parts)) {
    const data = deflateRawSync(content);
    const shared = Buffer.alloc(22);
    shared.writeUInt16LE(45, 0);
    shared.writeUInt16LE(8, 4);
    shared.writeUInt32LE(crc32(content), 10);
    shared.writeUInt32LE(0xffffffff, 14);
    shared.writeUInt32LE(0xffffffff, 18);
    const [sizes, all] = [Buffer.alloc(20), Buffer.alloc(28)];
    for (const [extra, length] of [
      [sizes, 16],
      [all, 24],
    ] as const) {
      extra.writeUInt16LE(1, 0);
      extra.writeUInt16LE(length, 2);
      extra.writeBigUInt64LE(BigInt(content.length), 4);
      extra.writeBigUInt64LE(BigInt(data.length), 12);
    }
    all.writeBigUInt64LE(BigInt(at), 20);
    const lengths = (extra: Buffer): Buffer => {
      const made = Buffer.alloc(4);
      made.writeUInt16LE(name.length, 0);
      made.writeUInt16LE(extra.length, 2);
      return made;
    };
    const local = Buffer.concat([
      Buffer.from('PK\x03\x04', 'latin1'),
      shared,
      lengths(sizes),
      Buffer.from(name),
      sizes,
      data,
    ]);
    const rest = Buffer.alloc(14);
    rest.writeUInt32LE(0xffffffff, 10);
    directory.push(
      Buffer.from('PK\x01\x02', 'latin1'),
      Buffer.alloc(2),
      shared,
      lengths(all),
      rest,
      Buffer.from(name),
      all,
    );
    locals.push(local);
    at += local.length;
  }
  const central = Buffer.concat(directory);
  const end = Buffer.alloc(56);
  end.write('PK\x06\x06', 'latin1');
  end.writeBigUInt64LE(44n, 4);
  end.writeBigUInt64LE(BigInt(Object.keys(parts).length), 24);
  end.writeBigUInt64LE(BigInt(Object.keys(parts).length), 32);
  end.writeBigUInt64LE(BigInt(central.length), 40);
  end.writeBigUInt64LE(BigInt(at), 48);
  const locator = Buffer.alloc(20);
  locator.write('PK\x06\x07', 'latin1');
  locator.writeBigUInt64LE(BigInt(at + central.length), 8);
  locator.writeUInt32LE(1, 16);
  const last = Buffer.alloc(22, 0xff);
  last.write('PK\x05\x06', 'latin1');
  last.writeUInt32LE(0, 4);
  last.writeUInt16LE(0, 20);
  return new Uint8Array(Buffer.concat([...locals, central, end, locator, last]));
}

describe('a copy of', () => {
  it('a file in 64 bits is one in 32, with all its parts', async () => {
    const { copy, comments } = await annotated(wide(partsOf(found)), ...doubled);
    expect(comments.map(({ on }) => on)).toEqual(['的的']);
    expect(copy.length).toBeLessThan(wide(partsOf(found)).length + 2000);
  });

  it('a file with macros keeps them as they are', async () => {
    const macros = { 'word/vbaProject.bin': 'Sub AutoOpen()\nEnd Sub', 'word/vbaProjectSignature.bin': 'x' };
    const { code, copy } = await said(withPart(macros), 'a.docm');
    expect(code).toBe(0);
    holdSame(withPart(macros), copy);
    expect([...commentsOf(copy).values()].map(({ on }) => on)).toEqual(['的的']);
  });

  it('a signed file says that its signature is void there', async () => {
    const signed = withPart({ '_xmlsignatures/origin.sigs': '', '_xmlsignatures/sig1.xml': '<Signature/>' });
    const { zh, en, copy } = await said(signed);
    expect(zh).toContain('签名在副本上失效');
    expect(en).toContain('not valid for the copy');
    holdSame(signed, copy);
    // nothing is found, nothing is changed, nothing is said
    const sound = zipOf({
      ...partsOf(docxOfXml(head + chapter + paragraph(run('本馆的服务平稳。')))),
      '_xmlsignatures/origin.sigs': '',
    });
    expect((await said(sound)).zh).not.toContain('签名');
  });

  it('a protected file says how to work with it', async () => {
    const protection = (attributes: string): Uint8Array =>
      withPart({
        'word/settings.xml': `<w:settings xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:documentProtection ${attributes}/></w:settings>`,
      });
    const { zh, en } = await said(protection('w:edit="readOnly" w:enforcement="1"'));
    expect(zh).toContain('请先停止保护');
    expect(en).toContain('stop the protection first');
    expect((await said(protection('w:edit="readOnly" w:enforcement="0"'))).zh).not.toContain('停止保护');
  });
});

const ole = (...streams: readonly string[]): Uint8Array =>
  Buffer.concat([
    Buffer.from('d0cf11e0a1b11ae1', 'hex'),
    ...streams.map((name) => Buffer.from(name, 'utf16le')),
  ]);
const cut = (docx: Uint8Array, share: number): Uint8Array => docx.slice(0, Math.floor(docx.length * share));
const unreadable: Readonly<Record<string, Uint8Array>> = {
  'an empty file': new Uint8Array(),
  'one with a password': ole('EncryptionInfo', 'EncryptedPackage'),
  'one of old Word': ole('WordDocument'),
  'one cut short': cut(found, 0.5),
  'one without its end': cut(found, 0.98),
  'an empty zip': zipOf({}),
  'a zip of something else': zipOf({ 'a.txt': 'x' }),
  'one without a text': docxOfXml(''),
  'one of blanks': docxOfXml(paragraph(run(' \t\n'))),
  'one of pictures': docxOfXml(paragraph('<w:r><w:drawing/></w:r>')),
  'one whose text was all taken out': docxOfXml(
    paragraph('<w:del w:id="1"><w:r><w:delText>旧</w:delText></w:r></w:del>'),
  ),
  'one whose XML is broken': zipOf({ ...partsOf(found), [document]: '<w:document' }),
  'one with entities': zipOf({
    ...partsOf(found),
    [document]: `<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">]><w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body><w:p><w:r><w:t>&b;的的</w:t></w:r></w:p></w:body></w:document>`,
  }),
  'one with an entity of another file': zipOf({
    ...partsOf(found),
    [document]: `<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]><w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body><w:p><w:r><w:t>&a;的的</w:t></w:r></w:p></w:body></w:document>`,
  }),
  'one that unpacks to very much': zipOf({ ...partsOf(found), [document]: new Uint8Array(40_000_000) }),
  'one with far too much text': docxOfXml(paragraph(run('的的')).repeat(10_001)),
};

describe('what cannot be read ends with 2, and no copy is written', () => {
  it.each(Object.entries(unreadable))('%s', async (_, docx) => {
    for (const more of [
      [],
      ['--annotate', 'b.docx'],
      ...Object.keys(reporters).map((format) => ['--format', format, '--annotate', 'b.docx']),
    ]) {
      const cwd = folder({ 'a.docx': docx });
      const { code, stderr } = await report(cwd, ['lint', 'a.docx', ...more, '--lang', 'zh']);
      expect({ code, more }).toEqual({ code: 2, more });
      expect(stderr).toContain('a.docx');
      expect(stderr).not.toContain('已写好');
      expect(readdirSync(cwd)).toEqual(['a.docx']);
    }
  });
});

it('a hostile file is inert', async () => {
  let asked = 0;
  const server = createServer((_, response) => {
    asked += 1;
    response.end();
  });
  await new Promise<void>((done) => void server.listen(0, '127.0.0.1', done));
  const { port } = server.address() as AddressInfo;
  const away = `http://127.0.0.1:${port}/x`;
  const type = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
  const relations = [
    ['attachedTemplate', `Target="${away}.dotm" TargetMode="External"`],
    ['image', `Target="${away}.png" TargetMode="External"`],
    ['footnotes', `Target="${away}" TargetMode="External"`],
    ['comments', 'Target="../../../evil.xml"'],
    ['styles', 'Target="file:///etc/passwd"'],
  ].map(([name, target], index) => `<Relationship Id="rId${index}" Type="${type}/${name}" ${target}/>`);
  const hostile = zipOf({
    ...partsOf(
      docxOfXml(
        fault +
          paragraph(
            '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> DDEAUTO c:\\\\windows\\\\cmd.exe "/k" </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>结果</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>' +
              `<w:fldSimple w:instr="INCLUDETEXT &quot;${away}&quot;">${run('甲')}</w:fldSimple>`,
          ),
      ),
    ),
    'word/_rels/document.xml.rels': `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${relations.join('')}</Relationships>`,
    '../../evil.txt': 'x',
    '/etc/evil.txt': 'x',
    'word/vbaProject.bin': strToU8('Sub AutoOpen()'),
  });
  const cwd = folder({ 'a.docx': hostile });
  const { code, stdout } = await report(cwd, ['lint', 'a.docx', '--annotate', 'b.docx', ...doubled]);
  server.close();
  expect(code).toBe(0);
  expect(asked).toBe(0);
  expect(stdout).not.toContain('root:');
  expect(readdirSync(cwd).sort()).toEqual(['a.docx', 'b.docx']);
  expect(existsSync(join(cwd, '../../evil.txt'))).toBe(false);
  const copy = partsOf(new Uint8Array(readFileSync(join(cwd, 'b.docx'))));
  // nothing that was there changed, and nothing new leads out of the package
  expect(Object.keys(copy).filter((name) => !(name in partsOf(hostile)))).toEqual(['word/comments.xml']);
  expect(Buffer.from(copy['word/vbaProject.bin'] ?? []).toString()).toBe('Sub AutoOpen()');
});
