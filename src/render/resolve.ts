import { onOneLine, withoutControls } from '../reading/controls.ts';
import { behindReference, printName } from '../reading/print-reference.ts';
import type { Reading } from '../reading/reading.ts';
import { splitReferences } from '../model/split-references.ts';
import { resolveName } from '../model/references.ts';
import type { Part } from '../model/report.ts';
import type { Inline } from './block.ts';

/** Text of a draft with every reference printed. */
export type Leaf = Extract<Inline, { readonly kind: 'text' | 'reference' }>;

/** Splits a text of a part into literal text and what its references print. A reference that has nothing to print stays as written. */
export type Resolve = (text: string, from: Part | undefined) => readonly Leaf[];

/** The way to resolve the references of one report. */
export const resolverOf =
  (reading: Reading): Resolve =>
  (text, from) =>
    splitReferences(text).map((segment) =>
      segment.kind === 'text'
        ? { kind: 'text', text: withoutControls(segment.text) }
        : {
            kind: 'reference',
            text:
              printName(segment.name, reading, from, behindReference(text, segment.span))?.text ??
              onOneLine(`{{${segment.name}}}`),
            ...meantBy(segment.name, reading),
          },
    );

/** What kind of thing a name means, and which metric where it is one’s own value. */
function meantBy(
  name: string,
  { names }: Reading,
): Pick<Extract<Leaf, { kind: 'reference' }>, 'to' | 'name'> {
  const reference = resolveName(name, names);
  return reference.kind === 'metric' && reference.word === undefined
    ? { to: 'metric', name }
    : { to: reference.kind };
}
