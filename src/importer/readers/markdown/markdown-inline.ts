import { Marked, type MarkedToken, type Token } from 'marked';
import type { Inline } from '../../../render/block.ts';
import { runAt, type DelimiterRun } from '../../../render/emphasis.ts';
import { pairRuns } from '../../../render/pairs.ts';
import { tokenizeHtml } from '../html/html-tokens.ts';

const NEAR = 1000;
/** A definition of a link whose address looks like one; `[注]: 说明` is text. */
const isDefinition =
  /^ {0,3}\[(?!\^)[^\]\n]{1,200}\]:[ \t]*<?(?:[a-z][a-z+.-]{1,20}:\S|www\.|[/#]|\.{1,2}\/|[\w%./-]{1,200}\.(?:html?|md|pdf|docx?|xlsx?|pptx?|png|jpe?g|gif|svg|txt|csv|zip)(?![\w]))/i;

const never = (): undefined => undefined;

/**
 * Markdown as files have it, but for what would lose words of Chinese texts: `[注]: 说明` is no definition, an indented paragraph is no code, `10~20` strikes
 * nothing out; and bold works beside Chinese punctuation.
 */
export const marked = new Marked({
  tokenizer: {
    def: (source) => (isDefinition.test(source) ? false : undefined),
    code: never,
    url: never,
    del: never,
    emStrong: never,
  },
  extensions: [
    {
      name: 'run',
      level: 'inline',
      // marked asks before each piece of text and stops at these signs itself: a look at all that is left would take time with the square of it
      start: (source) => source.slice(0, NEAR).search(/[*_~]/),
      tokenizer: (source, before) => {
        const run = runAt(
          before.slice(-2).reduce((text, { raw }) => text + raw, ''),
          source,
        );
        return run && { type: 'run', raw: run.mark.repeat(run.length), run };
      },
    },
  ],
});

/** A piece of a paragraph. */
export interface InlinePiece {
  readonly text: string;
  readonly bold: boolean;
}

/** A line break that is meant, within the text of a piece. */
export const BREAK = '\u2028';

/** The text of inline tokens, piece by piece, as it is rendered. */
export const inlinePieces = (tokens: readonly Token[]): InlinePiece[] => flat(inlines(tokens), false);

interface RunToken {
  readonly type: 'run';
  readonly run: DelimiterRun;
}

const inlines = (tokens: readonly Token[]): Inline[] =>
  pairRuns(
    (tokens as readonly (MarkedToken | RunToken)[]).flatMap((token): (Inline | DelimiterRun)[] =>
      token.type === 'run' ? [token.run] : inline(token),
    ),
  );

function inline(token: MarkedToken): Inline[] {
  switch (token.type) {
    case 'codespan':
    case 'escape':
      return [{ kind: 'text', text: token.text }];
    case 'br':
      return [{ kind: 'break' }];
    case 'link':
      return token.autolink === true ? [{ kind: 'text', text: token.text }] : inlines(token.tokens);
    case 'image':
      return [];
    case 'html':
      return /^<br\b/i.test(token.raw) ? [{ kind: 'text', text: BREAK }] : [];
    default:
      return [{ kind: 'text', text: unescape(token.raw) }];
  }
}

/** Character references as they are rendered. */
function unescape(text: string): string {
  if (!text.includes('&')) return text;
  const parts: string[] = [];
  tokenizeHtml(text.replaceAll('<', '&lt;'), {
    open: () => undefined,
    close: () => undefined,
    text: (characters) => void parts.push(characters),
  });
  return parts.join('');
}

function flat(items: readonly Inline[], bold: boolean): InlinePiece[] {
  return items.flatMap((item) => {
    switch (item.kind) {
      case 'text':
      case 'code':
        return [{ text: item.text, bold }];
      case 'break':
        return [{ text: `\n${BREAK}`, bold }];
      default:
        return 'content' in item ? flat(item.content, bold || item.kind === 'strong') : [];
    }
  });
}

/** Where the links of inline tokens lead, and what their pictures are: no text, but said. Definitions are said where they stand. */
export function addressesIn(tokens: readonly Token[]): { text: string; why: 'address' | 'picture' }[] {
  return tokens.flatMap((token) => {
    const each = token as MarkedToken;
    if (each.type === 'image')
      return [
        { text: [each.text, each.href].filter((words) => words !== '').join(' '), why: 'picture' as const },
      ];
    if (each.type === 'link')
      return [
        ...addressesIn(each.tokens),
        ...(each.raw.endsWith(')') && each.autolink !== true
          ? [{ text: [each.href, each.title ?? ''].join(' ').trim(), why: 'address' as const }]
          : []),
      ];
    return 'tokens' in each && each.tokens ? addressesIn(each.tokens) : [];
  });
}
