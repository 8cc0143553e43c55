import { OriginBuilder, type Origin } from './origin.ts';

/**
 * A text that knows where its characters stand in its document, whatever was cut out of it or put in. Of a Word file they are told as
 * offsets in a run, which counts the characters of its `w:t` and `m:t`, one for each `w:tab`, `w:ptab`, `w:br`, `w:cr` and
 * `w:noBreakHyphen`, and as many for a `w:sym` as its sign has. A text without an origin is as cheap as a string.
 */
export class Traced {
  readonly text: string;
  readonly origin: Origin | undefined;

  constructor(text: string, origin?: Origin) {
    this.text = text;
    this.origin = origin;
  }

  /** Texts one after another. */
  static join(pieces: readonly Traced[], between = ''): Traced {
    const text = pieces.map((piece) => piece.text).join(between);
    if (pieces.every(({ origin }) => origin === undefined)) return new Traced(text);
    const builder = new OriginBuilder();
    pieces.forEach((piece, index) => {
      if (index > 0) builder.add(between.length);
      builder.copy(piece.origin, 0, piece.text.length);
    });
    return new Traced(text, builder.build());
  }

  slice(start: number, end = this.text.length): Traced {
    const text = this.text.slice(start, end);
    if (this.origin === undefined) return new Traced(text);
    if (text.length === this.text.length) return this;
    const builder = new OriginBuilder();
    builder.copy(this.origin, start, start + text.length);
    return new Traced(text, builder.build());
  }

  trim(): Traced {
    const start = this.text.length - this.text.trimStart().length;
    return this.slice(start, Math.max(start, this.text.trimEnd().length));
  }

  split(separator: string): Traced[] {
    let at = 0;
    return this.text.split(separator).map((piece) => {
      const start = at;
      at += piece.length + separator.length;
      return this.slice(start, start + piece.length);
    });
  }

  /** As `replaceAll` of a string: characters of what is found that stay in their order keep their origin. */
  replaceAll(
    pattern: RegExp,
    by: (found: string, at: number, groups: readonly (string | undefined)[]) => string,
  ): Traced {
    const { text, origin } = this;
    const builder = origin && new OriginBuilder();
    let done = 0;
    const replaced = text.replace(pattern, (found: string, ...rest: readonly unknown[]) => {
      const index = rest.findIndex((each) => typeof each === 'number');
      const at = rest[index] as number;
      const insert = by(found, at, rest.slice(0, index) as (string | undefined)[]);
      builder?.copy(origin, done, at);
      if (builder) align(builder, origin, at, found, insert);
      done = at + found.length;
      return insert;
    });
    if (replaced === text) return this;
    builder?.copy(origin, done, text.length);
    return new Traced(replaced, builder?.build());
  }

  /** Another text in its place, in which what both begin and end with is the same. */
  becoming(text: string): Traced {
    if (text === this.text) return this;
    if (this.origin === undefined) return new Traced(text);
    const builder = new OriginBuilder();
    align(builder, this.origin, 0, this.text, text);
    return new Traced(text, builder.build());
  }
}

/** Adds what stands in place of some characters. What was only taken out or put in leaves the others where they stand; else they stand for each other one by one. */
function align(
  builder: OriginBuilder,
  origin: Origin | undefined,
  at: number,
  before: string,
  after: string,
): void {
  const most = Math.min(before.length, after.length);
  let start = 0;
  while (start < most && before[start] === after[start]) start++;
  let end = 0;
  while (end < most - start && before.at(-1 - end) === after.at(-1 - end)) end++;
  builder.copy(origin, at, at + start);
  const [old, made] = [before.slice(start, before.length - end), after.slice(start, after.length - end)];
  alignMiddle(builder, origin, at + start, old, made);
  builder.copy(origin, at + before.length - end, at + before.length);
}

function alignMiddle(
  builder: OriginBuilder,
  origin: Origin | undefined,
  at: number,
  old: string,
  made: string,
): void {
  const kept = within(made, old) ?? undefined;
  if (kept !== undefined) for (const index of kept) builder.copy(origin, at + index, at + index + 1);
  else {
    const inserted = within(old, made);
    if (inserted !== undefined) {
      let next = 0;
      inserted.forEach((index, character) => {
        builder.add(index - next);
        builder.copy(origin, at + character, at + character + 1);
        next = index + 1;
      });
      builder.add(made.length - next);
    } else {
      const same = Math.min(old.length, made.length);
      builder.copy(origin, at, at + same);
      builder.add(made.length - same);
    }
  }
}

/** Where the characters of a text stand in another one, in their order; undefined where one is missing. */
function within(text: string, other: string): number[] | undefined {
  if (text.length > other.length) return undefined;
  const found: number[] = [];
  let at = 0;
  for (let index = 0; index < text.length; index++) {
    at = other.indexOf(text.charAt(index), at);
    if (at === -1) return undefined;
    found.push(at++);
  }
  return found;
}
