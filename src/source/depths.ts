/** How many lines above one are looked at to tell how deep it may stand. */
const LINES = 200;

/** The spaces that the line which begins there begins with. */
export const indentOf = (text: string, line: number): number =>
  /^ */.exec(text.slice(line, line + 400))?.[0].length ?? 0;

/** Whether the line which begins there says something, and is no note. */
export const says = (text: string, line: number): boolean =>
  /^[ \t]*[^\s#]/.test(text.slice(line, line + 400));

/** Where the line of an offset begins, behind a byte order mark. */
export function lineStart(text: string, at: number): number {
  const line = text.lastIndexOf('\n', at - 1) + 1;
  return text[line] === '\uFEFF' ? line + 1 : line;
}

/**
 * How many spaces the line of an offset begins with, and with how many those do that it may stand under or beside: the
 * outermost first, parted by spaces.
 */
export function depthsAround(text: string, at: number): { readonly have: number; readonly above: string } {
  const own = lineStart(text, at);
  const above: number[] = [];
  let line = own;
  for (let count = 0, least = Infinity; count < LINES && line > 1 && least > 0; count++) {
    line = lineStart(text, line - 1);
    const indent = indentOf(text, line);
    if (says(text, line) && indent < least) above.unshift((least = indent));
  }
  return { have: indentOf(text, own), above: above.join(' ') };
}
