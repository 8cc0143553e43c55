/** What moves the cursor, changes colours, breaks a line where none is, or turns the order of letters about: C0 and C1 controls, U+2028–2029, overrides and isolates of direction. */
const controls = /[\0-\x08\x0B-\x1F\x7F-\x9F\u2028\u2029\u202A-\u202E\u2066-\u2069]/g;

/** A text whose control characters show as one sign each; line feeds and tabs stay, and so do line breaks of Windows. */
export const printable = (text: string): string =>
  text.replaceAll(/\r\n/g, '\n').replaceAll(controls, '\uFFFD');

/** A name of a file or an office on one line: its control characters, line breaks and tabs show as one sign each. */
export const printableName = (name: string): string => printable(name.replaceAll(/[\r\n\t]/g, '\0'));

/** One line of a text: tabs are spaces, and control characters show as one sign each, so that it is as long as before. */
export const printableLine = (line: string): string => printableName(line.replaceAll('\t', ' '));
