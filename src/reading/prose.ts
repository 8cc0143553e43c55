import type { Path, Place } from '../diagnostic.ts';
import type { Span } from '../quantity/value/formula.ts';
import type { Quantity } from '../quantity/value/quantity.ts';
import { speltFigures } from '../quantity/scan/english-number.ts';
import { findQuantities } from '../quantity/scan/scan.ts';
import { behindReference, printReference } from './print-reference.ts';
import { resolveName, splitReferences, type Names } from '../model/references.ts';
import type { Part, Report, Section } from '../model/report.ts';
import { textsOf, type Scalar } from '../model/scalars.ts';

/** A text of a report as it is read, its references printed, with its figures. Spans count UTF-16 units of `text`. */
export interface Prose {
  readonly path: Path;
  readonly part: Part | undefined;
  readonly section: Section | undefined;
  readonly text: string;
  /** Every figure of the text, typed or referenced, in its order. */
  readonly figures: readonly Quantity[];
  /** Every number that the text gives in English words. */
  readonly spelt: readonly Quantity['number'][];
  /** Where characters of the text stand in the draft: what a reference prints stands at the reference. */
  readonly place: (span: Span) => Pick<Place, 'path' | 'span'>;
  /** Whether every reference of the text had something to print. */
  readonly whole: boolean;
  /** Whether characters of the text were typed, and not printed by a reference. */
  readonly isTyped: (span: Span) => boolean;
  /** What its references name, in their order. */
  readonly referenced: readonly string[];
}

const kept = new WeakMap<Report, readonly Prose[]>();

/** Every text of a report that is prose (titles, introductions, bodies, goals, reasons …, not cells), in order; read once. */
export function proseOf(report: Report, names: Names): readonly Prose[] {
  const known = kept.get(report);
  if (known) return known;
  // of an English text a noun says what is counted, but no more than the plain number does
  const units = [
    ...new Set(
      [...report.metrics, ...report.tables].flatMap(({ data: { unit = '' } }) =>
        unit === '' || /^[A-Za-z]/.test(unit) ? [] : [unit],
      ),
    ),
  ];
  const prose = textsOf(report)
    .filter(({ path }) => !path.includes('rows'))
    .map((scalar) => readProse(scalar, report, names, units));
  kept.set(report, prose);
  return prose;
}

/** A stretch that a reference printed: from `start` in the text, in place of `written` in the draft. */
interface Printed {
  readonly name: string;
  readonly start: number;
  readonly end: number;
  readonly written: Span;
  readonly inner: Span;
}

function readProse(
  { path, text: draft, part, section }: Scalar,
  report: Report,
  names: Names,
  units: readonly string[],
): Prose {
  const printed: Printed[] = [];
  let text = draft;
  if (draft.includes('{{')) text = print(draft, report, names, part, printed);
  const back = (offset: number, end: boolean): number => {
    let shift = 0;
    for (const each of printed) {
      if (offset < each.start || (end && offset === each.start)) break;
      if (offset < each.end || (end && offset === each.end)) return each.inner[end ? 1 : 0];
      shift = each.written[1] - each.end;
    }
    return offset + shift;
  };
  return {
    path,
    part,
    section,
    text,
    figures:
      /[\d０-９零〇一二两三四五六七八九十百千万没未无]|\b[a-z]+ in [a-z]|half|third|quarter|\bno\b/i.test(
        text,
      )
        ? findQuantities(text, { units, approximation: report.approximation })
        : [],
    spelt: speltFigures(text),
    whole: printed.every(({ start, end }) => start < end),
    place: ([start, end]) => ({ path, span: [back(start, false), back(end, true)] }),
    isTyped: ([start, end]) => !printed.some((each) => each.start < end && start < each.end),
    referenced: printed.map(({ name }) => name),
  };
}

function print(
  draft: string,
  report: Report,
  names: Names,
  part: Part | undefined,
  printed: Printed[],
): string {
  let text = '';
  let at = 0;
  for (const segment of splitReferences(draft)) {
    if (segment.kind === 'text') continue;
    const words =
      printReference(resolveName(segment.name, names), report, part, behindReference(draft, segment.span)) ??
      '';
    text += draft.slice(at, segment.span[0]);
    printed.push({
      name: segment.name,
      start: text.length,
      end: text.length + words.length,
      written: segment.span,
      inner: segment.inner,
    });
    text += words;
    at = segment.span[1];
  }
  return text + draft.slice(at);
}
