import { execFileSync } from 'node:child_process';
import { Marked } from 'marked';
import MarkdownIt from 'markdown-it';
import { micromark } from 'micromark';
import { gfm, gfmHtml } from 'micromark-extension-gfm';

const marked = new Marked();
const markdownIt = new MarkdownIt({ html: true, linkify: true });
const cmarkOptions = [
  '--unsafe',
  ...['footnotes', 'table', 'strikethrough', 'autolink', 'tasklist'].flatMap((name) => ['-e', name]),
];

const cmark = (markdown) =>
  execFileSync('cmark-gfm', cmarkOptions, { input: markdown, encoding: 'utf8', maxBuffer: 1 << 28 });

function hasCmark() {
  try {
    cmark('');
    return true;
  } catch {
    return false;
  }
}

export const missing = hasCmark() ? [] : ['cmark-gfm'];

export const parsers = {
  marked: (markdown) => marked.parse(markdown),
  'markdown-it': (markdown) => markdownIt.render(markdown),
  micromark: (markdown) =>
    micromark(markdown, {
      extensions: [gfm()],
      htmlExtensions: [gfmHtml()],
      allowDangerousHtml: true,
      allowDangerousProtocol: true,
    }),
  ...(missing.length === 0 && { 'cmark-gfm': cmark }),
};
