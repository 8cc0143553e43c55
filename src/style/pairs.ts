import type { TextAlone } from '../reading/text-alone.ts';
import type { Amiss } from './amiss.ts';
import { punctuationOf, type Point } from './punctuation.ts';

const openers = '（(《〈“‘「『【〔';
const closers = '）)》〉”’」』】〕';
/** Brackets of either width are of one kind. */
const kindOf = (index: number): number => Math.max(0, index - 1);

export type PairFault = 'unclosed' | 'unopened' | 'title-in-title' | 'quote-in-quote' | 'straight';

/**
 * Brackets, quotes and title marks without their partners, paragraph by paragraph, and those that stand within their own kind: 《〈…〉》 and
 * “‘…’” (GB/T 15834-2011, 4.8.3.3 and 4.15.3.4). The last mark of 1) is a label, that of don’t an apostrophe.
 */
export function pairFaults(words: TextAlone): readonly Amiss<PairFault>[] {
  const { text } = words;
  const { marks, paragraphs } = words.once(punctuationOf);
  const found: Amiss<PairFault>[] = [];
  let open: Point[] = [];
  let straight: Point[] = [];
  /** Marks within their own kind, with the ones that they stand in: a fault unless those are never closed. */
  const nested = new Map<Point, Point>();
  let paragraph = marks[0]?.paragraph;
  const end = (): void => {
    const next = paragraphs[paragraph === undefined ? 0 : paragraphs.indexOf(paragraph) + 1];
    for (const mark of open)
      // a quotation of several paragraphs opens each anew
      if (!(
        mark.char === '“' &&
        next !== undefined &&
        text
          .slice(...next.span)
          .trimStart()
          .startsWith('“')
      ))
        found.push({ kind: 'unclosed', span: [mark.at, mark.at + 1] });
    open = [];
    const lone = loneStraight(text, straight);
    if (
      lone &&
      !(
        next &&
        text
          .slice(...next.span)
          .trimStart()
          .startsWith('"')
      )
    )
      found.push({ kind: 'straight', span: [lone.at, lone.at + 1] });
    straight = [];
  };
  for (const mark of marks) {
    if (mark.paragraph !== paragraph) end();
    ({ paragraph } = mark);
    if (mark.char === '"' && !mark.chinese) straight.push(mark);
    if (openers.includes(mark.char)) {
      const outer = open.at(-1);
      if (isNested(outer, mark)) nested.set(mark, outer);
      open.push(mark);
    }
    if (closers.includes(mark.char)) found.push(...closed(text, open, mark));
  }
  end();
  const unclosed = new Set(found.flatMap(({ kind, span: [at] }) => (kind === 'unclosed' ? [at] : [])));
  for (const [{ at, char }, outer] of nested)
    if (!unclosed.has(outer.at))
      found.push({ kind: char === '《' ? 'title-in-title' : 'quote-in-quote', span: [at, at + 1] });
  return withoutLong(
    found.sort((a, b) => a.span[0] - b.span[0]),
    words,
  );
}

/** The faults but for brackets and quotes that open a paragraph and close a later one: a note or a poem of several lines. */
function withoutLong(found: readonly Amiss<PairFault>[], words: TextAlone): readonly Amiss<PairFault>[] {
  if (found.length < 2) return found;
  const { text } = words;
  const { paragraphs } = words.once(punctuationOf);
  const edges = paragraphs.map(({ span }) => text.slice(...span).trim());
  const firsts = new Set(
    paragraphs.map(({ span: [start] }, index) => text.indexOf(edges[index] ?? '', start)),
  );
  const lasts = new Set(
    paragraphs.map(({ span: [start] }, index) => {
      const line = (edges[index] ?? '').replace(/[。；，]$/, '');
      return text.indexOf(line, start) + line.length - 1;
    }),
  );
  const long = new Set<Amiss<PairFault>>();
  for (const [index, one] of found.entries()) {
    const two = found[index + 1];
    if (!two || one.kind !== 'unclosed' || two.kind !== 'unopened') continue;
    const [opener, closer] = [text.charAt(one.span[0]), text.charAt(two.span[0])];
    if (kindOf(openers.indexOf(opener)) !== kindOf(closers.indexOf(closer))) continue;
    const isWhole = firsts.has(one.span[0]) && lasts.has(two.span[0]);
    if (isWhole || isWrapped(text.slice(one.span[1], two.span[0])))
      for (const each of [one, two]) long.add(each);
  }
  return found.filter((each) => !long.has(each));
}

/** Whether a few words without a stop are broken by the end of a paragraph: a line of a PDF file that was taken for one. */
const isWrapped = (within: string): boolean =>
  within.length <= WRAPPED && within.includes('\n') && !/[，。；：！？、]/.test(within);
const WRAPPED = 24;

const isNested = (outer: Point | undefined, { char }: Point): outer is Point =>
  outer?.char === char && /[《“]/.test(char);

function closed(text: string, open: Point[], { at, char }: Point): readonly Amiss<PairFault>[] {
  const kind = kindOf(closers.indexOf(char));
  const partner = open.findLastIndex((each) => kindOf(openers.indexOf(each.char)) === kind);
  if (partner !== -1)
    return open
      .splice(partner)
      .slice(1)
      .map((each) => ({ kind: 'unclosed', span: [each.at, each.at + 1] }));
  if (isLabel(text, at, char) || isApostrophe(text, at, char)) return [];
  return [{ kind: 'unopened', span: [at, at + 1] }];
}

/** The straight quote of a paragraph that has no partner, whether those behind digits are inch marks or close a quotation. */
function loneStraight(text: string, quotes: readonly Point[]): Point | undefined {
  const real = quotes.filter(({ at }) => !/\d/.test(text.charAt(at - 1)));
  if (real.length % 2 === 0 || quotes.length % 2 === 0) return undefined;
  const opens = ({ at }: Point): boolean => at === 0 || /[\s(—–-]/.test(text.charAt(at - 1));
  return real.find((each, index) => opens(each) !== (index % 2 === 0)) ?? real.at(-1);
}

/** 1) and 一） before an item. */
const isLabel = (text: string, at: number, char: string): boolean =>
  /[)）]/.test(char) &&
  /(?:^|[\s：；。，、;:,.])(?:\d{1,3}|[A-Za-z]|[一二三四五六七八九十]{1,3}|[ivxIVX]{1,4})$/.test(
    text.slice(Math.max(0, at - 6), at),
  );

const isApostrophe = (text: string, at: number, char: string): boolean =>
  char === '’' && (/[A-Za-z\d]/.test(text.charAt(at - 1)) || /[A-Za-z\d]/.test(text.charAt(at + 1)));
