import type { Path, Place, RunSpan } from '../diagnostic.ts';
import { notesIn } from '../model/markdown-source.ts';
import { leavesIn, SourceReader, type PrintedStretch, type TextLeaf } from './align.ts';
import type { Inline, Note } from './block.ts';
import { runningLines } from './running-lines.ts';

/** Where the words of a piece of running text stand in the draft. */
interface LeafPlace {
  readonly path: Path;
  readonly stretches: readonly PrintedStretch[];
  /** The name in a reference to a metric. */
  readonly metric: string | undefined;
}

/** Words of a piece that a renderer printed by themselves: from `at` on, so many. */
interface Printed extends LeafPlace {
  readonly at: number;
  readonly length: number;
  run: { readonly part: string; readonly run: number } | undefined;
}

/**
 * The map from places of a draft to what a rendering made of them. Whoever composes a report tells which words of which text a piece
 * prints, whoever prints it where these stand then; a renderer that is given none makes the same bytes.
 */
export class PrintedPlaces {
  readonly #leaves = new WeakMap<Inline, LeafPlace>();
  readonly #printed: Printed[] = [];
  readonly #byPath = new Map<string, Printed[]>();

  /** Some running text prints a text of the draft. */
  prints(path: Path, text: string, content: readonly Inline[]): void {
    this.#read(path, new SourceReader(text), leavesIn(content));
  }

  /** Notes print what a text of the draft defines. */
  printsNotes(path: Path, text: string, notes: readonly Note[]): void {
    const defined = [...notesIn(text)];
    for (const { blocks } of notes) {
      const leaves = leavesIn(runningLines(blocks).flat());
      const words =
        leaves
          .find(({ kind }) => kind !== 'reference')
          ?.text.trim()
          .slice(0, 8) ?? '';
      const index = defined.findIndex((each) => each.text.includes(words));
      const [note] = index === -1 ? [] : defined.splice(index, 1);
      if (note) this.#read(path, new SourceReader(text, note.span), leaves);
    }
  }

  #read(path: Path, source: SourceReader, leaves: readonly TextLeaf[]): void {
    for (const leaf of leaves) {
      const stretches = source.next(leaf);
      const metric = leaf.kind === 'reference' && leaf.to === 'metric' ? leaf.name : undefined;
      if (stretches.length > 0) this.#leaves.set(leaf, { path, stretches, metric });
    }
  }

  /** A piece stands for words of others that it was made of, one after another, from `at` on. */
  becomes(from: readonly Inline[], at: number, made: Extract<Inline, { readonly kind: 'text' }>): void {
    let start = 0;
    const stretches: PrintedStretch[] = [];
    let path: Path | undefined;
    for (const leaf of leavesIn(from)) {
      const place = this.#leaves.get(leaf);
      const shift = start - at;
      if (place) {
        path ??= place.path;
        stretches.push(
          ...within(place.stretches, at - start, made.text.length).map((each) => ({
            ...each,
            at: each.at + Math.max(0, shift),
          })),
        );
      }
      start += leaf.text.length;
    }
    if (path && stretches.length > 0) this.#leaves.set(made, { path, stretches, metric: undefined });
  }

  /** Some words of a piece are printed; the number by which it is told later where. Undefined of what stands nowhere in the draft. */
  print(leaf: Inline, at: number, length: number): number | undefined {
    const place = this.#leaves.get(leaf);
    if (!place || within(place.stretches, at, length).length === 0) return undefined;
    const printed = { ...place, at, length, run: undefined };
    const key = keyOf(place.path);
    this.#byPath.set(key, [...(this.#byPath.get(key) ?? []), printed]);
    return this.#printed.push(printed) - 1;
  }

  /** Where words were printed: in which run of which part. */
  stands(number: number, part: string, run: number): void {
    const printed = this.#printed[number];
    if (printed) printed.run = { part, run };
  }

  /** The characters that print a place; none where it is not printed. */
  runsOf({ path, span, at }: Place): RunSpan[] {
    if (at === 'key') return [];
    const [from, to] = span ?? [0, Number.MAX_SAFE_INTEGER];
    return (this.#byPath.get(keyOf(path)) ?? []).flatMap(({ stretches, at: first, length, run }) =>
      run
        ? within(stretches, first, length).flatMap((stretch) => {
            const held = heldOf(stretch, from, to);
            return held ? [{ ...run, ...held }] : [];
          })
        : [],
    );
  }

  /** The runs that hold exactly one character of a text, as it was typed. */
  typedAt(path: Path, at: number): RunSpan[] {
    const found = (this.#byPath.get(keyOf(path)) ?? []).flatMap(({ stretches, at: first, length, run }) =>
      run
        ? within(stretches, first, length).flatMap((stretch) => {
            const held = stretch.isExact ? heldOf(stretch, at, at + 1) : undefined;
            return held ? [{ ...run, ...held }] : [];
          })
        : [],
    );
    return found;
  }

  /** Where a metric is first printed, by what it is called. */
  metric(names: readonly string[]): RunSpan[] {
    const first = this.#printed.find(
      ({ metric, run }) => metric !== undefined && run && names.includes(metric),
    );
    return first?.run ? [{ ...first.run, start: 0, end: first.length }] : [];
  }
}

const keyOf = (path: Path): string => path.join('\0');

/** The stretches of some characters, counted from the first of these. */
function within(stretches: readonly PrintedStretch[], at: number, length: number): PrintedStretch[] {
  return stretches.flatMap((stretch) => {
    const from = Math.max(at, stretch.at);
    const to = Math.min(at + length, stretch.at + stretch.length);
    if (from >= to) return [];
    const { isExact, start, end } = stretch;
    const shift = from - stretch.at;
    return [
      {
        at: from - at,
        length: to - from,
        isExact,
        start: isExact ? start + shift : start,
        end: isExact ? start + shift + to - from : end,
      },
    ];
  });
}

/** The characters of a stretch that print those between two places; of an empty place, the one before or behind it. */
function heldOf(
  { at, length, start, end, isExact }: PrintedStretch,
  from: number,
  to: number,
): Pick<RunSpan, 'start' | 'end'> | undefined {
  const [first, last] = from === to ? [Math.max(0, from - 1), Math.max(1, from)] : [from, to];
  if (first >= end || last <= start) return undefined;
  if (!isExact) return { start: at, end: at + length };
  return { start: at + Math.max(first, start) - start, end: at + Math.min(last, end) - start };
}
