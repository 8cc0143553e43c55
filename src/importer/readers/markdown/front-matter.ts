import type { UnreadPiece } from '../../block.ts';

/** A text without its front matter: the line that it begins in, from 1, and what the front matter says. */
export interface FrontMatter {
  readonly body: string;
  readonly line: number;
  readonly title?: string;
  readonly language?: 'zh' | 'en';
  /** YYYY-MM-DD. */
  readonly dated?: string;
  /** All that it says, key by key, to be listed. */
  readonly said: readonly UnreadPiece[];
}

const begins = /^[\p{L}\w"'.-][\p{L}\w"' .-]{0,60}[:：](?:\s|$|(?<=：))/u;
const goesOn = /^(?:\s|#|- |[\]}])/;
/** A quoted value is closed within so many lines. */
const MOST = 20;

/**
 * Takes the front matter off a text with the line ends `\n`: YAML between `---` and `---`, or TOML between `+++` and `+++`, at its very beginning. As Jekyll
 * reads it, a quoted value may go on at the start of a line. What begins with no `key:` is no front matter.
 */
export function frontMatter(text: string): FrontMatter {
  const [all, mark = '', inner = ''] =
    /^(---|\+\+\+)[ \t]*\n((?:[^\n]*\n)*?)(?:\1|\.\.\.)[ \t]*(?:\n|$)/.exec(text) ?? [];
  const none: FrontMatter = { body: text, line: 1, said: [] };
  if (all === undefined) return none;
  const pairs = pairsOf(inner, mark === '+++');
  if (pairs === undefined || pairs.length === 0) return none;
  const valueOf = (keys: RegExp): string | undefined => pairs.find(({ key }) => keys.test(key))?.value;
  const title = valueOf(/^(?:title|标题|題目|题目|题名)$/i);
  const language = /^(zh|en)(?:[-_]|$)/i.exec(valueOf(/^(?:lang|language|locale|语言)$/i) ?? '')?.[1];
  const dated = dayOf(valueOf(/^(?:date|dated|日期|成文日期|时间)$/i) ?? '');
  return {
    body: text.slice(all.length),
    line: all.split('\n').length,
    ...(title && { title }),
    ...(language && { language: language.toLowerCase() === 'zh' ? 'zh' : 'en' }),
    ...(dated && { dated }),
    said: pairs.map(({ line, text: words }) => ({ at: line + 2, text: words, why: 'front-matter' })),
  };
}

function dayOf(value: string): string | undefined {
  const [, y = '', m = '', d = ''] =
    /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})(?!\d)/.exec(value.trim()) ?? [];
  return y === '' ? undefined : `${y}-${m.padStart(2, '0')}-${d.padStart(2, '0')}`;
}

interface Pair {
  readonly key: string;
  readonly value: string | undefined;
  /** Its first line, from 0, and its lines as they stand. */
  readonly line: number;
  readonly text: string;
}

/** The keys of front matter; undefined where a line is none of it. */
function pairsOf(inner: string, isToml: boolean): Pair[] | undefined {
  const starts = isToml ? /^[\w"'.-]{1,60}\s{0,9}=|^\[/ : begins;
  const groups: { line: number; lines: string[] }[] = [];
  let quote: { readonly sign: string; readonly until: number } | undefined;
  for (const [at, line] of inner.split('\n').entries()) {
    const last = groups.at(-1);
    if (quote !== undefined && last) {
      last.lines.push(line);
      if (line.trimEnd().endsWith(quote.sign)) quote = undefined;
      else if (at > quote.until) return undefined;
    } else if (line.trim() === '' || line.startsWith('#')) last?.lines.push(line);
    else if (starts.test(line)) {
      groups.push({ line: at, lines: [line] });
      const sign = openQuote(line, isToml);
      quote = sign === undefined ? undefined : { sign, until: at + MOST };
    } else if (last && goesOn.test(line)) last.lines.push(line);
    else return undefined;
  }
  return quote === undefined ? groups.map((group) => pairOf(group, isToml)) : undefined;
}

/** The quote that a line opens and leaves open. */
function openQuote(line: string, isToml: boolean): string | undefined {
  const value = line.slice(line.search(isToml ? /=/ : /[:：]/) + 1).trim();
  const sign = /^["']/.exec(value)?.[0];
  return sign === undefined || (value.length > 1 && value.endsWith(sign)) || value.indexOf(sign, 1) !== -1
    ? undefined
    : sign;
}

function pairOf({ line, lines }: { line: number; lines: readonly string[] }, isToml: boolean): Pair {
  const text = lines.join('\n').trim();
  const at = text.search(isToml ? /=/ : /[:：]/);
  const key = text
    .slice(0, at)
    .trim()
    .replaceAll(/^["']|["']$/g, '');
  return { key, value: scalarOf(text.slice(at + 1).trim()), line, text };
}

/** A value that is a text: quoted or plain on one or several lines, or a block; a list or a mapping is none. */
function scalarOf(value: string): string | undefined {
  const words = value.replaceAll(/\s+/g, ' ');
  const quote = /^["']/.exec(words)?.[0];
  if (quote !== undefined) {
    const end = words.lastIndexOf(quote);
    const inside = words.slice(1, Math.max(1, end));
    return quote === "'" ? inside.replaceAll("''", "'") : inside.replaceAll(/\\(["\\/])/g, '$1');
  }
  if (/^[|>][-+\d]{0,2}(?: |$)/.test(words)) return words.replace(/^\S+ ?/, '') || undefined;
  if (/^(?:[[{&*!]|- )/.test(words)) return undefined;
  const comment = words.search(/(?<=\s)#/);
  return (comment === -1 ? words : words.slice(0, comment)).trim() || undefined;
}
