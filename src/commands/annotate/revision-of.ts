import type { RunSpan } from '../../diagnostic.ts';
import type { Revision } from '../../importer/annotate/place-revisions.ts';
import type { TextFix } from '../../lint/stamp.ts';

/** What a draft reads as more than the text that it is. */
const isMarkdown = /[\\*_`{}[\]<>&#|~\n]/;

/**
 * How a change of a text of a draft is made in a document; undefined where its characters do not all stand there.
 * @param runsAt the runs that hold a character of the text
 */
export function revisionOf(
  { text, start, end, insert }: TextFix,
  runsAt: (at: number) => readonly RunSpan[],
): Revision | undefined {
  const [from, to] = withoutSame(text, start, end, insert);
  const made = insert.slice(from - start, insert.length - (end - to));
  if ((from === to && made === '') || isMarkdown.test(made)) return undefined;
  // the characters beside it show where it stands, where nothing goes
  const first = from < to ? from : from - characterBefore(text, from).length;
  const last = from < to ? to : to + characterAt(text, to).length;
  const held: RunSpan[] = [];
  for (let at = first; at < last; at++) {
    const [place, more] = runsAt(at);
    if (!place || more) return undefined;
    held.push(place);
  }
  return { held, text: text.slice(first, last), from: from - first, to: to - first, insert: made };
}

/** A change without what stays the same at its start and its end. */
function withoutSame(text: string, start: number, end: number, insert: string): readonly [number, number] {
  let [from, to] = [start, end];
  while (from < to && from - start < insert.length && text[from] === insert[from - start]) from++;
  const least = from - start;
  const lastOf = (at: number): string | undefined => insert[insert.length - 1 - (end - at)];
  while (to > from && insert.length - (end - to) > least && text[to - 1] === lastOf(to)) to--;
  return [from, to];
}

const characterAt = (text: string, at: number): string => /^[^\n]/u.exec(text.slice(at, at + 2))?.[0] ?? '';
const characterBefore = (text: string, at: number): string =>
  /[^\n]$/u.exec(text.slice(Math.max(0, at - 2), at))?.[0] ?? '';
