import { Traced } from '../../text/traced.ts';
import { bracketed, index, power } from '../scripts.ts';
import type { XmlAttributes } from './xml.ts';

/** An element of a formula that is open, with what its parts have come to. */
interface Frame {
  readonly name: string;
  readonly pieces: Traced[];
  /** What its parts say, one after another, by their names. */
  readonly parts: { readonly name: string; readonly text: Traced }[];
  /** Properties by their names: `m:chr`, `m:begChr`. */
  readonly properties: Map<string, string>;
}

/** Parts of an element, each of which says something by itself. */
const parts = new Set(
  ['num', 'den', 'e', 'sup', 'sub', 'deg', 'fName', 'lim', 'mr'].map((name) => `m:${name}`),
);
const structures = new Set(
  ['f', 'sSup', 'sSub', 'sSubSup', 'sPre', 'rad', 'd', 'nary', 'func', 'limLow', 'limUpp', 'eqArr', 'm'].map(
    (name) => `m:${name}`,
  ),
);

/** Formulas of Word (ECMA-376, 22.1) on one line: 1/3, 10⁴, √(a+b), as they are read out, never digits run together. */
export class DocxMath {
  readonly #open: Frame[] = [];

  /** Begins a formula or an element of it. */
  begin(name: string): boolean {
    if (name !== 'm:oMath' && (this.#open.length === 0 || !(parts.has(name) || structures.has(name))))
      return false;
    if (name === 'm:oMath' && this.#open.length > 0) return false;
    this.#open.push({ name, pieces: [], parts: [], properties: new Map() });
    return true;
  }

  /** Whether a text belongs to a formula; it is taken then. */
  add(text: Traced): boolean {
    this.#open.at(-1)?.pieces.push(text);
    return this.#open.length > 0;
  }

  describe(name: string, attributes: XmlAttributes): void {
    this.#open.at(-1)?.properties.set(name, attributes['val'] ?? '');
  }

  /** Ends an element; gives the formula where that was all of it. */
  end(name: string): Traced | undefined {
    if (this.#open.at(-1)?.name !== name) return undefined;
    const frame = this.#open.pop() as Frame;
    const above = this.#open.at(-1);
    const text = structures.has(name) || name === 'm:mr' ? lineOf(frame) : Traced.join(frame.pieces);
    if (above === undefined) return text;
    if (parts.has(name)) above.parts.push({ name, text });
    else above.pieces.push(text);
    return undefined;
  }
}

const plain = (text: string): Traced => new Traced(text);
const within = (text: Traced): Traced => {
  const inside = bracketed(text.text);
  return inside === text.text ? text : Traced.join([plain('('), text, plain(')')]);
};
const none = plain('');

/** The parts of an element, as the forms below put them together. */
interface Said {
  readonly part: (name: string) => Traced;
  /** All of them, one after another. */
  readonly list: (between: string) => Traced;
  readonly property: (name: string) => string | undefined;
  /** What stands above and below, raised and lowered. */
  readonly up: Traced;
  readonly down: Traced;
}

const scripts = ({ part, down, up }: Said): Traced => Traced.join([within(part('e')), down, up]);
const limit = ({ part }: Said): Traced => Traced.join([part('e'), plain('('), part('lim'), plain(')')]);
const rows = ({ list }: Said): Traced => list('; ');

/** How each element is read on a line. */
const forms: Readonly<Record<string, (said: Said) => Traced>> = {
  'm:f': ({ part }) => Traced.join([within(part('num')), plain('/'), within(part('den'))]),
  'm:sSup': scripts,
  'm:sSub': scripts,
  'm:sSubSup': scripts,
  'm:sPre': ({ part, down, up }) => Traced.join([down, up, part('e')]),
  'm:rad': ({ part }) =>
    Traced.join([part('deg').becoming(power(part('deg').text)), plain('√'), within(part('e'))]),
  'm:d': ({ list, property }) =>
    Traced.join([
      plain(property('begChr') ?? '('),
      list(property('sepChr') ?? '|'),
      plain(property('endChr') ?? ')'),
    ]),
  'm:nary': ({ part, down, up, property }) =>
    Traced.join([plain(property('chr') ?? '∫'), down, up, plain(' '), part('e')]),
  'm:limLow': limit,
  'm:limUpp': limit,
  'm:func': ({ part }) => Traced.join([part('fName'), plain(' '), part('e')]),
  'm:eqArr': rows,
  'm:m': rows,
  'm:mr': ({ list }) => list(' '),
};

/** An element of a formula as a line has it. */
function lineOf({ name, parts: all, properties, pieces }: Frame): Traced {
  const part = (wanted: string): Traced => all.find((each) => each.name === `m:${wanted}`)?.text ?? none;
  const [above, below] = [part('sup'), part('sub')];
  return (
    forms[name]?.({
      part,
      list: (between) =>
        Traced.join(
          all.map(({ text }) => text),
          between,
        ),
      property: (wanted) => properties.get(`m:${wanted}`),
      up: above.becoming(power(above.text)),
      down: below.becoming(index(below.text)),
    }) ?? Traced.join(pieces)
  );
}
