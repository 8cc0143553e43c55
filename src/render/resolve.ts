import { behindReference, printReference } from '../reading/print-reference.ts';
import { namesOf, resolveName, splitReferences, type Names } from '../model/references.ts';
import type { Part, Report } from '../model/report.ts';
import type { Inline } from './block.ts';
import { onOneLine, withoutControls } from './controls.ts';

/** Text of a draft with every reference printed. */
export type Leaf = Extract<Inline, { readonly kind: 'text' | 'reference' }>;

/** Splits a text of a part into literal text and what its references print. A reference that has nothing to print stays as written. */
export type Resolve = (text: string, from: Part | undefined) => readonly Leaf[];

/** How deep a cell that refers to a cell that refers to a cell … is followed; a circle ends there. */
const deepest = 3;

/** The way to resolve the references of one report. */
export function resolverOf(report: Report): Resolve {
  const names = namesOf(report);
  return (text, from) =>
    splitReferences(text).map((segment) =>
      segment.kind === 'text'
        ? { kind: 'text', text: withoutControls(segment.text) }
        : {
            kind: 'reference',
            text: print(
              segment.name,
              { report, names, from, behind: behindReference(text, segment.span) },
              0,
            ),
            to: resolveName(segment.name, names).kind,
          },
    );
}

interface Scope {
  readonly report: Report;
  readonly names: Names;
  readonly from: Part | undefined;
  /** What the text goes on with. */
  readonly behind: string | undefined;
}

function print(name: string, scope: Scope, depth: number): string {
  const value = printReference(resolveName(name, scope.names), scope.report, scope.from, scope.behind);
  if (value === undefined || depth === deepest) return onOneLine(`{{${name}}}`);
  const printed = splitReferences(value).map((segment) =>
    segment.kind === 'text' ? segment.text : print(segment.name, scope, depth + 1),
  );
  return onOneLine(printed.join(''));
}
