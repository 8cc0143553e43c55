import type { Diagnostic, Path, Place, Range, RunSpan, Spot, Words } from '../../diagnostic.ts';
import type { Imported } from '../../importer/import.ts';
import type { Revision } from '../../importer/annotate/place-revisions.ts';
import { originSpans, type OriginSpan } from '../../importer/text/origin.ts';
import { spotText, type SourceSpot } from '../../importer/text/spots.ts';
import { revisionOf } from '../annotate/revision-of.ts';
import { sectionAt, whereIs } from '../../model/offices.ts';
import type { TextFix } from '../../lint/stamp.ts';
import type { Report } from '../../model/report.ts';

/** A document that was imported in memory, with all that leads from its draft back to it. */
export interface ReadAsIs {
  readonly imported: Imported;
  readonly spots: readonly SourceSpot[];
  /** The parts of the file, of which the origins of spots speak. */
  readonly parts: readonly string[];
  /** Whether `at` of a spot is a line of a text; else it is a paragraph. */
  readonly isLine: boolean;
  /** The file itself. */
  readonly bytes: Uint8Array;
}

/** Where something stands in a document: lines are paragraphs, or lines of a text, columns count in the paragraph. */
export interface DocumentPlace {
  readonly range: Range;
  readonly spot: Spot;
}

/** Longer than texts are. */
const ALL = Number.MAX_SAFE_INTEGER;

/** Leads from places of the draft that was made of a document back to its paragraphs, cells and runs. */
export class DocumentPlaces {
  readonly #read: ReadAsIs;
  readonly #report: Report;
  /** The paragraphs of a text of the draft, in order. */
  readonly #order = new Map<string, ReadonlyMap<string, number>>();

  /** @param report the draft as it was checked */
  constructor(read: ReadAsIs, report: Report) {
    this.#read = read;
    this.#report = report;
  }

  /** Whether a place is one that import wrote into the head of the draft by itself: no word of the document. */
  isMade({ path }: Place): boolean {
    return path.length === 2 && typeof path[1] === 'string' && this.#spans(path, [0, ALL]).length === 0;
  }

  /** Where a place of the draft stands in the document; of what stands nowhere in it, its section does. */
  of({ path, span, at }: Place): DocumentPlace {
    const exact = at === 'key' ? [] : this.#around(path, span);
    const held = exact.length > 0 ? exact : this.#near(path);
    const [first] = held;
    const section = whereIs(path, this.#report);
    const source = first && this.#read.spots[first.run];
    if (!first || !source) return this.#nowhere(section);
    // what is longer than a paragraph is pointed at by its first
    const end = held.findLast(({ run }) => run === first.run)?.end ?? first.end;
    const range: readonly [number, number] = [first.start, Math.min(end, source.text.length)];
    const placed = this.#placed(source, range, section, this.#paragraph(path, source, first.run));
    const last = exact.length > 0 ? this.#last(exact, first.run) : undefined;
    return last ? { ...placed, spot: { ...placed.spot, last } } : placed;
  }

  /** How a change of a text is made in the document; undefined where its characters do not all stand there. */
  revision(change: TextFix): Revision | undefined {
    return revisionOf(change, (at) => this.#characters(change.path, at));
  }

  /** The runs that hold a character. */
  #characters(path: Path, at: number): readonly RunSpan[] {
    return this.#spans(path, [at, at + 1]).flatMap(({ run, start, end }) => {
      const origin = this.#read.spots[run]?.origin;
      return origin ? originSpans(origin, this.#read.parts, [start, end]) : [];
    });
  }

  #placed(
    source: SourceSpot,
    [start, end]: readonly [number, number],
    section: Words,
    paragraph: number | undefined,
  ): DocumentPlace {
    const { at: line, text, cell, origin } = source;
    const { parts, isLine } = this.#read;
    const spans = (from: number, to: number): readonly RunSpan[] =>
      (origin ? originSpans(origin, parts, [from, to]) : []).filter(({ part }) => part !== '');
    // what stands nowhere, as a number that Word counts, is shown by the words beside it
    const exact = spans(start, Math.max(end, start + 1));
    const runs = exact.length > 0 ? exact : spans(0, text.length);
    return {
      range: { start: { line, column: start + 1 }, end: { line, column: Math.max(start, end) + 1 } },
      spot: {
        where: whereWords(section, source, paragraph),
        section,
        ...(paragraph !== undefined && { paragraph }),
        ...(cell && { cell: { row: cell.row, column: cell.column } }),
        text: spotText(text),
        isLine,
        runs,
      },
    };
  }

  /** The end of what is longer than a paragraph, where that is in a run. */
  #last(held: readonly OriginSpan[], first: number): RunSpan | undefined {
    const last = held.at(-1);
    const source = last && last.run !== first ? this.#read.spots[last.run] : undefined;
    if (!last || !source?.origin) return undefined;
    return originSpans(source.origin, this.#read.parts, [last.start, last.end]).findLast(
      ({ part }) => part !== '',
    );
  }

  #nowhere(section: Words): DocumentPlace {
    const start = { line: 1, column: 1 };
    const spot = { where: section, section, text: '', isLine: this.#read.isLine, runs: [] };
    return { range: { start, end: start }, spot };
  }

  /** The characters of a place; of an empty one, the character before or behind it. */
  #around(path: Path, span: Place['span']): readonly OriginSpan[] {
    if (span === undefined) return this.#spans(path, [0, ALL]);
    const [start, end] = span;
    const held = this.#spans(path, [start, end]);
    if (held.length > 0) return held;
    const [before] = start > 0 ? this.#spans(path, [start - 1, start]) : [];
    if (before) return [{ ...before, start: before.end }];
    return this.#spans(path, [start, end + 1]).map((each) => ({ ...each, end: each.start }));
  }

  /** What of a place without words stands next to it: its row, its table, the title or text of its section. */
  #near(path: Path): readonly OriginSpan[] {
    const [file, ...keys] = path;
    for (let length = keys.length; length > 0; length--) {
      const head: Path = [file, ...keys.slice(0, length)];
      for (const tail of [['title'], ['body'], [0], ['intro']] as const) {
        const held = this.#spans([...head, ...tail], [0, ALL]);
        if (held.length > 0) return held;
      }
    }
    return [];
  }

  #spans(path: Path, [start, end]: readonly [number, number]): readonly OriginSpan[] {
    return this.#read.imported.originOf({ place: () => ({ path, span: [start, end] }) }, [start, end]);
  }

  /** Which paragraph of its section a spot is; undefined of titles, and of tables that the draft has apart. */
  #paragraph(path: Path, source: SourceSpot, run: number): number | undefined {
    if (source.isNote) return undefined;
    const section = sectionAt(path, this.#report);
    const [file, ...keys] = path;
    const holder: Path = section?.path ?? [file, ...keys.slice(0, 1)];
    const body: Path = [...holder, section ? 'body' : 'intro'];
    const key = body.join('\0');
    const order = this.#order.get(key) ?? this.#orderOf(body);
    this.#order.set(key, order);
    return order.get(groupOf(source, run));
  }

  #orderOf(body: Path): ReadonlyMap<string, number> {
    const order = new Map<string, number>();
    for (const { run } of this.#spans(body, [0, ALL])) {
      const source = this.#read.spots[run];
      if (!source || source.isNote) continue;
      const group = groupOf(source, run);
      if (!order.has(group)) order.set(group, order.size + 1);
    }
    return order;
  }
}

/** The cells of a table are one paragraph. */
const groupOf = ({ cell }: SourceSpot, run: number): string => (cell ? `table ${cell.table}` : `${run}`);

/** Section and paragraph as a person would name them. */
function whereWords(section: Words, { cell, isNote }: SourceSpot, paragraph: number | undefined): Words {
  const nth = paragraph === undefined ? undefined : { en: `paragraph ${paragraph}`, zh: `第${paragraph}段` };
  const inside: readonly (Words | undefined)[] = [
    nth,
    cell && {
      en: `table, row ${cell.row}, column ${cell.column}`,
      zh: `表格第${cell.row}行第${cell.column}列`,
    },
    isNote && { en: 'note', zh: '注释' },
  ].map((each) => each || undefined);
  const told = inside.filter((each) => each !== undefined);
  return {
    en: [section.en, ...told.map(({ en }) => en)].join(', '),
    zh: section.zh + told.map(({ zh }) => zh).join('，'),
  };
}

/** A finding with its places in documents: `placesOf` tells the document of a file, `placeOf` what a range was made of. */
export function inDocument(
  diagnostic: Diagnostic,
  placesOf: (file: string) => DocumentPlaces | undefined,
  placeOf: (range: Range) => Place | undefined,
): Diagnostic {
  const placed = (file: string, range: Range): Partial<DocumentPlace> => {
    const place = placeOf(range);
    const places = placesOf(file);
    return places ? places.of(place ?? { path: [file] }) : {};
  };
  // a fix changes the draft, which there is none of
  const { fix: _, ...rest } = diagnostic;
  return {
    ...rest,
    ...placed(diagnostic.file, diagnostic.range),
    related: diagnostic.related.map((each) => ({ ...each, ...placed(each.file, each.range) })),
  };
}
