import { Traced } from '../../traced.ts';
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

/** An element of a formula as a line has it. */
function lineOf({ name, parts: all, properties, pieces }: Frame): Traced {
  const part = (wanted: string): Traced => all.find((each) => each.name === `m:${wanted}`)?.text ?? none;
  const list = (between: string): Traced =>
    Traced.join(
      all.map(({ text }) => text),
      between,
    );
  const [base, above, below] = [part('e'), part('sup'), part('sub')];
  const [up, down] = [above.becoming(power(above.text)), below.becoming(index(below.text))];
  switch (name) {
    case 'm:f':
      return Traced.join([within(part('num')), plain('/'), within(part('den'))]);
    case 'm:sSup':
    case 'm:sSub':
    case 'm:sSubSup':
      return Traced.join([within(base), down, up]);
    case 'm:sPre':
      return Traced.join([down, up, base]);
    case 'm:rad': {
      const degree = part('deg');
      return Traced.join([degree.becoming(power(degree.text)), plain('√'), within(base)]);
    }
    case 'm:d':
      return Traced.join([
        plain(properties.get('m:begChr') ?? '('),
        list(properties.get('m:sepChr') ?? '|'),
        plain(properties.get('m:endChr') ?? ')'),
      ]);
    case 'm:nary':
      return Traced.join([plain(properties.get('m:chr') ?? '∫'), down, up, plain(' '), base]);
    case 'm:limLow':
    case 'm:limUpp':
      return Traced.join([base, plain('('), part('lim'), plain(')')]);
    case 'm:func':
      return Traced.join([part('fName'), plain(' '), base]);
    case 'm:eqArr':
    case 'm:m':
      return list('; ');
    case 'm:mr':
      return list(' ');
    default:
      return Traced.join(pieces);
  }
}
