import { Reading } from '../src/reading/reading.ts';
import { lint, type Linted } from '../src/lint/lint.ts';
import type { Report } from '../src/model/report.ts';
import { carryOver, nextTitle } from '../src/scaffold/carry.ts';

export type Read = (file: string) => string | undefined;

export const nothingElse: Read = () => undefined;

/** Reads a report for a test. */
export function reportOf(file: string, text: string, read: Read = nothingElse): Report {
  const { report } = lint(file, text, read);
  if (report === undefined) throw new Error(`${file} cannot be read`);
  return report;
}

/** The draft that carries on from a report. */
export const nextDraft = (report: Report): string =>
  carryOver(new Reading(report), {
    // a command asks for what is not there
    organization: report.data.organization || 'Agency',
    title: nextTitle(report, report.data.organization ?? '') || 'Report',
    template: report.data.template,
    previous: report.file,
    schema: 'report.schema.json',
    parts: [],
  }).text;

/** What is wrong with the form of a draft. */
export const formErrors = ({ diagnostics }: Linted): string[] =>
  diagnostics
    .filter(({ rule }) => rule === 'yaml' || rule === 'schema')
    .map(({ message, range }) => `${range.start.line} ${message.en}`);

/** What of last year’s report is not in the new one: by walking both, thing by thing. */
export function lostFrom(last: Report, next: Report): string[] {
  const lost: string[] = [];
  const same = (what: string, a: unknown, b: unknown): void => {
    if (comparable(a) !== comparable(b)) lost.push(`${what}: ${JSON.stringify(a)} → ${JSON.stringify(b)}`);
  };
  const year = last.data.year ?? 0;
  same('year', year + 1, next.data.year);
  same('keys', last.keys, next.keys);
  same('language', last.data.language, next.data.language);
  same('organization', last.data.organization, next.data.organization);
  same('template', last.data.template, next.data.template);
  same('numbering', last.data.numbering, next.data.numbering);
  same('terms', last.data.terms, next.data.terms);
  for (const key of ['dated', 'published', 'document-number'] as const) same(key, undefined, next.data[key]);
  const idsOf = ({ sections }: Report): Set<string | undefined> =>
    new Set(sections.map(({ data }) => data.id));
  for (const id of idsOf(last)) if (id !== undefined && !idsOf(next).has(id)) lost.push(`section ${id}`);
  for (const { id, data, section } of first(last.metrics)) {
    const found = next.metrics.filter((metric) => metric.id === id);
    const [metric] = found;
    if (metric === undefined || found.length > 1) lost.push(`metric ${id}: ${found.length} times`);
    else {
      const { value, previous, history, 'as-of': _, restated: __, was: ___, ...standing } = data;
      const filled = value !== undefined && !/[【】]|^\s*$/.test(value) ? value : undefined;
      const { previous: carried, history: grown, ...kept } = metric.data;
      same(`metric ${id}`, sorted(standing), sorted(kept));
      same(`previous of ${id}`, filled, carried);
      if (history ?? previous)
        same(
          `history of ${id}`,
          sorted({
            ...(previous && { [year - 1]: previous }),
            ...history,
            ...(filled && { [year]: filled }),
          }),
          sorted(grown ?? {}),
        );
      if (!sameSection(section, metric.section))
        lost.push(
          `metric ${id} stands in another section: ${JSON.stringify([section.data.id, section.data.title, metric.section.data.id, metric.section.data.title])}`,
        );
    }
  }
  for (const { id, data, rows, section } of first(last.tables)) {
    const table = next.tables.find((each) => each.id === id);
    same(`columns of ${id}`, data.columns, table?.data.columns);
    same(
      `rows of ${id}`,
      rows.map(([name, cells]) => [name, cells.map((cell) => (cell === '/' ? '/' : ''))]),
      table?.rows,
    );
    if (table && !sameSection(section, table.section)) lost.push(`table ${id} stands in another section`);
  }
  for (const { id, data, section } of first(
    last.targets.filter(({ section: { part } }) => part.kind === 'plan'),
  )) {
    const result = next.results.find((each) => each.id === id);
    const { outcome, level, due, lead, revised, ...more } = result?.data ?? { outcome: undefined };
    same(
      `result ${id}`,
      ['pending', data.level, data.due, data.lead, data.revised],
      [outcome, level, due, lead, revised],
    );
    same(`result ${id} says more`, {}, more);
    if (result && !(sameSection(section, result.section) && result.section.part.kind === 'summary'))
      lost.push(`result ${id} stands in another section`);
    const long = data.due !== undefined && Number(data.due.slice(0, 4)) > year + 1;
    const { was: _, ...stays } = data;
    same(
      `target ${id}`,
      long ? sorted(stays) : undefined,
      sorted(next.targets.find((each) => each.id === id)?.data),
    );
  }
  // nothing is said that nobody has written yet
  for (const { data } of next.sections) same('body', '', data.body ?? '');
  for (const { data } of next.parts) same('intro', '', data.intro ?? '');
  return lost;
}

/** Data as text; references, which may become what they printed or a placeholder, without their marks. */
function comparable(data: unknown): string {
  const text = JSON.stringify(data) ?? '';
  return text.includes('{{') || text.includes('【') ? text.replaceAll(/\\[\\nrt]|\s|[{}【】]/g, '') : text;
}

type Place = Report['sections'][number];

/** Whether two sections are the same: by id, else by title but for its years. */
const sameSection = ({ data: a }: Place, { data: b }: Place): boolean =>
  a.id === undefined
    ? a.title === undefined || comparable(withoutYears(a.title)) === comparable(withoutYears(b.title ?? ''))
    : a.id === b.id;

const withoutYears = (title: string): string => title.replaceAll(/\d{4}|\\(?=\{\{)/g, '');

const first = <T extends { readonly id: string }>(things: readonly T[]): T[] =>
  things.filter(({ id }, index) => things.findIndex((other) => other.id === id) === index);

const sorted = (data: object | undefined): unknown =>
  data && Object.fromEntries(Object.entries(data).sort(([a], [b]) => (a < b ? -1 : 1)));
