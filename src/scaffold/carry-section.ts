import type { Reading } from '../reading/reading.ts';
import type { Language } from '../diagnostic.ts';
import { openIn } from '../chain/open-targets.ts';
import type { Report, Section, Table } from '../model/report.ts';
import { carriedMetric, carriedTable } from './carry-figures.ts';
import { isLongTerm, keptTarget, pendingResult } from './carry-targets.ts';
import { blank, text, type DraftEntry, type Mapping, type DraftValue } from './emit.ts';
import type { OutlineNode } from './outline.ts';
import { fileOf, type PreviousTexts } from './previous-texts.ts';

/** What arrived in the new draft, for the message on it. */
export interface Carried {
  readonly sections: Set<string>;
  readonly metrics: Set<string>;
  readonly tables: Set<string>;
  readonly results: Set<string>;
  readonly targets: Set<string>;
}

/** What every section of the new draft is made with. */
export interface CarryContext {
  readonly report: Report;
  readonly reading: Reading;
  readonly said: PreviousTexts;
  readonly carried: Carried;
  /** Whether sections are given files of their own again; else a comment says where they stood. */
  readonly keepsFiles: boolean;
}

/** A section of the new summary, or of a part that is carried as it is: heads, an empty body, figures without values, results to be given. */
export function answeringSection(node: OutlineNode, context: CarryContext): Mapping {
  const { planned, said: spoken } = node;
  const { said, carried, report, reading, keepsFiles } = context;
  const sources = [planned, spoken].filter((section) => section !== undefined);
  const entries = headOf(node, context);
  const notes = [
    ...(keepsFiles ? [] : sources.flatMap((section) => movedFrom(section, report))),
    ...saidOf(node, said),
  ];
  const hasBody = node.children.length === 0 || sources.some(({ data }) => data.body !== undefined);
  if (hasBody) entries.push({ key: 'body', value: blank, notes });
  const metrics = once(
    sources.flatMap((section) => section.metrics),
    carried.metrics,
  ).map((metric) => ({
    key: metric.id,
    value: carriedMetric(metric, report, said),
  }));
  const results = once(
    sources.flatMap((section) => openIn(section, reading)),
    carried.results,
  ).map((open) => pendingResult(open, said, report));
  push(entries, 'metrics', metrics);
  push(entries, 'tables', tablesOf(spoken === undefined ? [] : spoken.tables, context));
  push(entries, 'results', results);
  const children = node.children.map((child) => answeringSection(child, context));
  if (children.length > 0)
    entries.push({ key: 'sections', value: listOf(children), ...(hasBody ? {} : { notes }) });
  return named(entries, [spoken, planned], report);
}

/** A section of the next plan: its place in the outline, the tables that plans have, and targets that are due later still. */
export function plannedSection(section: Section, context: CarryContext): Mapping {
  const { said, carried, report } = context;
  const entries = headOf(
    { id: section.data.id, planned: section, said: undefined, children: [] },
    context,
    true,
  );
  if (section.sections.length === 0 || section.data.body !== undefined)
    entries.push({ key: 'body', value: blank });
  push(entries, 'tables', tablesOf(section.tables, context));
  const kept = once(
    section.targets.filter((target) => isLongTerm(target, report)),
    carried.targets,
  );
  push(
    entries,
    'targets',
    kept.map((target) => ({ key: target.id, value: keptTarget(target, said) })),
  );
  const children = section.sections.map((child) => plannedSection(child, context));
  if (children.length > 0) entries.push({ key: 'sections', value: listOf(children) });
  return named(entries, [section], report);
}

/** Sections one below the other: an empty line between those that are more than a line. */
export const listOf = (items: readonly Mapping[]): DraftValue => ({ kind: 'list', items, apart: true });

/** Id, title, place in the count and offices: those of the plan, else those of last year’s summary. */
function headOf(node: OutlineNode, context: CarryContext, next = false): DraftEntry[] {
  const { planned, said: spoken } = node;
  const first = <T>(get: (section: Section) => T | undefined): T | undefined =>
    (planned && get(planned)) ?? (spoken && get(spoken));
  const support = first(({ data }) => data.support) ?? [];
  const levels = first(({ data }) => data.levels) ?? [];
  return [
    ...idOf(node, context, next),
    ...titleOf(node, context, next),
    ...textEntry(
      'numbered',
      first(({ data }) => data.numbered),
    ),
    ...listEntry('levels', levels),
    ...textEntry(
      'lead',
      first(({ data }) => data.lead),
    ),
    ...listEntry('support', support),
  ];
}

const textEntry = (key: string, value: string | boolean | undefined): DraftEntry[] =>
  value === undefined ? [] : [{ key, value: text(String(value)) }];

const listEntry = (key: string, items: readonly string[]): DraftEntry[] =>
  items.length === 0 ? [] : [{ key, value: { kind: 'list', short: true, items: items.map(text) } }];

/** An id stands once in what is reported on, and once more in what is planned next. */
function idOf({ id }: OutlineNode, { carried: { sections } }: CarryContext, next: boolean): DraftEntry[] {
  if (id === undefined || next) return textEntry('id', id);
  if (sections.has(id)) return [];
  sections.add(id);
  return textEntry('id', id);
}

/** The title; what was planned already speaks of the year that is now reported on. */
function titleOf(
  { planned, said: spoken, namesPart }: OutlineNode,
  { said }: CarryContext,
  next: boolean,
): DraftEntry[] {
  const titled = namesPart ? spoken : planned;
  const title = titled?.data.title ?? spoken?.data.title;
  if (title === undefined) return [];
  const moves = next || titled?.part.kind !== 'plan';
  return textEntry('title', said.standing(title, (planned ?? spoken)?.part, moves));
}

/** What last year planned for a section, said of it, and answered in it. */
function saidOf({ planned, said: spoken, namesPart }: OutlineNode, said: PreviousTexts): string[] {
  const answers = spoken?.results.filter(({ data }) => data.outcome !== 'pending') ?? [];
  const retitled =
    !namesPart &&
    spoken?.data.title !== undefined &&
    planned?.data.title !== undefined &&
    spoken.data.title !== planned.data.title;
  return [
    ...(planned ? said.plan(planned.data.body, planned.part) : []),
    ...(spoken && retitled ? said.title(spoken.data.title, spoken.part) : []),
    ...(spoken ? said.text(spoken.data.body, spoken.part) : []),
    ...answers.flatMap((result) => said.result(result, result.section.part)),
  ];
}

/** Where a section had a file of its own, and how it can have one again. */
function movedFrom(section: Section, report: Report): string[] {
  const file = fileOf(section, report);
  if (file === undefined) return [];
  const words: Readonly<Record<Language, string>> = {
    en: `This section stood in ${file} last year; to give it a file of its own again, choose a new name.`,
    zh: `本节上年存放在 ${file}；要再单独成文件，请另取文件名。`,
  };
  return [words[report.keys]];
}

const tablesOf = (tables: readonly Table[], { said, carried }: CarryContext): DraftEntry[] =>
  once(tables, carried.tables).map((table) => ({
    key: table.id,
    value: carriedTable(table, said),
    notes: table.data.file === undefined ? [] : said.text(table.data.file, table.section.part),
  }));

/** Things not met before, by their ids. */
function once<T extends { readonly id: string }>(things: readonly T[], met: Set<string>): T[] {
  return things.filter(({ id }) => !met.has(id) && met.add(id));
}

function push(entries: DraftEntry[], key: string, under: readonly DraftEntry[]): void {
  if (under.length > 0) entries.push({ key, value: { kind: 'map', entries: under } });
}

/** A section, with the file that the first of its forerunners stood in; one that has nothing at all is still one. */
function named(
  entries: readonly DraftEntry[],
  forerunners: readonly (Section | undefined)[],
  report: Report,
): Mapping {
  const [file] = forerunners.flatMap((section) => (section && fileOf(section, report)) ?? []);
  return {
    kind: 'map',
    entries: entries.length > 0 ? entries : [{ key: 'body', value: blank }],
    ...(file !== undefined && { file }),
  };
}
