import type { Emphasis, Inline } from '../block.ts';
import { beforeLink, destination, escapeText } from './markdown-escape.ts';

/** The characters beside a stretch of text in the file, empty at the ends of a line, and what the text stands in. */
interface Beside {
  readonly before: string;
  readonly after: string;
  readonly inLink?: boolean;
  readonly inCell?: boolean;
}

const edges: Beside = { before: '', after: '' };

/**
 * Running text as CommonMark that every parser reads alike. What would be markup by accident is escaped, `~` too
 * (10~20人、30~40人 is struck out elsewhere); addresses get a clear end. `**` is written where plain CommonMark reads it, `<strong>` where it
 * does not, as in `<strong>“阳光招生”</strong>工程`.
 */
export function inlineMarkdown(content: readonly Inline[], beside: Beside = edges): string {
  let text = '';
  const items = joinTexts(content);
  items.forEach((item, index) => {
    const next = items[index + 1];
    if (item.kind === 'link') text = beforeLink(text);
    text += written(item, {
      ...beside,
      before: text.at(-1) ?? beside.before,
      after: next ? firstOf(next) : beside.after,
    });
  });
  return text;
}

/** Stretches of text as one: whether `&` begins an entity shows only then. */
function joinTexts(content: readonly Inline[]): Inline[] {
  const joined: Inline[] = [];
  for (const item of content) {
    const last = joined.at(-1);
    if (last && isText(last) && isText(item))
      joined[joined.length - 1] = { kind: 'text', text: last.text + item.text };
    else joined.push(item);
  }
  return joined;
}

const isText = (item: Inline): item is Extract<Inline, { readonly kind: 'text' | 'reference' }> =>
  item.kind === 'text' || item.kind === 'reference';

function written(item: Inline, beside: Beside): string {
  switch (item.kind) {
    case 'text':
    case 'reference':
      return escapeText(item.text, beside.inLink);
    case 'code':
      // parsers differ on which `|` of a code span in a cell is one
      return beside.inCell === true && item.text.includes('|')
        ? `<code>${escapeText(item.text, true)}</code>`
        : codeSpan(item.text);
    case 'break':
      return '\\\n';
    case 'link':
      return `[${inlineMarkdown(item.content, { ...beside, before: '[', after: ']', inLink: true })}](${destination(item.href)})`;
    case 'image':
      return `![${escapeText(item.alt.replaceAll(/\s+/g, ' '), true)}](${destination(item.address)})`;
    case 'note':
      return `[^${item.number}]`;
    default:
      return emphasised(item.kind, item.content, beside);
  }
}

/** The character with which an item begins in the file, as far as it matters for what stands before it. */
function firstOf(item: Inline): string {
  if (isText(item)) return escapeText(item.text.slice(0, 2)).charAt(0);
  return {
    code: '`',
    break: '\\',
    link: '[',
    image: '!',
    note: '[',
    strong: '<',
    emphasis: '<',
    deleted: '<',
  }[item.kind];
}

const tags: Readonly<Record<Emphasis, string>> = { strong: 'strong', emphasis: 'em', deleted: 'del' };

function emphasised(kind: Emphasis, content: readonly Inline[], beside: Beside): string {
  const text = inlineMarkdown(content, { ...beside, before: '>', after: '<' });
  const mark = { strong: '**', emphasis: '*', deleted: '' }[kind];
  if (mark !== '' && !content.some(holdsEmphasis) && flanks(text, beside)) return mark + text + mark;
  return text === '' ? '' : `<${tags[kind]}>${text}</${tags[kind]}>`;
}

const holdsEmphasis = (item: Inline): boolean =>
  item.kind in tags || ('content' in item && item.content.some(holdsEmphasis));

/** Whether `**` around a text opens and closes by CommonMark’s own rule, whichever Unicode classes a parser takes for punctuation. */
function flanks(text: string, { before, after }: Beside): boolean {
  if (text === '' || before === '*' || /^\s|\s$/u.test(text)) return false;
  const free = (character: string): boolean => character === '' || /[\s\p{P}]/u.test(character);
  const opens = !/^[\p{P}\p{S}]/u.test(text) || free(before);
  const closes = !/[\p{P}\p{S}]$/u.test(text) || free(after);
  return opens && closes;
}

function codeSpan(text: string): string {
  const longest = Math.max(0, ...[...text.matchAll(/`+/g)].map(([run]) => run.length));
  const fence = '`'.repeat(longest + 1);
  const space = /^[` ]|[` ]$/.test(text) || text === '' ? ' ' : '';
  return fence + space + text + space + fence;
}
