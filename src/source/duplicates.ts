import type { Problem } from '../diagnostic.ts';
import type { Entry } from './tree.ts';

/** A key that stands in a mapping already, and where it stood first. */
export interface Duplicate {
  readonly entry: Entry;
  readonly first: Entry;
}

/**
 * What is said of keys that a mapping has twice. Several of them in an item of a list are another item that lost its “- ”:
 * that is one mistake, and nobody is told to throw a whole section away.
 */
export function duplicateProblems(
  all: readonly Duplicate[],
  start: Entry | undefined,
  isItem: boolean,
): readonly Problem[] {
  const [begin] = all;
  if (begin !== undefined && isItem && all.length > 1)
    return [
      {
        ...problemOf(begin, 'item-dash'),
        data: { written: begin.entry.key.value, first: start?.key.value ?? '' },
      },
    ];
  return all.map((each) => problemOf(each, 'key-duplicate', isItem));
}

const problemOf = ({ entry: { key }, first }: Duplicate, message: string, item = false): Problem => ({
  start: key.start,
  end: key.end,
  message,
  data: { written: key.value, item: item ? 1 : 0 },
  related: [
    { start: first.key.start, end: first.key.end, note: { en: 'first written here', zh: '前一处在这里' } },
  ],
});
