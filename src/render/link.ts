/** What a browser may be sent to, by an allow-list: anything else, however disguised, is no link. */
const allowed = /^(?:https?:\/\/[^/]|mailto:[^/]|#.)/i;

/** The address of another site or of a place of the page, made fit for an attribute and for Markdown; undefined where it is not to be followed. */
export function safeAddress(href: string): string | undefined {
  if (!allowed.test(href) || /[\0-\x20\x7F-\x9F\u2028\u2029]/.test(href)) return undefined;
  return href.replace(
    /["'`<>\\^{|}[\]]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`,
  );
}
