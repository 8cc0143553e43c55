import type { Path, Place } from '../diagnostic.ts';
import { splitReferences } from '../model/split-references.ts';
import type { Part, Report, Section } from '../model/report.ts';
import type { Scalar, Scalars } from '../model/scalars.ts';
import type { Span } from '../quantity/value/formula.ts';
import type { Quantity } from '../quantity/value/quantity.ts';
import { behindReference, printName, type Printing } from './print-reference.ts';
import type { TextAlone, TextSettings } from './text-alone.ts';

/** A text of a report as it is read, its references printed, with its figures and where it stands. Spans count UTF-16 units of `text`. */
export interface Prose extends TextAlone {
  readonly path: Path;
  readonly part: Part | undefined;
  readonly section: Section | undefined;
  /** Whether every reference of the text had something to print. */
  readonly whole: boolean;
  /** What its references name, in their order. */
  readonly referenced: readonly string[];
  /** The name in the reference that printed a character of the text; undefined where it was typed. */
  readonly printedBy: (at: number) => string | undefined;
  /** Where characters of the text stand in the draft: what a reference prints stands at the reference. */
  readonly place: (span: Span) => Pick<Place, 'path' | 'span'>;
  /** Whether characters of the text were typed, and not printed by a reference. */
  readonly isTyped: (span: Span) => boolean;
}

/** What texts are read from: a `Reading`. */
export interface TextSource extends Printing {
  readonly scalars: Scalars;
  alone(text: string): TextAlone;
}

/** Every text of a report that is prose (titles, introductions, bodies, goals, reasons …, not cells), in order. */
export const readTexts = (from: TextSource): readonly Prose[] =>
  from.scalars.texts.filter(({ path }) => !path.includes('rows')).map((scalar) => new ReadText(scalar, from));

/** How the texts of a report are read. */
export function settingsOfTexts({ metrics, tables, approximation, data }: Report): TextSettings {
  // of an English text a noun says what is counted, but no more than the plain number does
  const units = [
    ...new Set(
      [...metrics, ...tables].flatMap(({ data: { unit = '' } }) =>
        unit === '' || /^[A-Za-z]/.test(unit) ? [] : [unit],
      ),
    ),
  ];
  return { units, approximation, year: data.year };
}

/** A stretch that a reference printed: from `start` in the text, in place of `written` in the draft. */
interface Printed {
  readonly name: string;
  readonly start: number;
  readonly end: number;
  readonly whole: boolean;
  readonly written: Span;
  readonly inner: Span;
}

class ReadText implements Prose {
  readonly path: Path;
  readonly part: Part | undefined;
  readonly section: Section | undefined;
  readonly text: string;
  readonly alone: TextAlone;
  readonly #printed: readonly Printed[];

  constructor({ path, part, section, text: draft }: Scalar, from: TextSource) {
    this.path = path;
    this.part = part;
    this.section = section;
    const { text, printed } = draft.includes('{{') ? print(draft, from, part) : { text: draft, printed: [] };
    this.text = text;
    this.alone = from.alone(text);
    this.#printed = printed;
  }

  get figures(): TextAlone['figures'] {
    return this.alone.figures;
  }

  get spelt(): TextAlone['spelt'] {
    return this.alone.spelt;
  }

  get sentences(): TextAlone['sentences'] {
    return this.alone.sentences;
  }

  get ends(): TextAlone['ends'] {
    return this.alone.ends;
  }

  get statements(): TextAlone['statements'] {
    return this.alone.statements;
  }

  get signs(): TextAlone['signs'] {
    return this.alone.signs;
  }

  subjectOf(figure: Quantity): string | undefined {
    return this.alone.subjectOf(figure);
  }

  once<T>(read: (text: TextAlone) => T): T {
    return this.alone.once(read);
  }

  get whole(): boolean {
    return this.#printed.every(({ start, end, whole }) => whole && start < end);
  }

  get referenced(): readonly string[] {
    return this.#printed.map(({ name }) => name);
  }

  readonly place: Prose['place'] = ([start, end]) => ({
    path: this.path,
    span: [this.#back(start, false), this.#back(end, true)],
  });

  readonly printedBy: Prose['printedBy'] = (at) =>
    this.#printed.find(({ start, end }) => start <= at && at < end)?.name;

  readonly isTyped: Prose['isTyped'] = ([start, end]) =>
    !this.#printed.some((each) => each.start < end && start < each.end);

  /** An offset of the text in the draft. */
  #back(offset: number, isEnd: boolean): number {
    let shift = 0;
    for (const each of this.#printed) {
      if (offset < each.start || (isEnd && offset === each.start)) break;
      if (offset < each.end || (isEnd && offset === each.end)) return each.inner[isEnd ? 1 : 0];
      shift = each.written[1] - each.end;
    }
    return offset + shift;
  }
}

function print(
  draft: string,
  from: Printing,
  part: Part | undefined,
): { readonly text: string; readonly printed: readonly Printed[] } {
  const printed: Printed[] = [];
  let text = '';
  let at = 0;
  for (const segment of splitReferences(draft)) {
    if (segment.kind === 'text') continue;
    const { text: words, whole } = printName(
      segment.name,
      from,
      part,
      behindReference(draft, segment.span),
    ) ?? { text: '', whole: false };
    text += draft.slice(at, segment.span[0]);
    printed.push({
      name: segment.name,
      start: text.length,
      end: text.length + words.length,
      whole,
      written: segment.span,
      inner: segment.inner,
    });
    text += words;
    at = segment.span[1];
  }
  return { text: text + draft.slice(at), printed };
}
