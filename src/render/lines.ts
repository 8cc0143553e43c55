import type { Language } from '../diagnostic.ts';
import type { Inline } from './block.ts';

/** Han, kana and full-width characters: a line may end anywhere between two of them. */
const wide =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Bopomofo}\u3000-\u303F\uFF01-\uFF60\uFFE0-\uFFE6]/u;
/** Full-width in Chinese fonts, though Latin text has them as well. */
const quotes = /[‘’“”…—·]/;

/** The end of a sentence or clause with its closing marks; in text that lost its full-width punctuation, ASCII after a wide character. */
const paragraphEnd =
  /(?:(?<=[。！？：；…][”’）」』】》]{0,4}|[\p{Script=Han}”）》][!?:;])[ \t]*\n|\n(?=[ \t]*\u3000))\s*/u;

/**
 * Cuts a run of lines without a blank one into paragraphs. In Chinese a new line starts a paragraph when the line before it ends
 * a sentence or clause (。！？：；…, with closing quotes or brackets), or when it is itself indented with a full-width space:
 * that is how clerks type. Any other line break only wraps the text. In English a paragraph ends at a blank line.
 */
export const paragraphsOf = (text: string, language: Language): readonly string[] =>
  language === 'zh' ? text.trim().split(paragraphEnd) : [text.trim()];

/**
 * Joins wrapped lines: between two Han, kana or full-width characters nothing is left of the line break; anywhere else,
 * beside Latin letters, digits or code, it becomes a space.
 */
export function joinLines(content: readonly Inline[], language: Language): Inline[] {
  const leaves = leavesOf(content);
  const joined = new Map<Inline, Inline>();
  leaves.forEach((leaf, index) => {
    if (leaf.kind !== 'text' || !leaf.text.includes('\n')) return;
    const text = leaf.text.replace(/(?<![ \t])[ \t]*\n\s*/g, (gap, offset: number) => {
      const before = offset > 0 ? leaf.text.slice(0, offset) : textOf(leaves[index - 1]);
      const after =
        offset + gap.length < leaf.text.length
          ? leaf.text.slice(offset + gap.length)
          : textOf(leaves[index + 1]);
      return isWide(Array.from(before.slice(-2)).at(-1), language) &&
        isWide(Array.from(after.slice(0, 2))[0], language)
        ? ''
        : ' ';
    });
    joined.set(leaf, { kind: 'text', text });
  });
  return joined.size === 0 ? [...content] : replaced(content, joined);
}

const isWide = (character: string | undefined, language: Language): boolean =>
  character !== undefined && (wide.test(character) || (language === 'zh' && quotes.test(character)));

/** Text that stands beside a line break; code is not looked into. */
const textOf = (leaf: Inline | undefined): string =>
  leaf?.kind === 'text' || leaf?.kind === 'reference' ? leaf.text : '';

const leavesOf = (content: readonly Inline[]): Inline[] =>
  content.flatMap((item) => ('content' in item ? leavesOf(item.content) : [item]));

const replaced = (content: readonly Inline[], by: ReadonlyMap<Inline, Inline>): Inline[] =>
  content.map((item) =>
    'content' in item ? { ...item, content: replaced(item.content, by) } : (by.get(item) ?? item),
  );
