import type { Emphasis, Inline } from './block.ts';
import type { DelimiterRun } from './emphasis.ts';

/**
 * Turns runs into emphasis: each closing run takes the nearest fitting opener (CommonMark 0.31, “process emphasis”).
 * What finds no partner comes back whole as text. Linear but for the nesting.
 */
export function pairRuns(items: readonly (Inline | DelimiterRun)[]): Inline[] {
  const state: State = { out: [], openers: [], floors: new Map() };
  for (const item of items) {
    if (item.kind !== 'run') state.out.push(item);
    else place({ ...item, left: item.length }, state);
  }
  return settled(state.out);
}

interface OpenRun extends DelimiterRun {
  /** How many of its characters are not used yet. */
  left: number;
}

interface State {
  readonly out: (Inline | OpenRun)[];
  /** Positions in `out` of the runs that may open. */
  readonly openers: number[];
  /** Per kind of closer, how many of the openers are known not to fit. */
  readonly floors: Map<string, number>;
}

function place(run: OpenRun, state: State): void {
  const { out, openers } = state;
  while (run.closes && run.left > 0) {
    const index = openerFor(run, state);
    if (index === -1) break;
    close(run, index, state);
  }
  if (run.left === 0) return;
  if (run.opens) openers.push(out.length);
  out.push(run);
}

/** The nearest opener that a closer may pair with, by the rule of three; -1 where there is none. */
function openerFor(run: OpenRun, { out, openers, floors }: State): number {
  const kind = `${run.mark}${run.opens}${run.length % 3}`;
  for (let index = openers.length - 1; index >= (floors.get(kind) ?? 0); index--) {
    const opener = out[openers[index] ?? -1] as OpenRun;
    const odd =
      (opener.closes || run.opens) && (opener.length + run.length) % 3 === 0 && run.length % 3 !== 0;
    if (opener.mark === run.mark && !odd) return index;
  }
  floors.set(kind, openers.length);
  return -1;
}

/** Wraps what stands behind an opener. */
function close(run: OpenRun, index: number, { out, openers, floors }: State): void {
  const position = openers[index] ?? 0;
  const opener = out[position] as OpenRun;
  const content = settled(out.splice(position + 1));
  const used = Math.min(opener.left, run.left, 2);
  opener.left -= used;
  run.left -= used;
  openers.length = index + 1;
  if (opener.left === 0) {
    out.pop();
    openers.pop();
  }
  for (const [kind, floor] of floors) if (floor > openers.length) floors.set(kind, openers.length);
  out.push({ kind: emphasisOf(run.mark, used), content });
}

const emphasisOf = (mark: string, used: number): Emphasis =>
  mark === '~' ? 'deleted' : used === 2 ? 'strong' : 'emphasis';

/** Runs without a partner as the text they are. */
const settled = (items: readonly (Inline | OpenRun)[]): Inline[] =>
  items.map((item) => (item.kind === 'run' ? { kind: 'text', text: item.mark.repeat(item.left) } : item));
