import { speltFigures } from '../quantity/scan/english-number.ts';
import { findQuantities } from '../quantity/scan/scan.ts';
import type { Quantity } from '../quantity/value/quantity.ts';
import { readSentences, type Sentence } from './sentences.ts';
import { signsIn, type Signs } from './signs.ts';
import { figureStatements, statementEnds, type FigureStatement } from './statements.ts';
import { figureSubject } from './names/subject.ts';

/**
 * The words of a text, wherever it stands, with what they say by themselves: all that a reader of claims may look at. Each thing is found
 * once, when it is asked for, and kept with the words. Spans count UTF-16 units of `text`.
 */
export interface TextAlone {
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
  /** The signs that it holds anywhere. */
  readonly signs: Signs;
  /** What one of its figures is a figure of, in its words; undefined where these leave a doubt. */
  subjectOf(figure: Quantity): string | undefined;
  /**
   * What a reader finds in it, read where it is first asked for. The reader is the key, so give it a name of its own, and may look at
   * nothing but the text: where the text stands again, in whatever report, what was found before is taken.
   */
  once<T>(read: (text: TextAlone) => T): T;
}

/** How a text is read: units that its report declares, by how much 约 widens a figure, in percent, and the year that figures are of. */
export interface TextSettings {
  readonly units: readonly string[];
  readonly approximation: number;
  readonly year: number | undefined;
}

/** Texts by their words: the same words are read once, and not again where an earlier report was read in the same way. */
export class TextStore {
  readonly #settings: TextSettings;
  readonly #own = new Map<string, TextAlone>();
  readonly #earlier: ReadonlyMap<string, TextAlone> | undefined;

  constructor(settings: TextSettings, earlier?: TextStore) {
    this.#settings = settings;
    if (earlier && areAlike(earlier.#settings, settings)) this.#earlier = earlier.#own;
  }

  get(text: string): TextAlone {
    const known = this.#own.get(text);
    if (known !== undefined) return known;
    const found = this.#earlier?.get(text) ?? textAlone(text, this.#settings);
    this.#own.set(text, found);
    return found;
  }
}

/** A text by itself. */
export const textAlone = (text: string, settings: TextSettings): TextAlone => new Words(text, settings);

/** Whether two texts of the same words are read alike. */
const areAlike = (a: TextSettings, b: TextSettings): boolean =>
  a.approximation === b.approximation && a.year === b.year && a.units.join('\n') === b.units.join('\n');

/** Without one of these a text holds no figure. */
const mayHaveFigures =
  /[\d０-９零〇一二两三四五六七八九十百千万没未无]|\b[a-z]+ in [a-z]|half|third|quarter|\bno\b/i;

class Words implements TextAlone {
  readonly text: string;
  readonly #settings: TextSettings;
  #figures: readonly Quantity[] | undefined;
  #spelt: TextAlone['spelt'] | undefined;
  #sentences: readonly Sentence[] | undefined;
  #ends: readonly number[] | undefined;
  #statements: readonly FigureStatement[] | undefined;
  #signs: Signs | undefined;
  #subjects: Map<Quantity, string | undefined> | undefined;
  #read: Map<(text: TextAlone) => unknown, unknown> | undefined;

  constructor(text: string, settings: TextSettings) {
    this.text = text;
    this.#settings = settings;
  }

  get figures(): readonly Quantity[] {
    return (this.#figures ??= mayHaveFigures.test(this.text)
      ? findQuantities(this.text, this.#settings)
      : []);
  }

  get spelt(): TextAlone['spelt'] {
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

  get signs(): Signs {
    return (this.#signs ??= signsIn(this.text));
  }

  subjectOf(figure: Quantity): string | undefined {
    const subjects = (this.#subjects ??= new Map<Quantity, string | undefined>());
    const known = subjects.get(figure);
    if (known !== undefined || subjects.has(figure)) return known;
    const subject = figureSubject(this, figure, this.#settings.year);
    subjects.set(figure, subject);
    return subject;
  }

  once<T>(read: (text: TextAlone) => T): T {
    const known = (this.#read ??= new Map<(text: TextAlone) => unknown, unknown>());
    if (known.has(read)) return known.get(read) as T;
    const found = read(this);
    known.set(read, found);
    return found;
  }
}
