import { prefixOf, type XmlAttributes } from '../readers/docx/xml.ts';

/** Characters of an XML text, end excluded. */
export interface XmlSpan {
  readonly start: number;
  readonly end: number;
}

/** The start of an element, or all of one that is empty. */
export interface XmlTag extends XmlSpan {
  /** With the prefixes of ECMA-376, as `readXml` tells it. */
  readonly name: string;
  /** As the file writes it. */
  readonly written: string;
  readonly isEmpty: boolean;
  /** By their names without prefix; values as they are written. */
  readonly attributes: XmlAttributes;
  /** Namespaces by their prefixes around the element, not those of its own. */
  readonly around: ReadonlyMap<string, string>;
  /** The same within it, with those of its own. */
  readonly inside: ReadonlyMap<string, string>;
}

/** What is told of an XML text with its places. The end tag of an empty element has no characters. */
export interface XmlPlaces {
  open(tag: XmlTag): void;
  close(name: string, span: XmlSpan): void;
  /** Characters between tags; those of a CDATA section stand as they are. */
  text?(span: XmlSpan, isVerbatim: boolean): void;
}

const attribute = /\s+([^\s=<>"'/]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/y;

/** Tells where in a well-formed XML text its elements and texts stand, which parsers do not tell in characters of the file. */
export function scanXml(xml: string, places: XmlPlaces): void {
  const open: XmlTag[] = [];
  const close = (start: number, end: number): void => {
    const { name = '' } = open.pop() ?? {};
    places.close(name, { start, end });
  };
  for (let at = 0; at < xml.length;) {
    const end = endOf(xml, at);
    if (xml[at] !== '<') places.text?.({ start: at, end }, false);
    else if (xml.startsWith('<![CDATA[', at)) places.text?.({ start: at + 9, end: end - 3 }, true);
    else if (xml[at + 1] === '/') close(at, end);
    else if (xml[at + 1] !== '!' && xml[at + 1] !== '?') {
      const tag = tagOf(xml, at, end, open.at(-1)?.inside ?? new Map<string, string>());
      open.push(tag);
      places.open(tag);
      if (tag.isEmpty) close(end, end);
    }
    at = end;
  }
}

/** Where the tag, text, comment or declaration ends that begins at a place. */
function endOf(xml: string, at: number): number {
  const behind = (sign: string, from = at): number => {
    const found = xml.indexOf(sign, from);
    return found === -1 ? xml.length : found + sign.length;
  };
  if (xml[at] !== '<') return behind('<') - (xml.includes('<', at) ? 1 : 0);
  if (xml.startsWith('<!--', at)) return behind('-->', at + 4);
  if (xml.startsWith('<![CDATA[', at)) return behind(']]>');
  if (xml.startsWith('<?', at)) return behind('?>');
  if (xml.startsWith('<!', at)) {
    const inner = xml.indexOf('[', at);
    return behind('>', inner !== -1 && inner < xml.indexOf('>', at) ? behind(']') : at);
  }
  let quote = '';
  for (let next = at; next < xml.length; next++) {
    const sign = xml.charAt(next);
    if (quote !== '') quote = sign === quote ? '' : quote;
    else if (sign === '"' || sign === "'") quote = sign;
    else if (sign === '>') return next + 1;
  }
  return xml.length;
}

function tagOf(xml: string, start: number, end: number, around: ReadonlyMap<string, string>): XmlTag {
  const source = xml.slice(start, end);
  const written = /^<([^\s/>]+)/.exec(source)?.[1] ?? '';
  const attributes: Record<string, string> = {};
  let scope = around;
  attribute.lastIndex = written.length + 1;
  for (let found = attribute.exec(source); found; found = attribute.exec(source)) {
    const [, name = '', double, single] = found;
    const value = double ?? single ?? '';
    const declared = name === 'xmlns' ? '' : name.startsWith('xmlns:') ? name.slice(6) : undefined;
    if (declared !== undefined) scope = new Map([...scope, [declared, value]]);
    else attributes[name.slice(name.indexOf(':') + 1)] = value;
  }
  const colon = written.indexOf(':');
  const uri = scope.get(written.slice(0, Math.max(0, colon))) ?? '';
  const name = prefixOf(uri) + written.slice(colon + 1);
  return { start, end, name, written, isEmpty: source.endsWith('/>'), attributes, around, inside: scope };
}
