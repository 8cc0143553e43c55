import { Marked, type MarkedToken, type Token } from 'marked';
import { runAt, type DelimiterRun } from '../emphasis.ts';
import { withWholeTables } from '../whole-tables.ts';

interface RunToken {
  readonly type: 'run';
  readonly run: DelimiterRun;
}

/** A mark of a note, `[^label]`. */
export interface NoteToken {
  readonly type: 'note';
  readonly raw: string;
  readonly label: string;
}

/** marked’s tokens, with what the extensions below add to them. */
export type BodyToken = MarkedToken | RunToken | NoteToken;

const never = (): undefined => undefined;

/**
 * The Markdown of a body: paragraphs, lists, GFM tables, quotes, fenced code, emphasis, links. Left out on purpose, and printed as typed:
 * HTML and entities, link definitions (`[注]: 说明` is a note), indented code (an indent is a paragraph’s), underlined headings,
 * bare addresses (`http://a.cn，详见` has no end), single `~` (10~20人).
 */
const marked = new Marked({
  tokenizer: {
    html: never,
    tag: never,
    def: never,
    code: never,
    lheading: never,
    url: never,
    del: never,
    emStrong: never,
  },
  extensions: [
    {
      name: 'run',
      level: 'inline',
      start: (source) => source.search(/[*_~]/),
      tokenizer: (source, before) => {
        const run = runAt(
          before.slice(-2).reduce((text, { raw }) => text + raw, ''),
          source,
        );
        return run && { type: 'run', raw: run.mark.repeat(run.length), run };
      },
    },
    {
      name: 'note',
      level: 'inline',
      start: (source) => source.indexOf('[^'),
      tokenizer: (source) => {
        const [raw, label] = /^\[\^([^\]\s^]+)\]/.exec(source) ?? [];
        return raw === undefined ? undefined : { type: 'note', raw, label };
      },
    },
  ],
});

/** The blocks of a body’s Markdown. */
export const lexBlocks = (source: string): readonly Token[] => marked.lexer(withWholeTables(source));

/** A line of a body, or a paragraph of it. */
export const lexLine = (source: string): readonly Token[] => marked.Lexer.lexInline(source, marked.defaults);
