import type { RunSpan } from '../../diagnostic.ts';
import { afterSign, beforeSign, type MarkPlace, type CommentReach } from './place-comments.ts';
import type { PartRuns, RunPiece, RunSign, WordRun } from './word-runs.ts';

/** A change of words: of characters that stand side by side, some go, and others come in their place. */
export interface Revision {
  /** A character each, in their order: what goes, and where there is one the character before and behind it. */
  readonly held: readonly RunSpan[];
  /** What they say together. */
  readonly text: string;
  /** Which of them go, end excluded. */
  readonly from: number;
  readonly to: number;
  /** What comes behind those that go. */
  readonly insert: string;
}

/** A change as it is written: stretches of runs that go, and what comes. */
export interface PlacedRevision {
  readonly removed: readonly RemovedText[];
  readonly added: AddedText | undefined;
}

/** Words that go, all in one piece of a run. */
export interface RemovedText extends CommentReach {
  readonly piece: RunPiece;
}

/** Words that come in at a place, set as the run beside them is. */
export interface AddedText {
  readonly text: string;
  readonly at: MarkPlace;
  /** The run beside the place. */
  readonly beside: WordRun;
  readonly like: WordRun;
}

/** A sign with its run. */
interface Held {
  readonly run: WordRun;
  readonly sign: RunSign;
}

/** Places changes of the words of a part one after another; what would meddle with one that was placed is not. */
export class Revisions {
  readonly placed: PlacedRevision[] = [];
  readonly #runs: PartRuns['runs'];
  readonly #removed = new Set<RunSign>();
  /** What changes stand at, which no other may take away. */
  readonly #held = new Set<RunSign>();
  readonly #added = new Set<number>();

  /** @param runs with the characters of all of them */
  constructor({ runs }: PartRuns) {
    this.#runs = runs;
  }

  /**
   * Places a change; whether it could be. It cannot where its characters do not stand as they are told, side by side in one paragraph,
   * where one of them is no plain text, or where a change would not last.
   */
  place({ held, text, from, to, insert }: Revision): boolean {
    const signs = this.#signs(held, text);
    const gone = signs && within(signs, from, to);
    if (!gone || this.#meddles(signs, gone)) return false;
    const added = insert === '' ? undefined : addedAt(signs, gone, from, insert);
    if (insert !== '' && (!added || this.#added.has(added.at.at) || !takesMore(added.beside))) return false;
    for (const { sign } of gone) this.#removed.add(sign);
    for (const { sign } of signs) this.#held.add(sign);
    if (added) this.#added.add(added.at.at);
    this.placed.push({ removed: stretches(gone), added });
    return true;
  }

  /** Whether a change needs what is no plain text or what another took away, or takes away what another stands at. */
  #meddles(signs: readonly Held[], gone: readonly Held[]): boolean {
    return (
      signs.some(({ run, sign }) => !isFree(run, sign) || this.#removed.has(sign)) ||
      gone.some(({ sign }) => this.#held.has(sign))
    );
  }

  /** The signs of characters, where they say what is told and stand side by side. */
  #signs(held: readonly RunSpan[], text: string): readonly Held[] | undefined {
    const signs: Held[] = [];
    for (const { run: index, start } of held) {
      const run = this.#runs[index];
      const sign = run && signAt(run, start);
      if (!sign) return undefined;
      if (signs.at(-1)?.sign !== sign) signs.push({ run, sign });
    }
    const [first, last] = [signs[0], signs.at(-1)];
    if (!first || !last || first.run.paragraph === -1) return undefined;
    const between = this.#runs
      .slice(first.run.index, last.run.index + 1)
      .filter(({ paragraph }) => paragraph === first.run.paragraph)
      .flatMap((run) => run.signs)
      .filter(({ start }) => start >= first.sign.start && start <= last.sign.start);
    const isWhole =
      between.length === signs.length && between.every((sign, index) => sign === signs[index]?.sign);
    return isWhole && signs.map(({ sign }) => sign.text).join('') === text ? signs : undefined;
  }
}

const isFree = ({ holder, isFirm }: WordRun, { isLoose }: RunSign): boolean =>
  isLoose && holder === undefined && !isFirm;

/** Whether words can come in beside a run: what somebody inserted is parted there, which it is only right around it. */
const takesMore = ({ isInserted, insertion }: WordRun): boolean => !isInserted || insertion !== undefined;

function signAt({ signs }: WordRun, offset: number): RunSign | undefined {
  let at = 0;
  for (const sign of signs) {
    if (offset < at + sign.length) return sign;
    at += sign.length;
  }
  return undefined;
}

/** The signs of some characters; undefined where they begin or end within one. */
function within(signs: readonly Held[], from: number, to: number): readonly Held[] | undefined {
  let at = 0;
  const ends = new Set([0]);
  const found = signs.filter(({ sign }) => {
    const start = at;
    at += sign.length;
    ends.add(at);
    return start >= from && at <= to;
  });
  return ends.has(from) && ends.has(to) ? found : undefined;
}

/** Where words come in: behind what goes, else behind what stands before the place. */
function addedAt(
  signs: readonly Held[],
  gone: readonly Held[],
  from: number,
  text: string,
): AddedText | undefined {
  const [first] = gone;
  const last = gone.at(-1);
  if (first && last) return { text, at: afterSign(last.run, last.sign), beside: last.run, like: first.run };
  const before = signBefore(signs, from);
  if (before) return { text, at: afterSign(before.run, before.sign), beside: before.run, like: before.run };
  const [next] = signs;
  return next && { text, at: beforeSign(next.run, next.sign), beside: next.run, like: next.run };
}

function signBefore(signs: readonly Held[], from: number): Held | undefined {
  let at = 0;
  return signs.find(({ sign }) => (at += sign.length) === from);
}

/** What goes, a stretch for each piece of a run. */
function stretches(gone: readonly Held[]): readonly RemovedText[] {
  const groups: Held[][] = [];
  for (const each of gone) {
    const last = groups.at(-1)?.at(-1);
    if (last?.run === each.run && last.sign.piece === each.sign.piece) groups.at(-1)?.push(each);
    else groups.push([each]);
  }
  return groups.flatMap((group) => {
    const [first, last] = [group[0], group.at(-1)];
    const piece = first && first.run.pieces[first.sign.piece];
    if (!first || !last || !piece) return [];
    return [{ piece, start: beforeSign(first.run, first.sign), end: afterSign(last.run, last.sign) }];
  });
}
