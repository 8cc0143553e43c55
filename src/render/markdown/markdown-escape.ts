/**
 * An address as people type it into running text: parsers of GFM, and linkifiers, make a link of it and take what follows into the
 * address, backslashes too. It is written with a clear end instead. Brackets, quotes, `|` and what is not ASCII end it.
 */
const address =
  /(?<![A-Za-z0-9+.-])(?:(?:https?|ftp):\/\/|www\.)[A-Za-z0-9](?:[A-Za-z0-9.:@-]*[A-Za-z0-9])?(?:[/?#][\w.~!$&*+,;=:@/?#%()-]*)?/gi;
/** The beginnings of addresses that are written as they stand: a character reference keeps every parser from reading them. */
const beginning = /(?<=(?:https?|ftp)):(?=\/\/)|(?<=www)\./gi;

const marks = /[\\`*[\]~]|(?<![A-Za-z0-9])_|_(?![A-Za-z0-9])/g;

/** Text in which nothing is markup and nothing an address: `<` is a reference, since a parser may take a backslash before it into an address. */
const plain = (text: string): string =>
  text
    .replace(/[\0-\x08\x0B\x0C\x0E-\x1F\x7F]/g, '')
    .replace(/&(?=#?[A-Za-z0-9]+;)/g, '&amp;')
    .replace(marks, '\\$&')
    .replaceAll('<', '&lt;')
    .replace(beginning, (mark) => (mark === ':' ? '&#58;' : '&#46;'));

/**
 * Text in which nothing is markup, wherever in a line it stands; what counts only where a line begins is `escapeStart`.
 * Addresses become links with a clear end, unless the text stands in a link already.
 */
export function escapeText(text: string, inLink = false): string {
  // brackets within those of a link are references: marked loses count of escaped ones
  if (inLink)
    return plain(text).replace(/\\([[\]])/g, (_, mark: string) => (mark === '[' ? '&#91;' : '&#93;'));
  let written = '';
  let at = 0;
  for (const { 0: found, index } of text.matchAll(address)) {
    const bare = trimmed(found);
    written += beforeLink(plain(text.slice(at, index))) + linked(bare);
    at = index + bare.length;
  }
  return written + plain(text.slice(at));
}

/** An address without what belongs to the sentence around it: closing marks, a bracket that it does not open, and a character reference. */
function trimmed(found: string): string {
  const entity = found.search(/&#?[A-Za-z0-9]+;/);
  let end = entity === -1 ? found.length : entity;
  let open = found.slice(0, end).split('(').length - found.slice(0, end).split(')').length;
  for (; end > 0; end--) {
    const last = found.charAt(end - 1);
    if (last === ')' && open < 0) open++;
    else if (!/[.,;:!?&*_~(]/.test(last)) break;
    else if (last === '(') open--;
  }
  return found.slice(0, end);
}

/** `<…>` where the address says its scheme; an address that begins with `www.` is written as a link to it. */
const linked = (bare: string): string =>
  /^www\./i.test(bare) ? `[${plain(bare)}](<http://${bare}>)` : `<${bare}>`;

/** Text right before a link: with a `!` at its end the link would be an image. */
export const beforeLink = (written: string): string =>
  written.endsWith('!') ? `${written.slice(0, -1)}\\!` : written;

/** The address of a link, in a form that every parser takes whole. */
export const destination = (href: string): string => {
  const written = href.replace(/&(?=#?[A-Za-z0-9]+;)/g, '&amp;');
  return /[()*]/.test(written) ? `<${written}>` : written;
};

/** The beginning of a line of text, so that it opens no heading, list, quote, table or underline. */
export const escapeStart = (line: string): string =>
  line
    .replace(/^\s+/, '')
    .replace(/^(\d{1,9})([.)])(?=\s|$)/, '$1\\$2')
    .replace(/^(?:[#>|=]|\+(?=\s|$)|-(?=[-\s|:]|$)|:(?=-))/, '\\$&');

/** The text of a heading: one line, whose last `#` are no closing marks. */
export const headingText = (written: string): string =>
  written.trim().replace(/(?<!#)#+$/, (marks) => marks.replaceAll('#', '\\#'));
