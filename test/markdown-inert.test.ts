import { Reading } from '../src/reading/reading.ts';
import fc from 'fast-check';
import { parseFragment, type DefaultTreeAdapterTypes as Tree } from 'parse5';
import { describe, expect, it } from 'vitest';
import { folder, report } from './cli.ts';
import { deep, sample } from './depth.ts';
import { lint } from '../src/lint/lint.ts';
import { markdownTable, oneLine } from '../src/ledger/table-formats.ts';
import { escapeStart, headingText } from '../src/render/markdown/markdown-escape.ts';
import { inlineMarkdown } from '../src/render/markdown/markdown-inline.ts';
import { htmlRenderer } from '../src/render/html/html.ts';
import { markdownRenderer } from '../src/render/markdown/markdown.ts';
import { missing, parsers } from './markdown-parsers.mjs';
import { payloads } from './markdown-payloads.ts';

if (missing.length > 0)
  console.log(
    `skipped: ${missing.join(', ')} is not installed, so what it makes of our Markdown was not seen`,
  );

const elements = new Set(
  'a blockquote br code del em h1 h2 h3 h4 h5 h6 hr li ol p pre s section span strong sup table tbody td th thead tr ul'.split(
    ' ',
  ),
);
/** Attributes that a parser writes for what we wrote; an address is one that may be followed. */
const attributes: Readonly<Record<string, RegExp>> = {
  'a href': /^(?:https?:\/\/|ftp:\/\/|mailto:|xmpp:|#|\/\/)/i,
  'ol start': /^\d+$/,
  // notes, as we and as parsers of GFM write them
  'a id': /^(?:note-\d+-mark(?:-\d+)?|(?:user-content-)?fnref-\d+(?:-\d+)?)$/,
  'a role': /^doc-(?:noteref|backlink)$/,
  'a aria-label': /^Back to /,
  'a aria-describedby': /^footnote-label$/,
  'a class': /^(?:data-footnote-backref|footnote-backref|footnote-ref|sr-only)$/,
  'a data-footnote-ref': /^$/,
  'a data-footnote-backref': /^$/,
  'a data-footnote-backref-idx': /^\d+(?:-\d+)?$/,
  'h2 id': /^footnote-label$/,
  'h2 class': /^sr-only$/,
  'li id': /^(?:note-\d+|(?:user-content-)?fn-\d+)$/,
  'section class': /^(?:notes|footnotes)$/,
  'section data-footnotes': /^$/,
  'section role': /^doc-endnotes$/,
  'sup class': /^footnote-ref$/,
};

/** Everything in a page that is neither text nor what our Markdown asks for. */
function live(html: string): string[] {
  const found: string[] = [];
  const visit = (node: Tree.Node): void => {
    if (node.nodeName === '#comment') found.push(`comment ${'data' in node ? node.data : ''}`);
    if ('tagName' in node) {
      if (!elements.has(node.tagName)) found.push(`<${node.tagName}>`);
      for (const { name, value } of node.attrs)
        if (attributes[`${node.tagName} ${name}`]?.test(value) !== true)
          found.push(`<${node.tagName} ${name}="${value}">`);
    }
    if ('childNodes' in node) node.childNodes.forEach(visit);
  };
  visit(parseFragment(html));
  return [...new Set(found)];
}

/** The words of a page: of each block of it, with blanks as one. */
function words(html: string): string[] {
  const blocks = [''];
  const visit = (node: Tree.Node): void => {
    if (node.nodeName === '#text' && 'value' in node) blocks[blocks.length - 1] += node.value;
    const apart = /^(?:p|h\d|li|td|th|pre|ul|ol|table|tr|blockquote)$/.test(node.nodeName);
    if (apart || node.nodeName === 'br') blocks.push('');
    if ('childNodes' in node) node.childNodes.forEach(visit);
    if (apart) blocks.push('');
  };
  visit(parseFragment(html));
  return blocks.map((text) => text.replace(/[\s\u00A0]+/g, ' ').trim()).filter((text) => text !== '');
}

const quoted = (text: string): string => JSON.stringify(text);
const printed = (text: string): string => text.replaceAll('\u0000', '').replace(/\s+/g, ' ').trim();

const head = (year: number): string =>
  `schema: 1\ntitle: ${quoted(`T ${payloads[0]}`)}\norganization: ${quoted('O <img src=x onerror=alert(1)> http://x.cn/<img src=x onerror=alert(1)>')}\nyear: ${year}\n`;

/** A draft that says each text wherever text may stand; with `bodies`, as Markdown too. */
function draftOf(texts: readonly string[], year: number, bodies: boolean): string {
  const section = (text: string, index: number): string =>
    [
      `    - title: ${quoted(text)}`,
      `      lead: ${quoted(text)}`,
      `      body: ${quoted(bodies ? text : `Section ${index} has {{m${index}}}.`)}`,
      `      metrics: { m${index}: { value: ${year - index}, name: ${quoted(text)}, source: ${quoted(text)}, definition: ${quoted(text)} } }`,
      `      tables: { t${index}: { name: ${quoted(text)}, unit: ${quoted(text)}, columns: [${quoted(text)}, c], rows: { ${quoted(`${text} ${index}`)}: [${quoted(text)}, 1] } } }`,
      year === 2017
        ? ''
        : `      results: { g${index}: { outcome: ${index % 2 === 0 ? 'pending' : 'missed'}, reason: ${quoted(text)}, remedy: ${quoted(text)}, date: 2018-07-02, progress: [{ date: 2018-07-01, note: ${quoted(text)} }] } }`,
    ].join('\n');
  const goal = (text: string, index: number): string =>
    `    - title: ${quoted(`${text} .`)}\n      lead: ${quoted(text)}\n      targets: { g${index}: { goal: ${quoted(text)}, origin: ${quoted(text)}, leader: ${quoted(text)}, due: 2018-0${1 + (index % 9)} } }`;
  return `${head(year)}${year === 2017 ? '' : 'previous: 2017.report.yaml\n'}summary:\n  sections:\n${texts.map(section).join('\n')}\nplan:\n  sections:\n${texts.map(goal).join('\n')}\n`;
}

const outputs: Readonly<Record<string, readonly string[]>> = {
  render: ['render', '2018', '--draft', '--internal'],
  figures: ['figures', '2018', '--format', 'md'],
  status: ['status', '2018', '--all', '--format', 'md'],
  'status by origin': ['status', '2018', '--all', '--format', 'md', '--by', 'origin'],
  bulletin: ['status', '2018', '--bulletin', '2018-07'],
  diff: ['diff', '2017', '2018', '--format', 'md'],
};

describe('Markdown that we write', () => {
  // all of them in a deep run, else some of each kind: the next test has them all
  const some = payloads.filter((_, index) => deep || index % 23 === 0);
  const plain = folder({
    '2017.report.yaml': draftOf(some, 2017, false),
    '2018.report.yaml': draftOf(some, 2018, false),
  });

  it('is tried on more than three hundred payloads', () =>
    expect(new Set(payloads).size).toBeGreaterThan(300));

  it.each(Object.entries(outputs))('brings none of them to life in any parser: %s', async (name, argv) => {
    const { stdout } = await report(plain, argv, { LANG: 'en_US.UTF-8' });
    expect(stdout.length, name).toBeGreaterThan(2_000);
    for (const [parser, parse] of Object.entries(parsers)) expect(live(parse(stdout)), parser).toEqual([]);
  });

  it('brings none of them to life as a paragraph, a heading, an item, bold or a cell, and shows each as it was written', () => {
    const lines = payloads.map(printed);
    const written = lines.map((line) => {
      const text = inlineMarkdown([{ kind: 'text', text: line }]);
      const strong = inlineMarkdown([{ kind: 'strong', content: [{ kind: 'text', text: line }] }]);
      return [
        escapeStart(text),
        `# ${headingText(text)}`,
        `- ${escapeStart(text)}`,
        markdownTable({ head: [line], body: [[line]] }),
        strong,
      ].join('\n\n');
    });
    for (const [parser, parse] of Object.entries(parsers)) {
      const page = parse(written.join('\n\n'));
      expect(live(page), parser).toEqual([]);
      expect(words(page), parser).toEqual(
        lines.flatMap((line) => [line, line, line, oneLine(line), oneLine(line), line]),
      );
    }
  });

  const character = fc.constantFrom(
    ...'\\`*_~[]()<>&;#|!:/.@"\'=+-{}$^ aB1，。“”中文—…\u00A0é😀',
    'http://x.cn/',
    'www.x.cn/a',
    '&lt;',
    '&#42;',
    '~~',
    '**',
    '<b>',
    '](',
  );
  const texts = fc.array(fc.string({ unit: character, minLength: 1, maxLength: 24 }).map(printed), {
    minLength: 20,
    maxLength: 40,
  });

  it('reads as it was written, whatever the characters', () => {
    fc.assert(
      fc.property(texts, (all) => {
        const lines = all.filter((line) => line !== '');
        const written = lines.map((line) => {
          const text = inlineMarkdown([{ kind: 'text', text: line }]);
          const mixed = inlineMarkdown([
            { kind: 'text', text: line },
            { kind: 'strong', content: [{ kind: 'text', text: line }] },
            { kind: 'link', href: 'https://x.cn/', content: [{ kind: 'text', text: line }] },
            { kind: 'text', text: line },
          ]);
          return [
            escapeStart(text),
            `## ${headingText(text)}`,
            escapeStart(mixed),
            markdownTable({ head: ['h'], body: [[line]] }),
          ].join('\n\n');
        });
        for (const [parser, parse] of Object.entries(parsers)) {
          const page = parse(written.join('\n\n'));
          expect(live(page), parser).toEqual([]);
          expect(words(page), parser).toEqual(
            lines.flatMap((line) => [line, line, printed(line + line + line + line), 'h', line]),
          );
        }
      }),
      { numRuns: sample(200, 0.03), seed: 11 },
    );
  });

  const path = fc.string({ unit: fc.constantFrom(...'ab01~_*()-.,;:@&=+$!%2F/?#'), maxLength: 20 });

  it('links honest addresses whole, with ~ _ * ( ) and all', () => {
    fc.assert(
      fc.property(fc.array(path, { minLength: 20, maxLength: 30 }), (paths) => {
        const addresses = paths
          .map((each) => `https://x.cn/~${each.replaceAll(/[()]/g, '')}(a_b)*c/_d`)
          .filter((each) => !/&#?\w+;|%(?!2F)/.test(each));
        const written = addresses.map(
          (each) =>
            `${inlineMarkdown([{ kind: 'text', text: `见${each}，另见` }])}\n\n${inlineMarkdown([{ kind: 'link', href: each, content: [{ kind: 'text', text: '网站' }] }])}`,
        );
        for (const [parser, parse] of Object.entries(parsers)) {
          const page = parse(written.join('\n\n'));
          expect(words(page), parser).toEqual(addresses.flatMap((each) => [`见${each}，另见`, '网站']));
          expect(
            [...page.matchAll(/href="([^"]*)"/g)].map(([, href = '']) =>
              decodeURI(href.replaceAll('&amp;', '&')),
            ),
          ).toEqual(addresses.flatMap((each) => [each, each].map(decodeURI)));
        }
      }),
      { numRuns: sample(100, 0.05), seed: 12 },
    );
  });

  const pageAndMarkdown = (texts: readonly string[]): readonly [string, string] => {
    const sections = texts
      .map((text, index) => `    - title: S${index}\n      body: ${quoted(text)}\n`)
      .join('');
    const { report: read } = lint(
      'a.report.yaml',
      `schema: 1\ntitle: T\norganization: O\nyear: 2017\nsummary:\n  sections:\n${sections}`,
      () => undefined,
      {
        rules: [],
      },
    );
    if (!read) throw new Error('the draft cannot be read');
    const options = { draft: false, internal: false };
    return [
      /<main[^>]*>([^]*)<\/main>/.exec(htmlRenderer(new Reading(read), options))?.[1] ?? '',
      markdownRenderer(new Reading(read), options),
    ];
  };

  it('keeps them inert as bodies, on the page and in every parser', () => {
    const [page, written] = pageAndMarkdown(payloads);
    const framed = /^<(?:div|(?:section|h\d|p|pre|th|td|div|ol) (?:id|class|tabindex|scope|aria-label)=)/;
    expect(live(page).filter((found) => !framed.test(found))).toEqual([]);
    for (const [parser, parse] of Object.entries(parsers)) expect(live(parse(written)), parser).toEqual([]);
  });

  it('gives each body the words that the page has, in every parser', () => {
    // what a parser makes of notes is its own
    const [page, written] = pageAndMarkdown(payloads.filter((text) => !text.includes('[^')));
    for (const [parser, parse] of Object.entries(parsers))
      expect(words(parse(written)).slice(1), parser).toEqual(words(page));
  });
});
