/** As many characters before a figure tell what it is of. */
const NEAR = 100;

/** The words before a place, as far as the last of `marks`, or a stop with a blank behind it, of at most as many characters as are near. */
export function tailOf(text: string, start: number, marks: string): string {
  let from = start;
  for (const first = Math.max(0, start - NEAR); from > first; from--) {
    const last = text.charAt(from - 1);
    if (marks.includes(last)) break;
    if (last === ' ' && '.!?'.includes(text.charAt(from - 2) || 'none')) break;
  }
  return text.slice(from, start);
}
