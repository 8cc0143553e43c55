import type { Language } from '../diagnostic.ts';
import { shapeOf, type Is } from '../source/grammar.ts';
import type { DraftEntry, DraftValue } from './emit.ts';

/** Scalars that may look like a number or a date without being text. */
const figures: ReadonlySet<string> = new Set([':quantity', ':date', ':integer', ':boolean']);

/** A value in canonical keys as a key set has it: keys and choices by their names, and what is a figure by its place. Ids stay. */
export function localize(value: DraftValue, is: Is, language: Language): DraftValue {
  const shape = shapeOf(is);
  switch (value.kind) {
    case 'map': {
      if (shape === undefined) return value;
      const entries = value.entries.map((entry): DraftEntry => {
        const known = shape.keys?.[entry.key];
        const under = known?.is ?? shape.entries ?? ':text';
        return {
          ...entry,
          key: known && language === 'zh' ? known.zh : entry.key,
          value: localize(entry.value, under, language),
        };
      });
      return { ...value, entries };
    }
    case 'list':
      return {
        ...value,
        items: value.items.map((item) => localize(item, shape?.items ?? ':text', language)),
      };
    case 'text':
      if (shape?.values)
        return {
          kind: 'figure',
          text: (language === 'zh' ? shape.values[value.text] : undefined) ?? value.text,
        };
      if (shape?.shorthand !== undefined)
        return localize(value, shape.keys?.[shape.shorthand]?.is ?? ':text', language);
      return figures.has(is) ? { kind: 'figure', text: value.text } : value;
    default:
      return value;
  }
}
