import type { Reading } from '../reading/reading.ts';
import type { PartKind } from '../assets.ts';
import type { Language } from '../diagnostic.ts';
import { firstYear, monthsFrom, yearName, type Calendar } from '../dates/calendar.ts';
import type { NumberingData } from '../model/data.generated.ts';
import type { Part, Report } from '../model/report.ts';
import {
  answeringSection,
  listOf,
  plannedSection,
  type Carried,
  type CarryContext,
} from './carry-section.ts';
import { blank, emit, text, type DraftEntry, type Mapping, type DraftValue } from './emit.ts';
import { localize } from './localize.ts';
import { summaryOutline, saidNodes } from './outline.ts';
import { ownFilesOf, type OwnFile } from './own-files.ts';
import { PreviousTexts } from './previous-texts.ts';
import { shiftYears } from './years.ts';

/** What a draft that carries on from last year’s is filled with. */
export interface CarryOptions {
  readonly organization: string;
  readonly title: string;
  /** As the draft names it: an id, or the path of a file. */
  readonly template: string | undefined;
  /** The path of last year’s draft from the new one’s folder. */
  readonly previous: string;
  /** Where the editor finds the schema. */
  readonly schema: string;
  /** Parts that are to be there, whether last year had them or not. */
  readonly parts: readonly PartKind[];
  /** Whether sections are given files of their own again, as the caller does by `ownFiles`. */
  readonly keepsFiles?: boolean;
}

/**
 * The draft of the year after a report: the outline of its plan to be reported on, every figure and table to be filled
 * in anew, every target to be answered, and the outline of the next plan. What last year said and planned stands in
 * comments; no sentence and no figure of it is left elsewhere, but as the figure of the year before.
 */
export function carryOver(
  reading: Reading,
  options: CarryOptions,
): { readonly text: string; readonly carried: Carried; readonly ownFiles: readonly OwnFile[] } {
  const carried: Carried = {
    sections: new Set(),
    metrics: new Set(),
    tables: new Set(),
    results: new Set(),
    targets: new Set(),
  };
  const { report } = reading;
  const { year = 0 } = report.data;
  const context: CarryContext = {
    report,
    reading,
    carried,
    said: new PreviousTexts(reading, year),
    keepsFiles: options.keepsFiles === true,
  };
  const draft: Mapping = {
    kind: 'map',
    entries: [...headOf(report, options), ...partsOf(context, options.parts)],
  };
  const body = emit(localize(draft, 'report', report.keys) as Mapping);
  const head = [
    `yaml-language-server: $schema=${options.schema.replaceAll(/\s/g, encodeURIComponent)}`,
    ...explained(year, report.calendar, options.previous)[report.keys],
  ];
  return { text: head.map((line) => `# ${line}\n`).join('') + body, carried, ownFiles: ownFilesOf(draft) };
}

/** Last year’s title with its years moved on; where it has none to move, as it is. */
export const nextTitle = (
  { calendar, data: { title = '', year = 0, organization = '' } }: Report,
  name: string,
): string => shiftYears(organization === '' ? title : title.replaceAll(organization, name), year, calendar);

/** The lines below the first. */
const explained = (
  last: number,
  calendar: Calendar,
  previous: string,
): Readonly<Record<Language, readonly string[]>> => {
  const [year, now, next] = [
    yearName(last, calendar),
    yearName(last + 1, calendar),
    yearName(last + 2, calendar),
  ];
  return {
    en: [
      `Draft of the report on ${now.en} and the plan for ${next.en}, carried over from ${previous}.`,
      `Comments such as “${year.en}: …” and “Planned for ${now.en}: …” are last year’s words, to look at and then delete.`,
      'Text goes below “body: |”, two spaces further in; a figure goes behind “value:”, or straight behind the name.',
      'Answer each target under “results”: met, late, partly, missed, dropped, no-data; pending until it is due.',
    ],
    zh: [
      `这是${now.zh}工作总结和${next.zh}工作计划的底稿，由 ${previous} 结转。`,
      `“${year.zh}：”“${now.zh}计划：”等注释是上年稿子的原文，供对照，写完可删。`,
      '文字写在“正文: |”的下一行，多缩进两格；数字写在“数值:”后面空一格，没有“数值:”的写在名称的冒号后面。',
      '上年的目标在“完成情况”里交账，结果写：完成、逾期完成、部分完成、未完成、取消、无数据；没到期的写进行中。',
    ],
  };
};

/** The dates that are to be written when the report is finished. */
const datesToCome = (year: number, calendar: Calendar): Readonly<Record<Language, readonly string[]>> => ({
  en: [
    `dated: ${afterYear(year, calendar, 2)}-15`,
    `published: ${afterYear(year, calendar, 3)}-01 # makes the report final: what is still open becomes an error`,
  ],
  zh: [
    `成文日期: ${afterYear(year, calendar, 1)}-10`,
    `发布日期: ${afterYear(year, calendar, 1)}-17 # 写上就是定稿：没填完的地方一律算错误`,
  ],
});

/** The nth month after a year, as YYYY-MM. */
const afterYear = (year: number, calendar: Calendar, month: number): string =>
  monthsFrom(firstYear(year + 1, calendar), calendar.start + month - 1, 1).first.slice(0, 7);

function headOf(
  { data, keys, calendar }: Report,
  { organization, title, template, previous }: CarryOptions,
): DraftEntry[] {
  const entries: DraftEntry[] = [];
  const add = (key: string, value: DraftValue | undefined): void =>
    void (value && entries.push({ key, value }));
  add('schema', { kind: 'figure', text: '1' });
  add('title', { kind: 'quoted', text: title });
  add('organization', text(organization));
  const year = (data.year ?? 0) + 1;
  add('year', text(String(year)));
  if (data['year-start'] !== undefined) add('year-start', text(String(data['year-start'])));
  if (data['year-named'] !== undefined) add('year-named', text(data['year-named']));
  const dates = entries.length;
  if (data.language !== undefined) add('language', text(data.language));
  if (template !== undefined) add('template', text(template));
  add('previous', text(previous));
  add('numbering', data.numbering && numberingOf(data.numbering));
  return entries.map((entry, index) =>
    index === dates ? { ...entry, notes: datesToCome(year, calendar)[keys] } : entry,
  );
}

function partsOf(context: CarryContext, wanted: readonly PartKind[]): DraftEntry[] {
  const { report } = context;
  const { summary, problems, plan, annexes } = report.data;
  const entries: DraftEntry[] = termsOf(context);
  const find = (kind: Part['kind']): Part | undefined => report.parts.find((part) => part.kind === kind);
  const empty: Mapping = { kind: 'map', entries: [{ key: 'intro', value: blank }] };
  const answering = summaryOutline(report).map((node) => answeringSection(node, context));
  if (summary || plan || answering.length > 0)
    entries.push({
      key: 'summary',
      apart: true,
      value: partOf(find('summary'), answering, context, find('plan')),
    });
  const asItIs = (part: Part): Mapping =>
    partOf(
      part,
      saidNodes(part.sections).map((node) => answeringSection(node, context)),
      context,
    );
  const troubles = find('problems');
  if (problems && troubles) entries.push({ key: 'problems', apart: true, value: asItIs(troubles) });
  else if (wanted.includes('problems')) entries.push({ key: 'problems', apart: true, value: empty });
  const planned = find('plan');
  if (planned)
    entries.push({
      key: 'plan',
      apart: true,
      value: partOf(
        planned,
        planned.sections.map((section) => plannedSection(section, context)),
        context,
      ),
    });
  else if (summary) entries.push({ key: 'plan', apart: true, value: empty });
  const apart = report.parts.filter(({ kind }) => kind === 'annexes');
  if (annexes && apart.length > 0)
    entries.push({
      key: 'annexes',
      apart: true,
      value: { kind: 'list', apart: true, items: apart.map(asItIs) },
    });
  return entries;
}

/** A part: its title with the years moved on, its numbering, an empty introduction where it had one, and its sections. */
function partOf(
  part: Part | undefined,
  sections: readonly Mapping[],
  { said }: CarryContext,
  planned?: Part,
): Mapping {
  const entries: DraftEntry[] = [];
  if (part?.data.title !== undefined)
    entries.push({ key: 'title', value: text(said.standing(part.data.title, part, true)) });
  if (part?.data.numbering !== undefined)
    entries.push({ key: 'numbering', value: numberingOf(part.data.numbering) });
  const notes = [
    ...(planned ? said.plan(planned.data.intro, planned) : []),
    ...(part && part.kind !== 'plan' ? said.text(part.data.intro, part) : []),
  ];
  if (part?.data.intro !== undefined || notes.length > 0 || sections.length === 0)
    entries.push({ key: 'intro', value: blank, notes });
  if (sections.length > 0) entries.push({ key: 'sections', value: listOf(sections) });
  return { kind: 'map', entries };
}

const numberingOf = ({ parts, levels, restart, 'run-in': runIn }: NumberingData): Mapping => ({
  kind: 'map',
  short: true,
  entries: [
    ...(parts === undefined ? [] : [{ key: 'parts', value: text(parts) }]),
    ...(levels === undefined
      ? []
      : [{ key: 'levels', value: { kind: 'list', short: true, items: levels.map(text) } as const }]),
    ...(restart === undefined ? [] : [{ key: 'restart', value: text(String(restart)) }]),
    ...(runIn === undefined ? [] : [{ key: 'run-in', value: text(String(runIn)) }]),
  ],
});

function termsOf({ report, said }: CarryContext): DraftEntry[] {
  const terms = report.terms.map(({ id, data: { full, avoid } }): DraftEntry => {
    const standing = full === undefined ? undefined : text(said.standing(full, undefined, false));
    const avoided: DraftValue | undefined = avoid && { kind: 'list', short: true, items: avoid.map(text) };
    if (avoided === undefined) return { key: id, value: standing ?? { kind: 'nothing' } };
    return {
      key: id,
      value: {
        kind: 'map',
        short: true,
        entries: [...(standing ? [{ key: 'full', value: standing }] : []), { key: 'avoid', value: avoided }],
      },
    };
  });
  return terms.length === 0 ? [] : [{ key: 'terms', value: { kind: 'map', entries: terms } }];
}
