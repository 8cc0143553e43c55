/** What XML 1.0 has no way to write, and halves of pairs that stand alone. */
const illegal =
  /[\0-\x08\x0B\x0C\x0E-\x1F\uFFFE\uFFFF]|[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g;
/** What reads as markup, and what a parser, a terminal or a build service would take for something else than text. */
const special = /[&<>"'\t\n\r\x7F-\x9F\u2028\u2029\u202A-\u202E\u2066-\u2069]|##/g;

/** Text as it stands in XML; what XML cannot hold shows as one sign each. */
const escapeText = (text: string): string =>
  text.replaceAll(illegal, '\uFFFD').replaceAll(special, (sign) => (sign === '\n' ? sign : reference(sign)));

/** The same in an attribute, where a line break would be read as a space. */
const escapeAttribute = (text: string): string => escapeText(text).replaceAll('\n', '&#10;');

const named: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
const reference = (sign: string): string =>
  named[sign] ?? `${sign.slice(0, -1)}&#${sign.charCodeAt(sign.length - 1)};`;

/** An element with its attributes, those that are undefined left out, and what stands in it: a text, or elements as they are written. */
export function element(
  name: string,
  attributes: Readonly<Record<string, string | number | undefined>>,
  content: string | readonly string[] = [],
): string {
  const head = Object.entries(attributes)
    .filter(([, value]) => value !== undefined)
    .map(([key, value]) => ` ${key}="${escapeAttribute(String(value))}"`)
    .join('');
  if (typeof content === 'string') return `<${name}${head}>${escapeText(content)}</${name}>`;
  if (content.length === 0) return `<${name}${head}/>`;
  return `<${name}${head}>\n${content.join('\n')}\n</${name}>`;
}
