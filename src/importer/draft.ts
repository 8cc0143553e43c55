import type { PartKind } from '../assets.ts';
import type { Calendar } from '../dates/calendar.ts';
import type { Language } from '../diagnostic.ts';
import { stopAfter } from '../render/compose.ts';
import { TakenNames } from '../reading/figure-name.ts';
import { emit, text, type Entry, type Mapping, type Value } from '../scaffold/emit.ts';
import { localize } from '../scaffold/localize.ts';
import { bodyOf, literal } from './body.ts';
import type { Metadata } from './metadata.ts';
import { patternsOf, runsIn, runsOn, usualPatterns } from './numbering.ts';
import { partTables, tableEntries } from './tables.ts';
import type { Outline, SourcePart, SourceSection } from './outline.ts';

/** What a draft says of a section beside its title and its text. */
export interface Additions {
  /** The number as typed, where it is not the one that the order gives. */
  number?: string;
  metrics?: readonly Entry[];
  targets?: readonly Entry[];
  lead?: string;
}

export interface DraftOptions {
  readonly keys: Language;
  readonly title: string;
  readonly organization: string;
  readonly template: string | undefined;
  /** Where the editor finds the schema. */
  readonly schema: string;
  /** What the file was made from, for the comment at its head. */
  readonly from: string;
  /** How the project counts its years: what differs from that stands in the draft. */
  readonly given: Calendar;
  /** Whether the month in which years begin was read from the text. */
  readonly isStartRead: boolean;
}

/** A draft with the sections, titles and texts of a document, and what was found out about them. */
export function draftOf(
  outline: Outline,
  metadata: Metadata,
  options: DraftOptions,
  additions: ReadonlyMap<SourceSection, Additions>,
): string {
  const writer = new Writer(outline, additions, metadata.language, options.keys);
  const draft: Mapping = {
    kind: 'map',
    entries: [...headOf(metadata, options, writer.numbering(outline)), ...writer.parts(outline)],
  };
  const head = [
    `yaml-language-server: $schema=${options.schema.replaceAll(/\s/g, encodeURIComponent)}`,
    ...opening(options)[options.keys],
  ];
  return (
    head.map((line) => `# ${line}\n`).join('') + emit(localize(draft, 'report', options.keys) as Mapping)
  );
}

/** One section of a document as a section file. */
export function sectionDraftOf(
  section: SourceSection,
  outline: Outline,
  language: Language,
  options: Pick<DraftOptions, 'keys' | 'schema'> & { readonly id: string },
  additions: ReadonlyMap<SourceSection, Additions>,
): string {
  const { entries } = new Writer(outline, additions, language, options.keys).section(section, 1);
  const value: Mapping = {
    kind: 'map',
    entries: [{ key: 'id', value: text(options.id) }, ...entries.filter(({ key }) => key !== 'numbered')],
  };
  return `# yaml-language-server: $schema=${options.schema.replaceAll(/\s/g, encodeURIComponent)}\n${emit(localize(value, 'section', options.keys) as Mapping)}`;
}

const opening = ({ from }: DraftOptions): Readonly<Record<Language, readonly string[]>> => ({
  en: [`Made from ${from}. Lines that begin with “check” are for a person to look at.`],
  zh: [`由 ${from} 导入。注释写“核对”的，请人工核对。`],
});

/** A comment for a person to look at. */
const check = (keys: Language, en: string, zh: string): string =>
  keys === 'zh' ? `核对：${zh}` : `check: ${en}`;

function headOf(metadata: Metadata, options: DraftOptions, numbering: Entry[]): Entry[] {
  const { keys, title, organization, template } = options;
  const { signed, posted, source, language } = metadata;
  const say = (en: string, zh: string): string => check(keys, en, zh);
  const entries: Entry[] = [
    { key: 'schema', value: { kind: 'figure', text: '1' } },
    { key: 'title', value: { kind: 'quoted', text: literal(title) } },
    {
      key: 'organization',
      value: text(organization),
      notes: source === undefined ? [] : [say(`the document names “${source}”`, `原文写的是“${source}”`)],
    },
    ...yearsOf(metadata, options),
  ];
  if (language !== keys) entries.push({ key: 'language', value: text(language) });
  if (signed !== undefined) entries.push({ key: 'dated', value: text(signed) });
  if (template !== undefined) entries.push({ key: 'template', value: text(template) });
  const last = entries.at(-1) as Entry;
  if (posted !== undefined)
    entries[entries.length - 1] = {
      ...last,
      notes: [
        ...(last.notes ?? []),
        keys === 'zh'
          ? `发布日期: ${posted} # 去掉行首的 # 即为定稿`
          : `published: ${posted} # without the first # the report is final`,
      ],
    };
  return [...entries, ...numbering];
}

/** The year, and where it begins if that is not what the project says; what was read from the text is to be looked at. */
function yearsOf(
  { year, yearGuessed, calendar, startUnknown }: Metadata,
  { keys, given, isStartRead }: DraftOptions,
): Entry[] {
  const notes = [
    ...(yearGuessed ? [check(keys, 'the year is a guess from the text', '年度由正文推定')] : []),
    ...(startUnknown
      ? [
          check(
            keys,
            'the text counts in fiscal years; add year-start, the month in which they begin',
            '原文按财年计，请补写“年度起”，即财年从几月起算',
          ),
        ]
      : []),
  ];
  const entries: Entry[] = [{ key: 'year', value: text(String(year)), notes }];
  if (calendar.start !== given.start)
    entries.push({
      key: 'year-start',
      value: text(String(calendar.start)),
      notes: isStartRead ? [check(keys, 'read from the text', '由正文推定')] : [],
    });
  if (calendar.named !== given.named) entries.push({ key: 'year-named', value: text(calendar.named) });
  return entries;
}

class Writer {
  readonly #additions: ReadonlyMap<SourceSection, Additions>;
  readonly #language: Language;
  readonly #keys: Language;
  readonly #runIn: boolean;
  readonly #tables = new TakenNames();

  constructor(
    outline: Outline,
    additions: ReadonlyMap<SourceSection, Additions>,
    language: Language,
    keys: Language,
  ) {
    this.#keys = keys;
    this.#additions = additions;
    this.#language = language;
    this.#runIn = runsIn(outline, language);
  }

  numbering({ parts, list }: Outline): Entry[] {
    const levels = patternsOf(list, parts === 'numbered');
    const entries: Entry[] = [];
    if (parts !== 'separate') entries.push({ key: 'parts', value: text(parts) });
    if (levels.some((pattern, depth) => pattern !== usualPatterns[this.#language][depth]))
      entries.push({
        key: 'levels',
        value: {
          kind: 'list',
          short: true,
          items: levels.map((pattern) => ({ kind: 'quoted', text: pattern })),
        },
      });
    if (this.#runIn !== (this.#language === 'zh'))
      entries.push({ key: 'run-in', value: text(String(this.#runIn)) });
    return entries.length === 0 ? [] : [{ key: 'numbering', value: { kind: 'map', short: true, entries } }];
  }

  parts({ list, parts }: Outline): Entry[] {
    const entries: Entry[] = [];
    for (const kind of ['summary', 'problems', 'plan'] as const) {
      const part = list.find((each) => each.kind === kind);
      if (part) entries.push({ key: kind, apart: true, value: this.#part(part, parts === 'separate') });
    }
    const annexes = list.filter(({ kind }) => kind === ('annexes' satisfies PartKind));
    if (annexes.length > 0)
      entries.push({
        key: 'annexes',
        apart: true,
        value: this.#list(annexes.map((part) => this.#part(part, true))),
      });
    return entries;
  }

  #part(part: SourcePart, titled: boolean): Mapping {
    const entries: Entry[] = [];
    // a part without a title prints none
    if (part.title !== undefined || titled)
      entries.push({
        key: 'title',
        value: part.title === undefined ? { kind: 'quoted', text: '' } : text(literal(part.title)),
      });
    if (runsOn(part))
      entries.push({
        key: 'numbering',
        value: { kind: 'map', short: true, entries: [{ key: 'restart', value: text('false') }] },
      });
    if (part.blocks.length > 0 || part.sections.length === 0)
      entries.push({ key: 'intro', value: text(bodyOf(part.blocks)) });
    if (part.sections.length > 0)
      entries.push({
        key: 'sections',
        value: this.#list(part.sections.map((section) => this.section(section, part.number ? 1 : 0))),
      });
    return { kind: 'map', entries };
  }

  #list(items: readonly Mapping[]): Value {
    return { kind: 'list', items, apart: true };
  }

  section(section: SourceSection, depth: number): Mapping {
    const { title, blocks, sections, number } = section;
    const { number: typed, metrics = [], targets = [], lead } = this.#additions.get(section) ?? {};
    const entries: Entry[] = [];
    if (title !== undefined)
      entries.push({ key: 'title', value: text(literal(this.#titleOf(section, depth))) });
    if (typed !== undefined)
      entries.push({
        key: 'number',
        value: text(typed),
        behind: check(this.#keys, 'does not fit the order', '与次序不符'),
      });
    if (number === undefined) entries.push({ key: 'numbered', value: text('false') });
    if (lead !== undefined) entries.push({ key: 'lead', value: text(lead) });
    const { body, tables } = partTables(blocks);
    if (body.length > 0 || (sections.length === 0 && title === undefined && tables.length === 0))
      entries.push({ key: 'body', value: text(bodyOf(body)) });
    if (metrics.length > 0) entries.push({ key: 'metrics', value: { kind: 'map', entries: metrics } });
    if (tables.length > 0)
      entries.push({
        key: 'tables',
        value: {
          kind: 'map',
          entries: tableEntries(tables, this.#tables, this.#language === 'zh' ? '表' : 'table '),
        },
      });
    if (targets.length > 0) entries.push({ key: 'targets', value: { kind: 'map', entries: targets } });
    if (sections.length > 0)
      entries.push({
        key: 'sections',
        value: this.#list(sections.map((inner) => this.section(inner, depth + 1))),
      });
    return { kind: 'map', entries };
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
}
