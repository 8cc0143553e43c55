/**
 * Control characters, and those that turn the order of letters about, have no place in what is published; YAML lets them in by escapes. Lone carriage returns
 * are line feeds; line feeds and tabs stay.
 */
export const withoutControls = (text: string): string =>
  text
    .replaceAll('\r', '\n')
    .replace(/[\0-\x08\x0B-\x1F\x7F-\x9F\u2028\u2029\u202A-\u202E\u2066-\u2069\uFFFE\uFFFF]/g, '');

/** The same on one line. */
export const onOneLine = (text: string): string =>
  withoutControls(text).replace(/\s+/g, (gap) => (gap.includes('\n') ? ' ' : gap));
