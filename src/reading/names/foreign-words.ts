import type { Place } from '../../diagnostic.ts';
import type { Expression } from '../../quantity/value/formula.ts';
import { keyName, words } from '../../source/grammar.ts';
import { splitReferences } from '../../model/split-references.ts';
import { resolveName, type Names } from '../../model/references.ts';
import type { Reading } from '../reading.ts';

/** A reference word of the other key set, such as `previous` in a draft of Chinese keys, and its own name for it. */
export interface ForeignWord extends Required<Pick<Place, 'path' | 'span'>> {
  readonly written: string;
  readonly own: string;
}

/** The reference words in texts and formulas that are not of the report’s key set. A declared name that holds such a word is left alone. */
export function foreignWords(reading: Reading): readonly ForeignWord[] {
  const { names } = reading;
  const { keys } = reading.report;
  const found: ForeignWord[] = [];
  const note = (path: Place['path'], name: string, at: number): void => {
    const word = wordOf(name, names);
    const own = word && keyName(words.get(word.written) ?? word.written, keys);
    if (word === undefined || own === undefined || own === word.written) return;
    const turned = name.slice(0, word.at) + own + name.slice(word.at + word.written.length);
    // in its other language it may be a declared name
    if (wordOf(turned, names)?.written === own)
      found.push({
        path,
        span: [at + word.at, at + word.at + word.written.length],
        written: word.written,
        own,
      });
  };
  for (const { path, text } of reading.scalars.texts)
    for (const segment of splitReferences(text))
      if (segment.kind === 'reference') note(path, segment.name, segment.inner[0]);
  for (const { path, text } of reading.scalars.formulas) {
    const formula = reading.formula(text);
    if ('problem' in formula) continue;
    for (const { kind, span } of partsOf(formula.expression)) {
      const written = /^[^\s(]+/.exec(text.slice(span[0]))?.[0] ?? '';
      const own = keyName('sum', keys);
      if (kind === 'name') note(path, text.slice(...span).replace(/"$/, ''), span[0]);
      else if (written !== own) found.push({ path, span: [span[0], span[0] + written.length], written, own });
    }
  }
  return found;
}

/** The reference word in a name, and where: before a colon, after the last dot, or the whole of it. */
function wordOf(name: string, names: Names): { readonly written: string; readonly at: number } | undefined {
  const quote = name.startsWith('"') ? 1 : 0;
  const reference = resolveName(name.slice(quote), names);
  if (reference.kind === 'year') return { written: name.slice(quote), at: quote };
  if (reference.kind === 'section') return { written: (/^[^:：]*/.exec(name)?.[0] ?? '').trim(), at: 0 };
  if ((reference.kind !== 'metric' && reference.kind !== 'target') || reference.word === undefined)
    return undefined;
  const at = name.lastIndexOf('.') + 1;
  return { written: name.slice(at), at };
}

/** The names and sums of a formula. */
function partsOf(expression: Expression): Extract<Expression, { kind: 'name' | 'sum' }>[] {
  const found: Extract<Expression, { kind: 'name' | 'sum' }>[] = [];
  const open: Expression[] = [expression];
  for (let next = open.pop(); next; next = open.pop()) {
    if (next.kind === 'name' || next.kind === 'sum') found.push(next);
    if (next.kind === 'negation') open.push(next.of);
    if (next.kind === 'operation') open.push(next.right, next.left);
    if (next.kind === 'sum') open.push(...next.items);
  }
  return found;
}
