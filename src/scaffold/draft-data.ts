import type { Language, Path } from '../diagnostic.ts';
import type { DraftData } from '../model/report.ts';
import { takesBlanksOut } from '../source/blanks.ts';
import { shapeOf, type Is } from '../source/grammar.ts';
import { saysNothing } from '../source/tree.ts';
import type { DraftEntry, Mapping, DraftScalar, DraftValue } from './emit.ts';

/** The data of a draft that is not written yet: the same that its reader makes of it once it is written. */
export interface UnwrittenDraft extends DraftData {
  /** The data of a mapping of the draft; undefined where it stands nowhere in it. */
  readonly dataOf: (mapping: Mapping) => object | undefined;
}

/** Told of each scalar of a draft with its path in the data. */
export type ScalarVisitor = (path: Path, scalar: DraftScalar) => void;

/** The data of a draft in canonical keys. @param keys the key set that it will be written in */
export function draftData(
  file: string,
  draft: Mapping,
  keys: Language,
  visit: ScalarVisitor = () => undefined,
): UnwrittenDraft {
  const reader = new DraftReader(visit);
  const data = reader.read(draft, 'report', [file]);
  return {
    file,
    data,
    keys,
    mostKeys: keys,
    entries: (object) => reader.entries.get(object) ?? Object.entries(object),
    dataOf: (mapping) => reader.objects.get(mapping),
  };
}

type Pairs = readonly (readonly [key: string, value: unknown])[];

class DraftReader {
  readonly entries = new Map<object, Pairs>();
  readonly objects = new Map<Mapping, object>();
  readonly #visit: ScalarVisitor;

  constructor(visit: ScalarVisitor) {
    this.#visit = visit;
  }

  read(value: DraftValue, is: Is, path: Path): unknown {
    switch (value.kind) {
      case 'map':
        return this.#map(value, is, path);
      case 'list': {
        const items = shapeOf(is)?.items ?? ':text';
        return value.items.map((item, index) => this.read(item, items, [...path, index]));
      }
      case 'nothing':
      case 'blank':
        return shapeOf(is) === undefined ? null : this.#object([]);
      default:
        return this.#scalar(value, is, path);
    }
  }

  #map(mapping: Mapping, is: Is, path: Path): object {
    const shape = shapeOf(is);
    const object = this.#object(
      mapping.entries.flatMap(({ key, value }): Pairs => {
        const under = shape?.keys ? shape.keys[key]?.is : shape?.entries;
        if (under === undefined || (shape?.keys && isNoValue(value, key, under, path))) return [];
        return [[key, this.read(value, under, [...path, key])]];
      }),
    );
    this.objects.set(mapping, object);
    return object;
  }

  #object(pairs: Pairs): object {
    const object = Object.assign(Object.create(null) as object, Object.fromEntries(pairs));
    this.entries.set(object, pairs);
    return object;
  }

  /** A scalar as the format wants it at its place, or in the mapping that it stands for. */
  #scalar(scalar: DraftScalar & { readonly text: string }, is: Is, path: Path): unknown {
    const shape = shapeOf(is);
    if (shape?.shorthand !== undefined) {
      const under = shape.keys?.[shape.shorthand]?.is ?? ':text';
      const key = shape.shorthand;
      return this.#object(
        isNoValue(scalar, key, under, path) ? [] : [[key, this.#scalar(scalar, under, [...path, key])]],
      );
    }
    this.#visit(path, scalar);
    const { text } = scalar;
    if (is === ':integer' && /^[+-]?\d{1,15}$/.test(text)) return Number(text);
    if (is === ':boolean' && /^(?:true|false)$/.test(text)) return text === 'true';
    return text;
  }
}

/** Whether a value says nothing at its key. */
function isNoValue(value: DraftEntry['value'], key: string, is: Is, path: Path): boolean {
  if (value.kind === 'map' || value.kind === 'list') return false;
  return !('text' in value) || (takesBlanksOut(key, is, path) && saysNothing(value.text));
}
