import { describe, expect, it } from 'vitest';
import type { UserError } from '../src/errors.ts';
import { MOST } from '../src/importer/outline/extent.ts';
import { readDocument } from '../src/importer/read.ts';
import { readPlainText } from '../src/importer/readers/read-text.ts';
import { docxOfXml } from './docx-file.ts';
import { folder, report } from './cli.ts';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const refused = async (name: string, content: Uint8Array | string): Promise<string> =>
  readDocument(name, typeof content === 'string' ? bytes(content) : content).then(
    ({ blocks }) => `read ${blocks.length}`,
    (error: unknown) => (error as UserError).words.en,
  );

describe('a document that is longer than a report', () => {
  it.each([
    ['many lines', 'a.txt', '修建道路5公里。\n'.repeat(MOST.lines + 1)],
    ['one long line', 'a.txt', '修建道路5公里，'.repeat(MOST.characters / 8 + 1)],
    ['many rows', 'a.txt', `name\tcount\n${'a\t1\n'.repeat(MOST.lines)}`],
    ['many cells', 'a.txt', `${'1\t'.repeat(MOST.cells)}2\n`],
    [
      'many sections',
      'a.md',
      Array.from({ length: MOST.lines / 2 + 1 }, (_, index) => `## S ${index}\n\nText.\n\n`).join(''),
    ],
    ['many paragraphs of a page', 'a.html', '<p>Text'.repeat(MOST.lines + 1)],
  ])('is refused, with the limit: %s', async (_, name, text) =>
    expect(await refused(name, text)).toContain('longer than a report: up to 1,000,000 characters'),
  );

  it('is read up to the limit', async () => {
    expect(await refused('a.txt', '修建道路5公里。\n'.repeat(MOST.lines))).toBe(`read ${MOST.lines}`);
  });

  it('ends the command with 2 and leaves nothing', async () => {
    const cwd = folder({ 'a.txt': '修建道路5公里。\n'.repeat(MOST.lines + 1) });
    expect(await report(cwd, ['import', 'a.txt', '--lang', 'zh'])).toMatchObject({
      code: 2,
      stderr: expect.stringContaining('请分成几份导入') as string,
    });
  });
});

describe('a page with very many attributes', () => {
  const tag = (count: number): string =>
    `<p ${Array.from({ length: count }, (_, index) => `a${index}="x"`).join(' ')}>Text.</p>`;
  it('in one tag is refused', async () => {
    expect(await refused('a.html', tag(200_000))).toContain('more than 2,000 attributes');
    expect(await refused('a.html', tag(200_000).replace(/>.*/, ''))).toContain('more than 2,000 attributes');
  });
  it('in many tags is read', async () => expect(await refused('a.html', tag(1500).repeat(5))).toBe('read 5'));
});

it('a page is read as a whole wherever its pieces end', async () => {
  // characters of two units, entities, line breaks of two and tags at every place where a piece may end
  const unit = '<b>𠀀&amp;&notin;\r\n甲</b>&#x1F600;<i a="&lt;">x</i>';
  const plain = (text: string): string => text.replaceAll(/\s+/g, '');
  for (let shift = 0; shift < unit.length; shift++) {
    const { blocks } = await readDocument('a.html', bytes(`<p>${'x'.repeat(shift)}${unit.repeat(200)}</p>`));
    const text = blocks.map((block) => (block.kind === 'paragraph' ? block.text : '')).join('');
    expect(plain(text)).toBe('x'.repeat(shift) + '𠀀&∉甲😀x'.repeat(200));
  }
});

describe('lines of a text', () => {
  it('that were broken at a width are joined, however many', () => {
    const line = 'words that go on and on and on and on';
    const { blocks } = readPlainText(`${line}\n`.repeat(9000));
    expect(blocks.length).toBe(1);
    expect(blocks[0]).toMatchObject({ text: Array<string>(9000).fill(line).join(' ') });
  });

  it('stay a table after a line that looks broken', () => {
    const rows = Array.from({ length: 20 }, (_, index) => `name of row\t${1000 + index}\t${index}`).join(
      '\n',
    );
    expect(readPlainText(`Table of the year\n${rows}\n`).blocks.map(({ kind }) => kind)).toEqual([
      'paragraph',
      'table',
    ]);
  });
});

it('a Word file that unpacks to far more text than a report has is refused while it is read', async () => {
  const paragraph = `<w:p><w:r><w:t>${'建成公路'.repeat(50)}</w:t></w:r></w:p>`;
  const big = docxOfXml(paragraph.repeat(40_000));
  expect(big.length).toBeLessThan(2_000_000);
  expect(await refused('a.docx', big)).toMatch(/longer than a report|unpacks to far more/);
});
