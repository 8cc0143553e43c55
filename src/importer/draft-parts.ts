import type { Language } from '../diagnostic.ts';
import { TakenNames } from '../reading/names/figure-name.ts';
import { stopAfter } from '../render/composer.ts';
import { text, type DraftEntry, type Mapping, type DraftScalar, type DraftValue } from '../scaffold/emit.ts';
import { beginsWithText, bodyOf, tracedLiteral } from './body.ts';
import { check } from './head/draft-head.ts';
import type { NoteTexts } from './notes/note-texts.ts';
import { levelsOf, levelsWithin, ownLevels, runsOn, usualPatterns } from './outline/numbering.ts';
import { allSections, type Outline, type SourcePart } from './outline/outline.ts';
import { isZero } from './outline/numbers.ts';
import type { SourceSection } from './outline/sections.ts';
import type { Origin } from './text/origin.ts';
import { partTables, tableEntries, type WriteTraced } from './tables/tables.ts';
import { Traced } from './text/traced.ts';

/** What a draft says of a section beside its title and its text. */
export interface SectionAdditions {
  /** The number as typed, where it is not the one that the order gives. */
  number?: string;
  /** Whether that number is another one, and not only written otherwise. */
  isMisnumbered?: boolean;
  metrics?: readonly DraftEntry[];
  targets?: readonly DraftEntry[];
  lead?: string;
}

/** The text and the tables of a section as a draft has them. */
interface SectionText {
  readonly body: Traced | undefined;
  readonly tables: readonly DraftEntry[];
}

/** The parts of an outline as the draft has them. Texts and tables are made once; what is found out about sections is added to them. */
export class DraftParts {
  readonly #outline: Outline;
  readonly #language: Language;
  readonly #keys: Language;
  readonly #notes: NoteTexts;
  readonly #texts = new Map<SourceSection, SectionText>();
  readonly #runIn: boolean;
  /** Sections below which the numbers are of other patterns. */
  readonly #levelsWithin = new Map<SourceSection, readonly string[]>();
  #additions: ReadonlyMap<SourceSection, SectionAdditions> = new Map();
  #mappings = new Map<Mapping, SourceSection>();
  readonly #origins = new Map<DraftScalar, Origin>();

  constructor(outline: Outline, language: Language, keys: Language, notes: NoteTexts) {
    this.#notes = notes;
    this.#outline = outline;
    this.#language = language;
    this.#keys = keys;
    const names = new TakenNames();
    for (const section of allSections(outline)) this.#texts.set(section, this.#textOf(section, names));
    this.#runIn = this.#runsIn();
    for (const part of outline.list)
      for (const [section, own] of levelsWithin(part, this.#levelsIn(part), this.#depthOf(part)))
        this.#levelsWithin.set(section, own);
  }

  /** The scalar that holds a text of the document: where its characters stand is kept with it. */
  readonly scalar: WriteTraced = (written, kind) => {
    const { text: words, origin } = this.#notes.plain(written);
    const scalar: DraftScalar = { kind, text: words };
    if (origin) this.#origins.set(scalar, origin);
    return scalar;
  };

  /** Where the characters of a scalar stand in the document. */
  readonly originOf = (scalar: DraftScalar): Origin | undefined => this.#origins.get(scalar);

  /** How the numbers of the draft are not the usual ones. */
  numbering(): readonly DraftEntry[] {
    const { parts } = this.#outline;
    const levels = this.#levels();
    const entries: DraftEntry[] = [];
    if (parts !== 'separate') entries.push({ key: 'parts', value: text(parts) });
    if (levels.some((pattern, depth) => pattern !== usualPatterns[this.#language][depth]))
      entries.push({
        key: 'levels',
        value: listOfPatterns(levels),
      });
    if (this.#runIn !== (this.#language === 'zh'))
      entries.push({ key: 'run-in', value: text(String(this.#runIn)) });
    return entries.length === 0 ? [] : [{ key: 'numbering', value: { kind: 'map', short: true, entries } }];
  }

  /** The patterns of the text, with the usual ones below those that were met. */
  #levels(): readonly string[] {
    const { parts, list } = this.#outline;
    return levelsOf(list, parts === 'numbered');
  }

  /** The patterns that number a part, the usual ones below. */
  #levelsIn(part: SourcePart): readonly string[] {
    const usual = usualPatterns[this.#language];
    const met = this.#levels();
    const all = [...met, ...usual.slice(met.length)];
    return ownLevels(part, all) ?? all;
  }

  /** How many numbers stand above the first sections of a part. */
  #depthOf({ kind }: SourcePart): number {
    return this.#outline.parts === 'numbered' && kind !== 'annexes' ? 1 : 0;
  }

  /** The parts with what was found out about their sections; and which mapping is which section. */
  with(additions: ReadonlyMap<SourceSection, SectionAdditions>): {
    readonly entries: readonly DraftEntry[];
    readonly sections: ReadonlyMap<Mapping, SourceSection>;
  } {
    this.#additions = additions;
    this.#mappings = new Map();
    const { list, parts } = this.#outline;
    const entries: DraftEntry[] = [];
    for (const kind of ['summary', 'problems', 'plan'] as const) {
      const part = list.find((each) => each.kind === kind);
      if (part) entries.push({ key: kind, apart: true, value: this.#part(part, parts === 'separate') });
    }
    const annexes = list.filter(({ kind }) => kind === 'annexes');
    if (annexes.length > 0)
      entries.push({
        key: 'annexes',
        apart: true,
        value: listOf(annexes.map((part) => this.#part(part, true))),
      });
    return { entries, sections: this.#mappings };
  }

  #part(part: SourcePart, titled: boolean): Mapping {
    const entries: DraftEntry[] = [];
    // a part without a title prints none
    if (part.title !== undefined || titled)
      entries.push({
        key: 'title',
        value: this.#title(part, part.title ?? ''),
      });
    const numbering = this.#numberingOf(part);
    if (numbering.length > 0)
      entries.push({ key: 'numbering', value: { kind: 'map', short: true, entries: numbering } });
    if (part.blocks.length > 0 || part.sections.length === 0)
      entries.push({ key: 'intro', value: this.scalar(this.#notes.below(bodyOf(part.blocks)), 'text') });
    if (part.sections.length > 0)
      entries.push({
        key: 'sections',
        value: listOf(part.sections.map((section) => this.#section(section, part.number ? 1 : 0))),
      });
    return { kind: 'map', entries };
  }

  /** How a part is numbered otherwise than the report. */
  #numberingOf(part: SourcePart): DraftEntry[] {
    const usual = usualPatterns[this.#language];
    const met = this.#levels();
    const own = ownLevels(part, [...met, ...usual.slice(met.length)]);
    return [
      ...(own ? [{ key: 'levels', value: listOfPatterns(own) }] : []),
      ...(runsOn(part) ? [{ key: 'restart', value: text('false') }] : []),
    ];
  }

  #section(section: SourceSection, depth: number): Mapping {
    const { metrics = [], targets = [] } = this.#additions.get(section) ?? {};
    const { body, tables } = this.#texts.get(section) ?? { body: undefined, tables: [] };
    const entries = this.#opening(section, depth);
    if (body !== undefined) entries.push({ key: 'body', value: this.scalar(body, 'text') });
    if (metrics.length > 0) entries.push({ key: 'metrics', value: { kind: 'map', entries: metrics } });
    if (tables.length > 0) entries.push({ key: 'tables', value: { kind: 'map', entries: tables } });
    if (targets.length > 0) entries.push({ key: 'targets', value: { kind: 'map', entries: targets } });
    if (section.sections.length > 0)
      entries.push({
        key: 'sections',
        value: listOf(section.sections.map((inner) => this.#section(inner, depth + 1))),
      });
    const mapping: Mapping = { kind: 'map', entries };
    this.#mappings.set(mapping, section);
    return mapping;
  }

  /** What stands before the text of a section: its title, what is said of its number, who is in charge. */
  #opening(section: SourceSection, depth: number): DraftEntry[] {
    const { number: typed, isMisnumbered, lead } = this.#additions.get(section) ?? {};
    const entries: DraftEntry[] = [];
    if (section.title !== undefined)
      entries.push({ key: 'title', value: this.#title(section, this.#titleOf(section, depth)) });
    if (typed !== undefined)
      entries.push({
        key: 'number',
        value: text(typed),
        ...(isMisnumbered && {
          behind: check(this.#keys, 'does not fit the order', '与次序不符'),
        }),
      });
    if (section.number === undefined || isZero(section.number))
      entries.push({ key: 'numbered', value: text('false') });
    const below = this.#levelsWithin.get(section);
    if (below !== undefined) entries.push({ key: 'levels', value: listOfPatterns(below) });
    if (lead !== undefined) entries.push({ key: 'lead', value: text(lead) });
    return entries;
  }

  #textOf({ title, blocks, sections }: SourceSection, names: TakenNames): SectionText {
    const { body, tables } = partTables(blocks);
    const isNeeded = body.length > 0 || (sections.length === 0 && title === undefined && tables.length === 0);
    return {
      body: isNeeded ? this.#notes.below(bodyOf(body)) : undefined,
      tables: tableEntries(tables, names, this.#language === 'zh' ? '表' : 'table ', this.scalar),
    };
  }

  /** A title of the document, or its beginning. */
  #title({ title, titleOrigin }: Pick<SourceSection, 'title' | 'titleOrigin'>, written: string): DraftScalar {
    if (title === undefined) return { kind: 'quoted', text: '' };
    return this.scalar(tracedLiteral(new Traced(title, titleOrigin).slice(0, written.length)), 'text');
  }

  /** A title whose full stop the renderer sets is written without it. */
  #titleOf({ title = '', runIn }: SourceSection, depth: number): string {
    const bare = title.slice(0, -1);
    return this.#runIn &&
      runIn &&
      depth > 0 &&
      bare.trim() !== '' &&
      title === bare + stopAfter(bare, this.#language)
      ? bare
      : title;
  }

  /** Whether titles below the first level run into their text: every one that has a text in the source. */
  #runsIn(): boolean {
    const { list, parts } = this.#outline;
    let [run, alone] = [0, 0];
    const walk = (sections: readonly SourceSection[], depth: number): void => {
      for (const section of sections) {
        const { title, runIn, sections: inner } = section;
        const body = this.#texts.get(section)?.body;
        if (title !== undefined && depth > 0 && body !== undefined && beginsWithText(body.text)) {
          if (runIn && /[。.]$/.test(title)) run++;
          else alone++;
        }
        walk(inner, depth + 1);
      }
    };
    for (const part of list) walk(part.sections, parts === 'numbered' ? 1 : 0);
    return run + alone === 0 ? this.#language === 'zh' : alone === 0;
  }
}

const listOfPatterns = (patterns: readonly string[]): DraftValue => ({
  kind: 'list',
  short: true,
  items: patterns.map((pattern) => ({ kind: 'quoted', text: pattern })),
});

const listOf = (items: readonly Mapping[]): DraftValue => ({ kind: 'list', items, apart: true });
