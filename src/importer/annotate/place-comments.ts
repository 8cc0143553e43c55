import type { RunSpan } from '../../diagnostic.ts';
import type { XmlTag } from './scan-xml.ts';
import type { NoteMark, PartRuns, RunPiece, RunSign, WordRun } from './word-runs.ts';

/** A place between two characters of a part, where marks of comments can go. */
export interface MarkPlace {
  readonly at: number;
  /** The element that marks there stand beside: its namespaces hold around them. */
  readonly beside: XmlTag;
  /** The run that has to be cut there. */
  readonly cut?: {
    readonly run: WordRun;
    /** The text that has to be cut there too. */
    readonly text?: RunPiece;
  };
}

/** From where to where a comment reaches. */
export interface CommentReach {
  readonly start: MarkPlace;
  readonly end: MarkPlace;
}

/** Where a comment stands on characters of runs; undefined where none of them is in this part. */
export function reachOfSpans({ runs }: PartRuns, spans: readonly RunSpan[]): CommentReach | undefined {
  const reaches = spans.flatMap((span) => {
    const run = runs[span.run];
    return run ? [reachIn(run, span)] : [];
  });
  const [first] = reaches;
  if (!first) return undefined;
  return reaches.reduce(
    (all, each) => ({
      start: each.start.at < all.start.at ? each.start : all.start,
      end: each.end.at > all.end.at ? each.end : all.end,
    }),
    first,
  );
}

/** The mark of a note, on which comments on its words stand: Word has none within notes. */
export const reachOfNote = ({ run, piece }: NoteMark): CommentReach =>
  wholeHolder(run) ?? { start: beforePiece(run, piece), end: behindPiece(run, piece) };

/** All of a run. */
export const reachOfRun = (run: WordRun): CommentReach => wholeHolder(run) ?? wholeRun(run);

function reachIn(run: WordRun, span: RunSpan): CommentReach {
  const whole = wholeHolder(run);
  if (whole) return whole;
  let at = 0;
  let [start, end]: [MarkPlace | undefined, MarkPlace | undefined] = [undefined, undefined];
  for (const sign of run.signs) {
    const next = at + sign.length;
    if (next > span.start && at < span.end) {
      start ??= beforeSign(run, sign);
      end = afterSign(run, sign);
    }
    at = next;
  }
  return start && end ? { start, end } : wholeRun(run);
}

/** The place before a character of a run. */
export function beforeSign(run: WordRun, { start, isLoose, piece: index }: RunSign): MarkPlace {
  const piece = run.pieces[index];
  return isLoose && piece && start > piece.inner ? within(run, piece, start) : beforePiece(run, index);
}

/** The place behind a character of a run. */
export function afterSign(run: WordRun, { end, isLoose, piece: index }: RunSign): MarkPlace {
  const piece = run.pieces[index];
  return isLoose && piece && end < piece.close ? within(run, piece, end) : behindPiece(run, index);
}

/** A formula, and a run with a text box or a reading above it, are not cut. */
const wholeHolder = ({ holder }: WordRun): CommentReach | undefined =>
  holder && {
    start: { at: holder.start, beside: holder.tag },
    end: { at: holder.end, beside: holder.tag },
  };

const wholeRun = ({ start, end, tag }: WordRun): CommentReach => ({
  start: { at: start, beside: tag },
  end: { at: end, beside: tag },
});

const within = (run: WordRun, text: RunPiece, at: number): MarkPlace => ({
  at,
  beside: run.tag,
  cut: { run, text },
});

function beforePiece(run: WordRun, index: number): MarkPlace {
  const piece = run.pieces[index];
  if (index <= 0 || !piece) return { at: run.start, beside: run.tag };
  return { at: piece.start, beside: run.tag, cut: { run } };
}

function behindPiece(run: WordRun, index: number): MarkPlace {
  const piece = run.pieces[index];
  if (index >= run.pieces.length - 1 || !piece) return { at: run.end, beside: run.tag };
  return { at: piece.end, beside: run.tag, cut: { run } };
}
