import { HtmlValidate } from 'html-validate';
import { describe, expect, it } from 'vitest';
import { lint } from '../src/lint/lint.ts';
import { notesIn, tabbedIn } from '../src/model/markdown-source.ts';
import { formats } from '../src/render/index.ts';
import { parsers } from './markdown-parsers.mjs';

const draft = (...bodies: readonly string[]): string =>
  `schema: 1\ntitle: Report\norganization: Agency\nyear: 2017\nsummary:\n  sections:\n${bodies.map((body, index) => `    - title: S${index}\n      body: ${JSON.stringify(body)}\n`).join('')}`;

async function rendered(format: string, text: string): Promise<string> {
  const { reading } = lint('a.report.yaml', text, () => undefined, { rules: [] });
  const render = await formats[format]?.load();
  if (!reading || !render) throw new Error('nothing to render');
  return String(render(reading, { draft: false, internal: false }));
}
const found = (text: string): string[] =>
  lint('a.report.yaml', text, () => undefined)
    .diagnostics.filter(({ rule }) => rule === 'footnotes-paired' || rule === 'marks-supported')
    .map(({ severity, code, range: { start } }) => `${start.line}:${start.column} ${severity} ${code}`);

const two = draft(
  'Twenty[^a], then *ten[^b]*, and twenty again[^a].\n\n[^b]: By count.\n[^a]: By the **office**,\n    in May.',
  '- One[^1]\n- Two[^a]\n\n[^1]: Source.\n\n    More of it.\n\n[^a]: javascript:alert(1)',
);

describe('notes', () => {
  it('are numbered through the report, each with ways there and back', async () => {
    const page = await rendered('html', two);
    expect(page).toContain(
      'Twenty<sup><a href="#note-1" id="note-1-mark" role="doc-noteref">1</a></sup>, then <em>ten<sup><a href="#note-2"',
    );
    expect(page).toContain('again<sup><a href="#note-1" id="note-1-mark-2" role="doc-noteref">1</a></sup>.');
    expect(page).toContain(
      '<li id="note-1">By the <strong>office</strong>, in May. <a href="#note-1-mark" role="doc-backlink" aria-label="Back to mark 1 (1)">↩</a> <a href="#note-1-mark-2"',
    );
    expect(page).toContain('<li id="note-3"><p>Source.</p>\n<p>More of it.</p> <a href="#note-3-mark"');
    const ids = [...page.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id);
    expect(new Set(ids).size).toBe(ids.length);
    for (const [, target] of page.matchAll(/href="#([^"]+)"/g)) expect(ids).toContain(target);
    const { results } = new HtmlValidate({
      root: true,
      extends: ['html-validate:recommended'],
    }).validateStringSync(page);
    expect(results.flatMap(({ messages }) => messages.map(({ ruleId }) => ruleId))).toEqual([]);
  });

  it('are footnotes in Markdown with labels of their own, and none is lost or live where they are not known', async () => {
    const written = await rendered('md', two);
    expect(written).toContain('Twenty[^1], then *ten[^2]*, and twenty again[^1].');
    expect(written).toContain(
      '\n\n[^1]: By the **office**, in May.\n\n[^2]: By count.\n\n[^3]: <span>Source.</span>\n\n    More of it.\n\n[^4]: <span>javascript:alert(1)</span>\n',
    );
    for (const [name, parse] of Object.entries(parsers)) {
      const page = parse(written);
      expect(page, name).toContain('By count.');
      expect(page, name).toContain('Source.');
      expect(page, name).not.toMatch(/href="javascript/);
    }
    for (const name of ['micromark', 'cmark-gfm'])
      if (parsers[name])
        expect(parsers[name](written).match(/<li id="(?:user-content-)?fn-/g)).toHaveLength(4);
  });

  it('stand at the end of a text', async () =>
    expect(await rendered('text', two)).toMatch(
      /Twenty\[1\], then ten\[2\][^]*\n\n\[1\] By the office, in May\.\n\n\[2\] By count\.\n\n\[3\] Source\.\nMore of it\.\n\n\[4\] javascript/,
    ));

  it('that nothing refers to are printed all the same, and marks without one as typed', async () => {
    const text = draft('A[^1]b `[^2]` \\[^3]\n\n[^x]: Lost.\n[^x]: Twice.');
    expect(found(text)).toEqual([
      '8:15 error note-missing',
      '8:38 warning mark-missing',
      '8:51 error note-twice',
    ]);
    const page = await rendered('html', text);
    expect(page).toContain('<p>A[^1]b <code>[^2]</code> [^3]</p>');
    expect(page).toContain('<li id="note-1">Lost.');
    expect(page).toContain('Twice.');
  });

  it('may refer to notes and to themselves', async () => {
    const page = await rendered('html', draft('A[^1]\n\n[^1]: See[^2] and[^1].\n[^2]: End.'));
    expect(page).toContain('<li id="note-2">End. <a href="#note-2-mark"');
  });

  it.each([
    ['a[^1]\n\n[^1]: x\ny\n\nz', ['x\ny']],
    ['[^1]: x\n\n  y\n\nz', ['x\n\ny']],
    ['```\n[^1]: x\n```', []],
    ['`[^1]: x`', []],
    ['- [^1]: x', []],
  ])('end where their text does: %j', (text, said) =>
    expect(notesIn(text).map((note) => note.text)).toEqual(said),
  );
});

describe('tables in a body', () => {
  it('keep where their columns stand', async () => {
    const text = draft('| a | b | c | d |\n| :-- | :-: | --: | --- |\n| 1 | 2 | 3 | 4 |');
    expect(await rendered('md', text)).toContain('| :--- | :---: | ---: | --- |');
    expect(await rendered('html', text)).toContain(
      '<tr><td class="left">1</td><td class="center">2</td><td class="right">3</td><td>4</td></tr>',
    );
  });

  it('may be lines of cells parted by tabs, as a spreadsheet has them', async () => {
    const text = draft('Sums:\nOffice\t2016\t2017\nEast\t10\t1|2\nWest\t\t*4*\nIn all.');
    expect(await rendered('md', text)).toContain(
      'Sums:\n\n| Office | 2016 | 2017 |\n| --- | --- | --- |\n| East | 10 | 1\\|2 |\n| West |  | *4* |\n\nIn all.',
    );
    expect(found(text)).toEqual(['8:21 info cells']);
  });

  it.each([
    '\tAn indented line.\n\tAnother.',
    '（一）\t甲\n（二）\t乙',
    '1.\tOne\n2.\tTwo',
    '- a\tb\n- c\td',
    '```\na\tb\nc\td\n```',
    'a\tb\n\nc\td',
  ])('are not seen in %j', (text) => expect(tabbedIn(text.replace(/^```[^]*```$/, '')).length).toBe(0));
});

describe('marks that a body does not read', () => {
  it.each([
    ['a <b>c</b>', ['2 html', '6 html']],
    ['a <!-- b -->', ['2 html']],
    ['R&nbsp;D &#8212; AT&T;', ['1 entity', '9 entity']],
    ['## Title\nText', ['0 heading']],
    ['Title\n===', ['underline']],
    ['Title\n---', ['underline']],
    ['[a]: https://example.org', ['0 definition']],
    ['Term\n: meaning', ['term']],
    ['- [ ] open\n- [x] done', ['2 task', 'task']],
    ['==bright== H~2~O m^2^', ['0 highlight', 'script', 'script']],
    ['$$x$$', ['0 math']],
    ['> [!NOTE]', ['2 alert']],
    ['[a](https://example.org "b")', ['0 title']],
    ['a\tb', ['0 tab']],
    [
      'a\n\n---\n\n**b** *c* ~~d~~ `<b>` \\<b> <https://example.org> {{x}} [^1]\n\n[^1]: e\n\n> f\n>\n> > g\n\n1. h\n   - i',
      [],
    ],
    ['5 < 6 and p<0.05, 10~20人、30~40人, a == b, $5 and $6, 见[注]: 说明, #1, 3 - 4', []],
  ])('%j', (text, kinds) => {
    const { diagnostics } = lint('a.report.yaml', draft(text), () => undefined);
    const codes = diagnostics
      .filter(({ rule }) => rule === 'marks-supported')
      .map(
        ({ code, range: { start, end } }) =>
          [start.column - 14, code, end.column > start.column || end.line > start.line] as const,
      );
    expect(codes.map(([, code]) => code).sort()).toEqual(kinds.map((kind) => kind.split(' ').at(-1)).sort());
    for (const kind of kinds) {
      const [at, code] = kind.split(' ');
      if (code !== undefined) expect(codes).toContainEqual([Number(at), code, true]);
    }
  });
});
