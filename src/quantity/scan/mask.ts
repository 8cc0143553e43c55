const FILLER = '\uE000';
const filled = (match: string): string => FILLER.repeat(match.length);

/** What stands between two marks: some characters, none of `not` among them. */
interface Enclosed {
  readonly open: string;
  readonly close: string;
  readonly most: number;
  readonly not: string;
}

const references: Enclosed = { open: '{{', close: '}}', most: 200, not: '{}\n' };
const titles: Enclosed = { open: '《', close: '》', most: 120, not: '《》\n' };
const quoted: Enclosed = { open: '“', close: '”', most: 12, not: '“”，。；！？\n' };
const cornered: Enclosed = { open: '「', close: '」', most: 12, not: '「」，。；！？\n' };

/** A text of the same length in which titles of documents, references, short quoted names, addresses, marks of footnotes and powers of ten are filled with a character that is no figure. */
export function maskNames(text: string): string {
  let masked = text;
  for (const kind of [references, titles, quoted, cornered]) masked = maskEnclosed(masked, kind);
  if (masked.includes('〔')) masked = masked.replaceAll(/〔\d{4}〕\s?\d{1,5}号/g, filled);
  if (masked.includes('http')) masked = masked.replaceAll(/https?:\/\/[^\s，。；）)]{1,200}/g, filled);
  if (masked.includes('[^')) masked = masked.replaceAll(/\[\^[^\]\s^]{1,40}\]/g, filled);
  return masked.includes('10') && /[\^⁰¹²³⁴-⁹⁻]/.test(masked) ? masked.replaceAll(powers, filled) : masked;
}

/** Powers of ten, with what they are multiplied by: what they come to is not what their digits say, 1.2×10⁸, 10^-3, 4 x 10^{6}. */
const powers = /(?:\d[\d.,]{0,20}\s?[×xX*·]\s?)?(?<!\d)10(?:\\?\^\s?\{?[-−]?\d{1,3}\}?|[⁻⁺]?[⁰¹²³⁴-⁹]{1,3})/g;

function maskEnclosed(text: string, kind: Enclosed): string {
  let masked = '';
  let done = 0;
  for (let at = text.indexOf(kind.open); at !== -1;) {
    const end = enclosedEnd(text, at + kind.open.length, kind);
    if (end !== undefined) {
      masked += text.slice(done, at) + FILLER.repeat(end - at);
      done = end;
    }
    at = text.indexOf(kind.open, end ?? at + 1);
  }
  return done === 0 ? text : masked + text.slice(done);
}

/** The end of what an opening mark encloses, from the place behind it; undefined where it encloses no name. */
function enclosedEnd(text: string, from: number, { close, most, not }: Enclosed): number | undefined {
  let at = from;
  while (at < text.length && at - from < most && !not.includes(text[at] as string)) at++;
  return at > from && text.startsWith(close, at) ? at + close.length : undefined;
}
