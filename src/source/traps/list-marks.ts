import { dash } from '../line-starts.ts';
import type { Trap } from './repair.ts';

/**
 * The offset behind a list mark, mended where it is a dash or lacks its space; undefined where there is none. `isBelow` is
 * whether it stands below a key, where one may be meant.
 */
export function behindMark(
  text: string,
  at: number,
  end: number,
  isBelow: boolean,
  traps: Trap[],
): number | undefined {
  if (text[at] === '-') return behindHyphen(text, at, end, isBelow, traps);
  dash.lastIndex = at;
  if (!isBelow || !dash.test(text) || dash.lastIndex >= end) return undefined;
  const behind = dash.lastIndex;
  const space = /[^ ]( +)$/.exec(text.slice(at, behind))?.[1] ?? ' ';
  traps.push({
    start: at,
    end: at + 1,
    message: 'dash-wrong',
    data: { dash: text[at] ?? '' },
    fix: { edits: [{ start: at, end: behind, insert: `-${space}` }], safe: true },
  });
  return behind;
}

/** The offset behind a list mark that is one, which may lack its space. */
function behindHyphen(
  text: string,
  at: number,
  end: number,
  isBelow: boolean,
  traps: Trap[],
): number | undefined {
  const next = text[at + 1] ?? '';
  if (at + 1 >= end) return end;
  if (/[ \t]/.test(next)) return at + 1 + (/^[ \t]+/.exec(text.slice(at + 1, end))?.[0].length ?? 1);
  if (!isBelow || /[-\d>]/.test(next)) return undefined;
  traps.push({
    start: at,
    end: at + 1,
    message: 'dash-space',
    fix: {
      edits: [{ start: at + 1, end: at + 1 + (next === '\u3000' ? 1 : 0), insert: ' ' }],
      safe: true,
    },
  });
  return at + 1;
}
