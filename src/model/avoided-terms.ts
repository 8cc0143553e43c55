import { splitReferences } from './split-references.ts';
import type { Span } from '../quantity/value/formula.ts';
import type { Report } from './report.ts';

/** A spelling that a draft or its project does not want, with what it stands for. */
export interface Avoided {
  readonly written: string;
  readonly term: string;
  readonly full: string | undefined;
  /** Its name and full name, within which the spelling is part of what is right. */
  readonly right: readonly string[];
}

/** The spellings that are not to be used, the longest first, so that one within another is found once. */
export const avoidedIn = ({ terms }: Report): readonly Avoided[] =>
  terms
    .flatMap(({ id, data: { full, avoid = [] } }) =>
      avoid.flatMap((written) =>
        written.trim() === ''
          ? []
          : [{ written, term: id, full, right: full === undefined ? [id] : [id, full] }],
      ),
    )
    .sort((a, b) => b.written.length - a.written.length);

const letter = /[\p{Script=Latin}\d]/u;

/**
 * Where unwanted spellings stand in a text, in its order: whole words where they begin or end with letters; not within the
 * right name, in a reference, or in the title of a document, which is quoted as it is.
 */
export function avoidedAt(
  text: string,
  avoided: readonly Avoided[],
): readonly { readonly span: Span; readonly of: Avoided }[] {
  const found: { span: Span; of: Avoided }[] = [];
  let kept: Span[] | undefined;
  for (const of of avoided) {
    const { written, right } = of;
    for (
      let start = text.indexOf(written);
      start !== -1;
      start = text.indexOf(written, start + written.length)
    ) {
      const end = start + written.length;
      if (
        (letter.test(written[0] ?? '') && letter.test(text[start - 1] ?? '')) ||
        (letter.test(written.at(-1) ?? '') && letter.test(text[end] ?? ''))
      )
        continue;
      kept ??= [
        ...splitReferences(text).flatMap((part) => (part.kind === 'reference' ? [part.span] : [])),
        ...[...text.matchAll(/《[^《》\n]*》/g)].map(({ 0: title, index }): Span => [
          index,
          index + title.length,
        ]),
      ];
      const overlaps = ([from, to]: Span): boolean => from < end && start < to;
      const within = right.some((name) => {
        const offset = name.indexOf(written);
        return offset !== -1 && text.startsWith(name, start - offset);
      });
      if (!within && !kept.some(overlaps) && !found.some(({ span }) => overlaps(span)))
        found.push({ span: [start, end], of });
    }
  }
  return found.sort((a, b) => a.span[0] - b.span[0]);
}
