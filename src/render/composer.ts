import type { Reading } from '../reading/reading.ts';
import type { Language, Path } from '../diagnostic.ts';
import { partTitle } from '../model/labels.ts';
import { beforeTitle } from '../model/numbering.ts';
import { placesOf } from '../model/places.ts';
import type { Part, Report, Section, Table } from '../model/report.ts';
import { plainText, type Block, type NumberedTitle, type Inline } from './block.ts';
import { parseBody } from './body.ts';
import { onOneLine } from '../reading/controls.ts';
import { internalBlocks } from './internal.ts';
import { runningLines } from './running-lines.ts';
import { joinLines } from './lines.ts';
import { Notes } from './notes.ts';
import type { RenderOptions } from './renderer.ts';
import { resolverOf, type Resolve } from './resolve.ts';
import { scorecardBlocks } from './scorecard.ts';
import { tableOf } from './table.ts';
import { missingFile, renderWords } from './words.ts';

/** Walks one report; ids are made of positions, so that they hold while titles change. */
export class Composer {
  readonly #reading: Reading;
  readonly #report: Report;
  readonly #resolve: Resolve;
  readonly #options: RenderOptions;
  readonly #notes = new Notes();
  readonly #places = new Map<Part, ReadonlyMap<string, string>>();

  constructor(reading: Reading, options: RenderOptions) {
    this.#reading = reading;
    this.#report = reading.report;
    this.#resolve = resolverOf(reading);
    this.#options = options;
  }

  /** The notes of everything that was composed so far, as the end of the document. */
  notes(): Block[] {
    const notes = this.#notes.all();
    return notes.length === 0 ? [] : [{ kind: 'notes', notes }];
  }

  /** One line of plain text: references are resolved, Markdown is not read. */
  line(text: string, from: Part | undefined): Inline[] {
    return joinLines(this.#resolve(text.trim(), from), this.#report.language);
  }

  /** The same of a text that stands in the draft. */
  lineAt(path: Path, text: string, from: Part | undefined): Inline[] {
    const content = this.line(text, from);
    this.#options.places?.prints(path, text, content);
    return content;
  }

  /** The title of a section file by itself, which is that of the page. */
  titleOf(section: Section | undefined): Inline[] {
    return section ? this.lineAt([...section.path, 'title'], section.data.title ?? '', section.part) : [];
  }

  /** A section file by itself: its number is the draft’s to say, and no part stands around it. */
  alone({ sections }: Part): Block[] {
    return sections.flatMap((section) => {
      const body = this.#body([...section.path, 'body'], section.data.body, section.part);
      const inner = section.sections.flatMap((each, index) => this.#section(each, 2, `section-${index + 1}`));
      return [...body, ...this.#beside(section), ...inner];
    });
  }

  part(part: Part, label: string, id: string): Block[] {
    const titled = part.apart || part.numbering.parts !== 'run-on';
    const title = titled ? [this.#partHeading(part, label, id)] : [];
    const level = titled ? 3 : 2;
    const intro = this.#body([...part.path, 'intro'], part.data.intro, part);
    const sections = part.sections.flatMap((section, index) =>
      this.#section(section, level, `${id}-${index + 1}`),
    );
    return [...title, ...intro, ...sections, ...this.#scorecard(part)];
  }

  /** The scorecard closes the summary, or what comes first where there is none. */
  #scorecard(part: Part): Block[] {
    const { parts } = this.#report;
    const closed = parts.find(({ kind }) => kind === 'summary') ?? parts[0];
    return part === closed
      ? scorecardBlocks(this.#reading, this.#options, (text, from) => this.line(text, from))
      : [];
  }

  #partHeading(part: Part, label: string, id: string): Block {
    const { language } = this.#report;
    const title = this.lineAt([...part.path, 'title'], partTitle(part, this.#report), part);
    const named = part.apart && plainText(title).startsWith(renderWords.annex[language]);
    const own = part.apart && part.data.title === undefined ? this.line(label, undefined) : title;
    return {
      kind: 'heading',
      level: 2,
      depth: 0,
      grade: part.number === '' ? 0 : 1,
      id,
      label: named ? '' : label,
      number: beforeTitle(part.number, language),
      title: own,
    };
  }

  #section(section: Section, level: number, id: string): Block[] {
    const titled = isWritten(section.data.title);
    // in the order of the text, by which notes are numbered
    const opening = this.#opening(section, level, id);
    const inner = section.sections.flatMap((each, index) =>
      this.#section(each, titled ? level + 1 : level, `${id}-${index + 1}`),
    );
    return [...opening, ...this.#beside(section), ...inner];
  }

  /** What stands below the body of a section: its tables, and what is for the office only. */
  #beside(section: Section): Block[] {
    const { language } = this.#report;
    const line = (text: string): Inline[] => this.line(text, section.part);
    const tables = section.tables.flatMap((table) => {
      const blocks = tableOf(table, line, language);
      this.#cells(table, blocks);
      return [...this.#gap(table, 'table'), ...blocks];
    });
    return [
      ...this.#gap(section, 'section'),
      ...tables,
      ...(this.#options.internal ? internalBlocks(section, line, language) : []),
    ];
  }

  /** The words in place of a file that could not be read: its `file` is left in the data, and nothing of what it holds. */
  #gap({ data: { file }, ...thing }: Section | Table, kind: 'section' | 'table'): Block[] {
    const unread = file !== undefined && (!('rows' in thing) || thing.rows.length === 0);
    return unread ? [{ kind: 'gap', label: missingFile(file, kind, this.#report.language), places: [] }] : [];
  }

  /** Title, number and body of a section. */
  #opening(section: Section, level: number, id: string): Block[] {
    const { part, data } = section;
    const blocks = this.#body([...section.path, 'body'], data.body, part);
    // a number that was typed is printed as it stands
    const number = beforeTitle(onOneLine(data.number ?? section.number), this.#report.language);
    if (isWritten(data.title)) {
      const title = this.lineAt([...section.path, 'title'], data.title, part);
      const grade = section.depth + (part.number === '' ? 1 : 2);
      return this.#titled(
        { level, depth: section.depth + 1, grade, id, label: '', number, title },
        blocks,
        part,
      );
    }
    if (number === '') return blocks;
    const { lead = [], after } = leadOf(blocks);
    return [{ kind: 'item', id, number, text: lead }, ...after];
  }

  /** A title above the body, or as the first sentence of its first paragraph. */
  #titled(heading: NumberedTitle, blocks: Block[], { numbering }: Part): Block[] {
    const { lead, after } = leadOf(blocks);
    if (!numbering['run-in'] || heading.grade === 1 || lead === undefined)
      return [{ kind: 'heading', ...heading }, ...blocks];
    const stop = stopAfter(plainText(heading.title), this.#report.language);
    return [{ kind: 'run-in', ...heading, stop, text: lead }, ...after];
  }

  #placesFrom(part: Part): ReadonlyMap<string, string> {
    const places = this.#places.get(part) ?? placesOf(this.#report, part);
    this.#places.set(part, places);
    return places;
  }

  #body(path: Path, text: string | undefined, part: Part): Block[] {
    const { language } = this.#report;
    if (!isWritten(text)) return [];
    const known = this.#notes.all().length;
    const blocks = parseBody(this.#resolve(text, part), {
      language,
      notes: this.#notes,
      files: this.#options.files,
      places: this.#placesFrom(part),
    });
    const { places } = this.#options;
    if (places) {
      places.prints(path, text, runningLines(blocks).flat());
      places.printsNotes(path, text, this.#notes.all().slice(known));
    }
    return blocks;
  }

  /** The cells of a table of the draft, by the names of their rows. */
  #cells({ path, data }: Table, blocks: readonly Block[]): void {
    const [table] = blocks;
    const { places } = this.#options;
    if (table?.kind !== 'table' || !places) return;
    places.prints([...path, 'name'], data.name ?? '', table.caption);
    for (const { path: place, text } of this.#reading.scalars.texts) {
      const [name, column] = place.slice(path.length + 1);
      if (place[path.length] !== 'rows' || !path.every((key, index) => place[index] === key)) continue;
      const row = table.rows.find((each) => each.name && plainText(each.name) === name);
      const cell = typeof column === 'number' ? row?.cells[column] : undefined;
      if (cell) places.prints(place, text, cell);
    }
  }
}

/** The paragraph that a body begins with, which may share a line with what stands above it, and what follows. */
function leadOf(blocks: readonly Block[]): {
  readonly lead: readonly Inline[] | undefined;
  readonly after: readonly Block[];
} {
  const [first, ...rest] = blocks;
  return first?.kind === 'paragraph' ? { lead: first.text, after: rest } : { lead: undefined, after: blocks };
}

const isWritten = (text: string | undefined): text is string => text !== undefined && text.trim() !== '';

/** What a title needs to be a sentence: nothing where it ends in punctuation, inside closing quotes as well. */
export const stopAfter = (title: string, language: Language): string =>
  /[。！？：；…，、.!?:;,][”’"'」』]*$/u.test(title) ? '' : language === 'zh' ? '。' : '.';
