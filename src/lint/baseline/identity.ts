import type { Data, Finding, Identity, Path } from '../../diagnostic.ts';
import { sectionAt } from '../../model/offices.ts';
import type { Report, Section, Sources } from '../../model/report.ts';
import { isSentenceEnd } from '../../reading/sentence-ends.ts';

/** Keys under which things stand by their ids, which a report has once. */
const THINGS: ReadonlySet<string | number> = new Set(['metrics', 'tables', 'targets', 'results', 'terms']);

/** Data by which messages name a thing; where a language has a word of its own for it (`sectionZh`), it is no name that stays. */
const NAMING = ['name', 'target', 'section', 'table', 'row', 'column', 'id', 'label'] as const;

/** What a rule’s finding is known by, wherever its section, its lines or its file are moved. */
export function identityOf(finding: Finding, report: Report, sources: Sources): Identity {
  const { path, at, span, data = {}, items = [] } = finding;
  const section = sectionAt(path, report);
  const keys = path.slice(section ? section.path.length : 1);
  const thing = keys.findIndex((key) => THINGS.has(key));
  const place = (thing === -1 ? keys : keys.slice(thing)).filter((key) => typeof key === 'string').join('.');
  const value = at === 'key' ? String(path.at(-1)) : textAt(path, report, sources);
  const within = span && withoutDigits(fold(clauseAround(value, span)));
  const text = fold(span ? value.slice(...span) : value);
  const told = new Set(['', text, ...keys]);
  const names = namesIn(data).filter((name) => !told.has(name));
  return {
    ...reportOf(report),
    ...(section && thing === -1 && { section: nameOf(section) }),
    ...(place !== '' && { place }),
    ...(names.length > 0 && { names }),
    text,
    ...(within !== undefined && within !== withoutDigits(text) && { within }),
    ...(items.length > 0 && { items: items.map(fold).sort() }),
  };
}

const namesIn = (data: Data): readonly string[] => [
  // the key of a part, whatever it is called
  ...('part' in data ? [String(data['part'])] : []),
  ...NAMING.flatMap((key) => (key in data && !(`${key}Zh` in data) ? [fold(String(data[key]))] : [])),
];

/** White space and widths folded: how a paragraph is broken into lines, and whether its signs are wide, makes no difference. */
export const fold = (text: string): string =>
  text
    .replaceAll(/\s+/gu, ' ')
    .replaceAll(
      / (?=[\p{sc=Han}\u3000-\u303F\uFF00-\uFFEF])|(?<=[\p{sc=Han}\u3000-\u303F\uFF00-\uFFEF]) /gu,
      '',
    )
    .normalize('NFKC')
    .trim();

/** Which report a finding is of; nothing of a section file by itself, and of a draft that does not say it. */
export function reportOf({ alone, data }: Report): Pick<Identity, 'report'> {
  const { organization, year } = data;
  if (alone || organization === undefined || year === undefined) return {};
  return { report: { organization: fold(organization), year } };
}

/** The id; else the title, without a number typed before it, which one day is taken out. */
const nameOf = ({ data: { id, title = '' } }: Section): string =>
  fold(id ?? title).replace(
    /^(?:\([一二三四五六七八九十\d]+\)|[一二三四五六七八九十\d]+(?:\.\d+)*[、. ]) ?/,
    '',
  );

/** The text of the value at a path; empty where there is none, or more than a text. */
function textAt(path: Path, { tables }: Report, sources: Sources): string {
  const [file, ...keys] = path;
  let value = sources.get(file)?.data;
  for (const key of keys)
    value =
      typeof value === 'object' && value !== null
        ? (value as Readonly<Record<string, unknown>>)[key]
        : undefined;
  if (value === undefined) return cellAt(path, tables);
  if (typeof value !== 'object' || value === null) return String(value);
  // an item of a list has no name but what it says
  return typeof keys.at(-1) === 'number' ? scalarsIn(value).join(' ') : '';
}

const scalarsIn = (value: unknown): readonly string[] =>
  typeof value === 'object' && value !== null ? Object.values(value).flatMap(scalarsIn) : [String(value)];

/** The text of a cell, also of a table that stands in a file of its own. */
function cellAt(path: Path, tables: Report['tables']): string {
  const table = tables.find((each) => each.path.every((key, index) => path[index] === key));
  const [kind, name, index] = table ? path.slice(table.path.length) : [];
  const row = kind === 'rows' && table?.rows.find(([each]) => each === name);
  return (row && row[1][Number(index)]) || '';
}

/** Digits are what most mistakes are mended in: one that is mended does not make another beside it look new. */
const withoutDigits = (text: string): string => text.replaceAll(/\d+(?:[.,]\d+)*/g, '#');

/** The clause that a stretch of a text stands in: what is said of it, and little that is mended for another’s sake. Lines that are only wrapped are one. */
const clauseAround = (text: string, [start, end]: readonly [number, number]): string =>
  text.slice(clauseEdge(text, start, -1), clauseEdge(text, Math.max(start, end), 1));

/** How much of a clause tells it from others: letters, since figures are mended and lines wrapped anew, and characters of any kind. */
const LETTERS = 100;
const CHARACTERS = 400;

/** Where the clause of a place begins (-1) or ends (1), or enough of it is known: one of thousands of findings may go on for pages. */
function clauseEdge(text: string, from: number, step: -1 | 1): number {
  let at = from;
  for (let letters = 0; Math.abs(at - from) < CHARACTERS && letters < LETTERS; at += step) {
    const next = step === 1 ? at : at - 1;
    if (next < 0 || next >= text.length || endsAt(text, next)) break;
    if (!/[\d\s.,]/.test(text[next] as string)) letters++;
  }
  return at;
}

/** Whether a clause, a paragraph, an item of a list or a row of a table ends with a character. */
function endsAt(text: string, at: number): boolean {
  const sign = text[at] as string;
  if (sign === '\n') return /^\s*(?:\n|[-*+|#>]|\d+[.、)])/.test(text.slice(at + 1, at + 20));
  return (
    /[，；]/.test(sign) || (/[,;]/.test(sign) && !/\d/.test(text[at + 1] ?? '')) || isSentenceEnd(text, at)
  );
}
