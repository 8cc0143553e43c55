import { parse } from 'yaml';
import type { Imported } from '../../src/importer/import.ts';
import { lint } from '../../src/lint/lint.ts';
import type { Metric, Report, Section, Target } from '../../src/model/report.ts';
import { Reading } from '../../src/reading/reading.ts';
import { textRenderer as printed } from '../../src/render/text.ts';

/** What a reader holds right of a report, as its `.expected.yaml` says it. */
interface Expected {
  readonly title: string;
  readonly organization: string;
  readonly year: number | readonly number[];
  readonly yearStart?: number;
  readonly language: 'zh' | 'en';
  readonly dated?: string;
  /** `summary …`, `problems/summary …` or `  一、…`, two blanks a level; what stands between ` | ` is as good, and what `? ` marks may be an item of a list. */
  readonly outline: readonly string[];
  /** Figures that are to be metrics, and those that may be: `value = pattern of names; previous value`. */
  readonly must: readonly string[];
  readonly may?: readonly string[];
  /** Values that are no metric, by whatever name that `must` and `may` do not grant. */
  readonly never: readonly (string | number)[];
  /** `value by due = pattern of names`, with a value or a date or both. */
  readonly targets?: readonly string[];
  readonly mayTarget?: readonly string[];
  readonly tables?: readonly {
    readonly columns?: string[];
    readonly rows: number;
    readonly totals?: string;
  }[];
  readonly left?: readonly string[];
  /** Warnings that lint gives rightly: `rule severity`, each of which is to be given. */
  readonly lint?: readonly string[];
}

/** A figure as it may be declared. */
interface Figure {
  readonly text: string;
  readonly values: readonly string[];
  readonly dues: readonly string[];
  readonly name: RegExp;
  readonly previous: string | undefined;
}

const bare = (text: string): string =>
  text
    .normalize('NFKC')
    .replaceAll(/\s/g, '')
    .replace(/[.。]$/, '');
const letters = (text: string): string => text.normalize('NFKC').replaceAll(/[^\p{L}\p{N}]/gu, '');

/** Words that a name may begin or end with and be the same name. */
const [before, after] = [
  '(?:the |全[市县省区局校年旗馆]|全年|全学年|本学年|共|累计|当年|本年)*',
  '(?:数|数量|总数)?',
];

function figureOf(text: string): Figure {
  const [figure = '', pattern = ''] = text.split(/ = (.*)/s);
  const [names = '', previous] = pattern.split(' ; previous ');
  const [values = '', dues = ''] = ` ${figure}`.split(' by ');
  const list = (all: string): string[] => (all.trim() === '' ? [] : all.split('|').map(bare));
  return {
    text: `${figure} = ${names.split('|')[0]}`,
    values: list(values),
    dues: list(dues),
    name: new RegExp(`^${before}(?:${names})${after}$`, 'iu'),
    previous: previous === undefined ? undefined : bare(previous),
  };
}

const named = (name: string, ...ids: readonly (string | undefined)[]): readonly string[] =>
  [name, ...ids].flatMap((each) => (each === undefined ? [] : [each.replaceAll(/["”“’‘]/g, '').trim()]));

const isNamed = ({ name }: Figure, names: readonly string[]): boolean => {
  const pattern = new RegExp(name.source.replaceAll(/[“”]\??/g, ''), 'iu');
  return names.some((each) => pattern.test(each));
};

/** Headings with their part and depth; a part with a title is one, a part without leaves its place to its chapters. */
interface Heading {
  /** The part and the depth, `plan 1`; more than one where a reader would take either. */
  readonly at: readonly string[];
  readonly titles: readonly string[];
  /** Whether it may as well be an item of a list. */
  readonly isOptional?: boolean;
}

function headingsOf({ parts }: Report): Heading[] {
  return parts.flatMap((part) => {
    const title = `${part.number}${part.data.title ?? ''}`;
    const titled = title === '' ? 0 : 1;
    // a text without number and title is no heading
    const line = (section: Section): Heading[] => {
      const number = section.data.number ?? section.number;
      const heading = `${number}${section.data.title ?? ''}`;
      return [
        ...(heading === ''
          ? []
          : [{ at: [`${part.kind} ${section.depth + titled}`], titles: [bare(heading)] }]),
        ...section.sections.flatMap(line),
      ];
    };
    return [
      ...(titled ? [{ at: [`${part.kind} 0`], titles: [bare(title)] }] : []),
      ...part.sections.flatMap(line),
    ];
  });
}

function headingsIn(outline: readonly string[]): Heading[] {
  let kinds: readonly string[] = [];
  let titled = 0;
  return outline.flatMap((line) => {
    const [all, indent = '', text = ''] = /^((?: {2})*)(.*)$/.exec(line.replace('? ', '')) ?? [];
    const titles = text.split(' | ');
    if (all === undefined || indent !== '')
      return [
        {
          at: kinds.map((kind) => `${kind} ${indent.length / 2 - 1 + titled}`),
          titles: titles.map(bare),
          isOptional: line.includes('? '),
        },
      ];
    kinds = (text.split(' ')[0] ?? '').split('/');
    const rest = titles.map((each) => each.replace(/^\S+ ?/, '')).filter((each) => each !== '');
    titled = rest.length > 0 ? 1 : 0;
    return titled ? [{ at: kinds.map((kind) => `${kind} 0`), titles: rest.map(bare) }] : [];
  });
}

/** What of `wanted` is not in `found` in its order, and what else is in it. */
function differences(wanted: readonly Heading[], found: readonly Heading[]): string[] {
  const same = (a: Heading, b: Heading): boolean =>
    a.at.some((place) => b.at.includes(place)) && a.titles.some((title) => b.titles.includes(title));
  const lengths = Array.from({ length: wanted.length + 1 }, () =>
    Array.from({ length: found.length + 1 }, () => 0),
  );
  const at = (i: number, j: number): number => lengths[i]?.[j] ?? 0;
  for (let i = wanted.length - 1; i >= 0; i--)
    for (let j = found.length - 1; j >= 0; j--)
      (lengths[i] as number[])[j] = same(wanted[i] as Heading, found[j] as Heading)
        ? at(i + 1, j + 1) + 1
        : Math.max(at(i + 1, j), at(i, j + 1));
  const told: string[] = [];
  const tell = (verb: string, { at: place, titles, isOptional }: Heading): void => {
    if (!isOptional) told.push(`outline ${verb} ${place[0]} ${titles[0]}`);
  };
  for (let [i, j] = [0, 0]; i < wanted.length || j < found.length;) {
    const [a, b] = [wanted[i], found[j]];
    if (a && b && same(a, b)) [i, j] = [i + 1, j + 1];
    else if (b === undefined || (a && at(i + 1, j) >= at(i, j + 1)))
      [i] = [i + 1, tell('lacks', a as Heading)];
    else [j] = [j + 1, tell('has', b)];
  }
  return told;
}

function metricTroubles(metrics: readonly Metric[], { must, may = [], never }: Expected): string[] {
  const [wanted, granted] = [must.map(figureOf), may.map(figureOf)];
  const met = new Set<Figure>();
  const told = metrics.flatMap(({ id, data: { value = '', unit = '', name, previous } }) => {
    const matches = [...wanted, ...granted].filter(
      (figure) => figure.values.includes(bare(value + unit)) && isNamed(figure, named(id, name)),
    );
    for (const figure of matches) met.add(figure);
    const trap = never.some((each) => bare(String(each)) === bare(value + unit));
    if (matches.length === 0) return [`metric ${trap ? 'trap' : 'wrong'} ${id}: ${value}${unit}`];
    const isRight =
      previous === undefined || matches.some((figure) => figure.previous === bare(previous + unit));
    return isRight ? [] : [`metric previous ${id}: ${previous}`];
  });
  return [
    ...told,
    ...wanted.filter((figure) => !met.has(figure)).map(({ text }) => `metric missing ${text}`),
  ];
}

function targetTroubles(
  targets: readonly Target[],
  { targets: must = [], mayTarget = [] }: Expected,
): string[] {
  const [wanted, granted] = [must.map(figureOf), mayTarget.map(figureOf)];
  const met = new Set<Figure>();
  const told = targets.flatMap(({ id, data: { level, due, goal, metric } }) => {
    const names = named(id, goal, metric);
    const isOf = ({ values, dues }: Figure): boolean =>
      (level === undefined ? values.length === 0 : values.includes(bare(level))) &&
      (dues.length === 0 || (due !== undefined && dues.includes(bare(due))));
    const matches = [...wanted, ...granted].filter((figure) => isOf(figure) && isNamed(figure, names));
    for (const figure of matches) met.add(figure);
    return matches.length > 0 ? [] : [`target wrong ${id}: ${level ?? ''} ${due ?? ''}`.trim()];
  });
  return [
    ...told,
    ...wanted.filter((figure) => !met.has(figure)).map(({ text }) => `target missing ${text}`),
  ];
}

function tableTroubles({ tables }: Report, { tables: wanted = [] }: Expected): string[] {
  const isThere = ({ columns, rows, totals }: (typeof wanted)[number]): boolean =>
    tables.some(
      (table) =>
        table.rows.length === rows &&
        (columns === undefined || bare(columns.join('|')) === bare((table.data.columns ?? []).join('|'))) &&
        (totals === undefined || table.data.totals === totals),
    );
  return wanted
    .filter((table) => !isThere(table))
    .map(({ columns, rows, totals }) =>
      `table missing ${columns?.join(' ') ?? ''} ${rows} ${totals ?? ''}`.trimEnd(),
    );
}

/** Pieces of a source that are neither in the draft nor in the list of what was left out, and characters that are there more seldom. */
function lost(source: string, kept: string): string[] {
  const all = letters(kept);
  const pieces = (source.normalize('NFKC').match(/[\p{L}\p{N}]{2,}/gu) ?? []).filter(
    (piece) => !all.includes(piece),
  );
  const counts = new Map<string, number>();
  for (const character of all) counts.set(character, (counts.get(character) ?? 0) + 1);
  for (const character of letters(source)) counts.set(character, (counts.get(character) ?? 0) - 1);
  const fewer = [...counts].filter(([, count]) => count < 0).map(([character]) => character);
  return pieces.length > 0
    ? [...new Set(pieces)].map((piece) => `lost ${piece}`)
    : fewer.map((each) => `lost sometimes ${each}`);
}

/** Everything in which an imported report differs from what a reader holds right. */
export function troublesOf(yaml: string, source: string, imported: Imported): string[] {
  const expected = parse(yaml) as Expected;
  const { report, diagnostics } = lint('a.report.yaml', imported.text, () => undefined);
  if (report === undefined) return ['draft unread'];
  const { title = '', organization = '', dated, year = 0 } = report.data;
  const head = imported.text.slice(0, imported.text.search(/^(?:总结|summary|计划|plan|问题|problems):/m));
  const left = imported.left.map(({ text }) => text).join('\n');
  const text = printed(new Reading(report), { draft: false, internal: false });
  const check = (name: string, isRight: boolean): string[] => (isRight ? [] : [name]);
  const lintRules = new Set(
    diagnostics
      .filter(({ severity, rule }) => severity !== 'info' && rule !== 'placeholders-filled')
      .map(({ severity, rule }) => `lint ${severity} ${rule}`),
  );
  const rightly = new Set((expected.lint ?? []).map((each) => `lint ${each}`));
  return [
    ...check(
      'title',
      expected.title.split(' | ').some((each) => bare(each).toLowerCase() === bare(title).toLowerCase()),
    ),
    ...check(
      'organization',
      `${organization}\n${head.replace(/^(?:标题|title):.*$/m, '')}`
        .toLowerCase()
        .includes(expected.organization.toLowerCase()),
    ),
    ...check('year', [expected.year].flat().includes(year)),
    ...check('year-start', report.calendar.start === (expected.yearStart ?? report.calendar.start)),
    ...check('language', report.language === expected.language),
    ...check('dated', expected.dated === undefined || dated === expected.dated),
    ...differences(headingsIn(expected.outline), headingsOf(report)),
    ...metricTroubles(report.metrics, expected),
    ...targetTroubles(report.targets, expected),
    ...tableTroubles(report, expected),
    ...(expected.left ?? [])
      .filter((each) => !letters(left).includes(letters(each)))
      .map((each) => `left lacks ${each.replaceAll(/\s+/g, ' ')}`),
    ...lost(source, `${text}\n${title}\n${left}`),
    ...[...lintRules].filter((each) => !rightly.has(each)),
    ...[...rightly].filter((each) => !lintRules.has(each)).map((each) => `${each} missing`),
  ];
}
