import type { Diagnostic, Offsets } from '../../diagnostic.ts';
import { besideDraft, type Report, type Section } from '../../model/report.ts';
import { keyName } from '../../source/grammar.ts';
import { applyEdits } from '../../source/traps/repair.ts';
import { putIn, takeOut } from '../../source/section-text.ts';
import { lint, type Linted, type Settings } from '../lint.ts';
import type { ReadFile } from '../open.ts';

/** A draft whose sections were moved into files of their own, or back: nothing is written yet. */
export interface Layout {
  /** The texts that changed or are new, by file, the draft among them. */
  readonly texts: ReadonlyMap<string, string>;
  /** The section files that are new, or that are no longer named, by their paths from here. */
  readonly files: readonly string[];
  /** Sections that were to move and stay, because the report would not be the same. */
  readonly left: readonly Section[];
}

/** A section that is to move, and its file by the path that the draft names. */
export interface Move {
  readonly section: Section;
  readonly file: string;
}

/** Sections that are to move, with where the items stand that name their files, if they have any. */
export interface Moves {
  readonly moves: readonly Move[];
  readonly items: ReadonlyMap<Section, Offsets>;
}

/** The texts after some of the moves; undefined where one of them cannot be made. */
type Made = ReadonlyMap<string, string> | undefined;

/** Moves sections into files of their own; `head` is what each file begins with. The report stays the same, or the section where it is. */
export function splitDraft(
  linted: Linted,
  moves: readonly Move[],
  head: (file: string) => string,
  read: ReadFile,
  settings: Settings,
): Layout {
  return settle(linted, moves, read, settings, (some) => {
    const texts = new Map<string, string>();
    const edits = new Map<string, NonNullable<ReturnType<typeof takeOut>>['edit'][]>();
    for (const { section, file } of some) {
      const source = linted.sources.get(section.path[0]);
      const item = source?.extent(section.path);
      const out = source && item && takeOut(source.text, item, keyName('file', source.keys), file);
      if (source === undefined || out === undefined) return undefined;
      edits.set(source.file, [...(edits.get(source.file) ?? []), out.edit]);
      texts.set(besideDraft(linted.report?.file ?? '', file), head(file) + out.text);
    }
    for (const [name, all] of edits) texts.set(name, applyEdits(linted.sources.get(name)?.text ?? '', all));
    return texts;
  });
}

/** Takes section files back into the draft, those within those first. */
export function joinDraft(
  linted: Linted,
  { moves, items }: Moves,
  read: ReadFile,
  settings: Settings,
): Layout {
  const draft = linted.report?.file ?? '';
  return settle(linted, moves, read, settings, (some) => {
    const source = linted.sources.get(draft);
    const edits = some.flatMap(({ section }) => {
      const item = items.get(section);
      const own = linted.sources.get(section.path[0]);
      const edit = source && item && own && putIn(source.text, item, own.text);
      return edit ? [edit] : [];
    });
    return source && edits.length === some.length
      ? new Map([[draft, applyEdits(source.text, edits)]])
      : undefined;
  });
}

/** Sections of the draft itself that stand in files, by the items that name them. */
export function filedSections({ sources }: Linted, report: Report): Moves {
  const draft = sources.get(report.file);
  const items = new Map<Section, Offsets>();
  const moves: Move[] = [];
  const look = (
    section: Section,
    given: readonly unknown[] | undefined,
    path: Section['path'],
    index: number,
  ): void => {
    const data = given?.[index] as
      { readonly file?: string; readonly sections?: readonly unknown[] } | undefined;
    const here: Section['path'] = [...path, 'sections', index];
    if (section.path[0] === report.file)
      section.sections.forEach((inner, at) => look(inner, data?.sections, here, at));
    const item =
      data?.file === undefined || section.path[0] === report.file ? undefined : draft?.extent(here);
    if (item === undefined || data?.file === undefined || Object.keys(data).length > 1) return;
    items.set(section, item);
    moves.push({ section, file: data.file });
  };
  for (const part of report.parts)
    part.sections.forEach((section, index) => look(section, part.data.sections, part.path, index));
  return { moves, items };
}

/** Makes all moves; where the report would not be the same, only those that leave it so. */
function settle(
  linted: Linted,
  moves: readonly Move[],
  read: ReadFile,
  settings: Settings,
  make: (moves: readonly Move[]) => Made,
): Layout {
  const layout = (some: readonly Move[], texts: ReadonlyMap<string, string>): Layout => ({
    texts: some.length === 0 ? new Map<string, string>() : texts,
    files: some.map(({ file }) => besideDraft(linted.report?.file ?? '', file)),
    left: moves.filter((move) => !some.includes(move)).map(({ section }) => section),
  });
  const whole = make(moves);
  if (whole !== undefined && isSame(linted, whole, read, settings)) return layout(moves, whole);
  let kept: readonly Move[] = [];
  let texts: ReadonlyMap<string, string> = new Map();
  for (const move of moves) {
    const made = make([...kept, move]);
    if (made === undefined || !isSame(linted, made, read, settings)) continue;
    kept = [...kept, move];
    texts = made;
  }
  return layout(kept, texts);
}

/** Whether a draft says the same after its texts changed, and the same is found in it. */
function isSame(
  before: Linted,
  texts: ReadonlyMap<string, string>,
  read: ReadFile,
  settings: Settings,
): boolean {
  const file = before.report?.file ?? '';
  const current: ReadFile = Object.assign(
    (name: string) => texts.get(name) ?? read(name),
    read.leaves && { leaves: read.leaves },
  );
  const after = lint(file, texts.get(file) ?? before.sources.get(file)?.text ?? '', current, settings);
  return (
    after.report !== undefined &&
    before.report !== undefined &&
    contentOf(before.report) === contentOf(after.report) &&
    found(before) === found(after)
  );
}

/** All that a report says, wherever it stands. */
export function contentOf({ data, sections, parts, terms }: Report): string {
  const without = (key: string, value: unknown): unknown =>
    key === 'sections' || key === 'file' ? undefined : value;
  const each = sections.map((section) => [
    section.depth,
    section.number,
    section.part.kind,
    section.data,
    section.tables.map(({ id, data: table, rows }) => [id, table.columns, table.file, rows]),
    ...[section.metrics, section.targets, section.results].map((things) =>
      things.map(({ id, data: about }) => [id, about]),
    ),
  ]);
  return JSON.stringify(
    [
      data,
      parts.map((part) => [part.kind, part.data, part.number]),
      terms.map(({ id, data: term }) => [id, term]),
      each,
    ],
    without,
  );
}

const found = ({ diagnostics }: Linted): string =>
  diagnostics
    .map(({ rule, code, severity, message }: Diagnostic) => `${rule} ${code} ${severity} ${message.en}`)
    .sort()
    .join('\n');
