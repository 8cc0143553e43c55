import type { Path, Place } from '../diagnostic.ts';
import { splitReferences } from '../model/split-references.ts';
import type { Part, Section } from '../model/report.ts';
import type { Scalar, Scalars } from '../model/scalars.ts';
import { speltFigures } from '../quantity/scan/english-number.ts';
import { findQuantities } from '../quantity/scan/scan.ts';
import type { Span } from '../quantity/value/formula.ts';
import type { Quantity } from '../quantity/value/quantity.ts';
import { behindReference, printName, type Printing } from './print-reference.ts';
import { readSentences, type Sentence } from './sentences.ts';
import { figureStatements, statementEnds, type FigureStatement } from './statements.ts';

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
  /** Every sentence with figures, those in brackets included. */
  readonly sentences: readonly Sentence[];
  /** Where its statements end. */
  readonly ends: readonly number[];
  /** Its statements that hold figures. */
  readonly statements: readonly FigureStatement[];
  /** Whether every reference of the text had something to print. */
  readonly whole: boolean;
  /** What its references name, in their order. */
  readonly referenced: readonly string[];
  /** Where characters of the text stand in the draft: what a reference prints stands at the reference. */
  readonly place: (span: Span) => Pick<Place, 'path' | 'span'>;
  /** Whether characters of the text were typed, and not printed by a reference. */
  readonly isTyped: (span: Span) => boolean;
}

/** What texts are read from: a `Reading`. */
export interface TextSource extends Printing {
  readonly scalars: Scalars;
}

/**
 * Every text of a report that is prose (titles, introductions, bodies, goals, reasons …, not cells), in order. What stood in `earlier` with
 * the same words, and is read in the same way, is not read again.
 */
export function readTexts(from: TextSource, earlier: readonly Prose[] = []): readonly Prose[] {
  const { metrics, tables, approximation } = from.report;
  // of an English text a noun says what is counted, but no more than the plain number does
  const units = [
    ...new Set(
      [...metrics, ...tables].flatMap(({ data: { unit = '' } }) =>
        unit === '' || /^[A-Za-z]/.test(unit) ? [] : [unit],
      ),
    ),
  ];
  const settings: FigureSettings = { units, approximation };
  const known = new Map<string, Contents>();
  for (const each of earlier)
    if (each instanceof ReadText && areAlike(each.contents.settings, settings))
      known.set(each.text, each.contents);
  return from.scalars.texts
    .filter(({ path }) => !path.includes('rows'))
    .map((scalar) => new ReadText(scalar, from, settings, known));
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

/** How the figures of a text are read: units that the report declares, and by how much 约 widens a figure, in percent. */
interface FigureSettings {
  readonly units: readonly string[];
  readonly approximation: number;
}

/** Without one of these a text holds no figure. */
const mayHaveFigures =
  /[\d０-９零〇一二两三四五六七八九十百千万没未无]|\b[a-z]+ in [a-z]|half|third|quarter|\bno\b/i;

const areAlike = (a: FigureSettings, b: FigureSettings): boolean =>
  a.approximation === b.approximation && a.units.join('\n') === b.units.join('\n');

/** What stands in a text, wherever the text itself stands; each thing found once, when it is asked for. */
class Contents {
  readonly text: string;
  readonly settings: FigureSettings;
  #figures: readonly Quantity[] | undefined;
  #spelt: Prose['spelt'] | undefined;
  #sentences: readonly Sentence[] | undefined;
  #ends: readonly number[] | undefined;
  #statements: readonly FigureStatement[] | undefined;

  constructor(text: string, settings: FigureSettings) {
    this.text = text;
    this.settings = settings;
  }

  get figures(): readonly Quantity[] {
    return (this.#figures ??= mayHaveFigures.test(this.text) ? findQuantities(this.text, this.settings) : []);
  }

  get spelt(): Prose['spelt'] {
    return (this.#spelt ??= speltFigures(this.text));
  }

  get sentences(): readonly Sentence[] {
    return (this.#sentences ??= readSentences(this.text, this.figures));
  }

  get ends(): readonly number[] {
    return (this.#ends ??= statementEnds(this.text));
  }

  get statements(): readonly FigureStatement[] {
    return (this.#statements ??= this.figures.length === 0 ? [] : figureStatements(this, this.figures));
  }
}

class ReadText implements Prose {
  readonly path: Path;
  readonly part: Part | undefined;
  readonly section: Section | undefined;
  readonly text: string;
  readonly contents: Contents;
  readonly #printed: readonly Printed[];

  /** @param known what stands in texts that were read in the same way */
  constructor(
    { path, part, section, text: draft }: Scalar,
    from: Printing,
    settings: FigureSettings,
    known: ReadonlyMap<string, Contents>,
  ) {
    this.path = path;
    this.part = part;
    this.section = section;
    const { text, printed } = draft.includes('{{') ? print(draft, from, part) : { text: draft, printed: [] };
    this.text = text;
    this.contents = known.get(text) ?? new Contents(text, settings);
    this.#printed = printed;
  }

  get figures(): readonly Quantity[] {
    return this.contents.figures;
  }

  get spelt(): Prose['spelt'] {
    return this.contents.spelt;
  }

  get sentences(): readonly Sentence[] {
    return this.contents.sentences;
  }

  get ends(): readonly number[] {
    return this.contents.ends;
  }

  get statements(): readonly FigureStatement[] {
    return this.contents.statements;
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
