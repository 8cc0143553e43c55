import { SaxesParser } from 'saxes';
import { refusal } from '../refusals.ts';

/** Attributes by their names without prefix. */
export type XmlAttributes = Readonly<Record<string, string>>;

/** What the elements and texts of an XML part are told to. Names have the prefixes of ECMA-376 for its namespaces, whatever the file calls them, and none else. */
export interface XmlSink {
  open(name: string, attributes: XmlAttributes): void;
  close(name: string): void;
  text?(characters: string): void;
}

const office =
  /^http:\/\/(?:schemas\.openxmlformats\.org|purl\.oclc\.org\/ooxml)\/(wordprocessingml\/(?:2006\/)?main|officeDocument\/(?:2006\/)?math)$/;
const compatibility = 'http://schemas.openxmlformats.org/markup-compatibility/2006';

/** The prefix that ECMA-376 has for a namespace: of texts, formulas and compatibility; empty for any other. */
export function prefixOf(uri: string): string {
  const found = office.exec(uri)?.[1];
  if (found) return found.startsWith('w') ? 'w:' : 'm:';
  return uri === compatibility ? 'mc:' : '';
}

/** No document of a person nests deeper. */
const DEEPEST = 2000;
/** Characters of the text of a part, with the blanks that set out its tags: no report has so many. */
const MOST_TEXT = 5_000_000;
const PIECE = 1 << 16;

/** Tells a sink what an XML part holds, piece by piece. Entities of its own are not expanded but refused. @throws UserError where it is not well-formed */
export function readXml(bytes: Uint8Array, sink: XmlSink): void {
  const parser = new SaxesParser({ xmlns: true });
  const prefixes = new Map<string, string>();
  const nameOf = ({ uri, local }: { readonly uri: string; readonly local: string }): string => {
    const prefix = prefixes.get(uri) ?? prefixOf(uri);
    prefixes.set(uri, prefix);
    return prefix + local;
  };
  let depth = 0;
  parser.on('error', () => {
    throw refusal('brokenXml');
  });
  parser.on('opentag', (tag) => {
    depth += 1;
    if (depth > DEEPEST) throw refusal('brokenXml');
    sink.open(
      nameOf(tag),
      Object.fromEntries(Object.values(tag.attributes).map(({ local, value }) => [local, value])),
    );
  });
  parser.on('closetag', (tag) => {
    depth -= 1;
    sink.close(nameOf(tag));
  });
  let left = MOST_TEXT;
  const text = (characters: string): void => {
    left -= characters.length;
    if (left < 0) throw refusal('tooLong');
    sink.text?.(characters);
  };
  parser.on('text', text);
  parser.on('cdata', text);
  for (const piece of decoded(bytes)) parser.write(piece);
  parser.close();
}

/** The text of a part in pieces: a part may be larger than a string that a parser should hold. */
function* decoded(bytes: Uint8Array): Generator<string> {
  const encoding =
    bytes[0] === 0xff && bytes[1] === 0xfe
      ? 'utf-16le'
      : bytes[0] === 0xfe && bytes[1] === 0xff
        ? 'utf-16be'
        : 'utf-8';
  const decoder = new TextDecoder(encoding, { fatal: true });
  try {
    for (let at = 0; at < bytes.length; at += PIECE)
      yield decoder.decode(bytes.subarray(at, at + PIECE), { stream: true });
    yield decoder.decode();
  } catch (error) {
    throw error instanceof TypeError ? refusal('brokenXml') : error;
  }
}
