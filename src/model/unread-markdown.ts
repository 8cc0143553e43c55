import type { Span } from '../quantity/value/formula.ts';
import { linksIn, loneTabsIn, tabbedIn, underlinesIn } from './markdown-source.ts';

/** Markup of other dialects that a body would print as it was typed, or not as it was meant. */
export type Unread =
  | 'html'
  | 'entity'
  | 'heading'
  | 'underline'
  | 'definition'
  | 'term'
  | 'task'
  | 'highlight'
  | 'script'
  | 'math'
  | 'alert'
  | 'title'
  | 'cells'
  | 'tab';

/** Each by the characters to be shown, which the first group holds where the rest only stands before it; and what a text must hold to have one. */
const constructs: readonly (readonly [Unread, RegExp, string])[] = [
  ['html', /<\/?[A-Za-z][A-Za-z0-9-]*(?:\s[^<>\n]*)?\/?>|<!--/g, '<'],
  ['entity', /&(?:#\d{1,7}|#[Xx][\dA-Fa-f]{1,6}|[A-Za-z][A-Za-z0-9]{1,30});/g, '&'],
  ['heading', /^ {0,3}(#{1,6})(?=[ \t])/gm, '#'],
  [
    'definition',
    /^ {0,3}(\[(?!\^)[^[\]\n]+\]:)(?=[ \t]*<?(?:[A-Za-z][A-Za-z+.-]*:\/\/|mailto:|\.{0,2}\/|#|www\.))/gm,
    ']:',
  ],
  ['term', /(?<=\S[^\n]*\n)(:)(?=[ \t]+\S)/g, '\n:'],
  ['task', /^[ \t]*[-*+] (\[[ xX]\])(?=[ \t])/gm, '['],
  ['highlight', /==(?=[^\s=])[^=\n]*[^\s=]==/g, '=='],
  ['script', /(?<=[\p{L}\d])\^[\p{L}\d+-]{1,12}\^/gu, '^'],
  ['script', /(?<=[A-Za-z])~\d{1,4}~(?![~\d])/gu, '~'],
  ['math', /\$\$/g, '$$'],
  ['alert', /^ {0,3}> {0,3}(\[![A-Z]+\])/gm, '[!'],
];

/** Everything in a body that is no markup here though it is elsewhere, in the order of the kinds. */
export function* unreadIn(text: string, masked: string): Generator<readonly [Unread, Span]> {
  for (const [kind, pattern, sign] of constructs) {
    if (!masked.includes(sign)) continue;
    for (const found of masked.matchAll(pattern)) {
      const start = found.index + (found[1] === undefined ? 0 : found[0].indexOf(found[1]));
      const span: Span = [start, start + (found[1] ?? found[0]).length];
      yield [kind, span];
      // of a formula and of a text in tags one finding is enough
      if (kind === 'math') break;
    }
  }
  for (const { titled, span } of linksIn(text, masked)) if (titled) yield ['title', span];
  for (const span of underlinesIn(masked)) yield ['underline', span];
  for (const span of tabbedIn(masked)) yield ['cells', span];
  for (const span of loneTabsIn(masked)) yield ['tab', span];
}

/** Markup in a text that is printed as it stands: bold, a link or picture, the mark of a note, a tag. */
export const markupIn = (text: string): readonly Span[] =>
  [
    ...text.matchAll(
      /\*\*(?=[^\s*])[^*\n]*\*\*|!?\[[^[\]\n]*\]\([^()\n]*\)|\[\^[^\]\s^]+\]|<\/?[A-Za-z][A-Za-z0-9-]*(?:\s[^<>\n]*)?\/?>/g,
    ),
  ].map(({ 0: found, index }): Span => [index, index + found.length]);
