import type { Finding } from '../../diagnostic.ts';
import type { Report } from '../../model/report.ts';
import { meet } from '../../quantity/value/interval.ts';
import type { Quantity } from '../../quantity/value/quantity.ts';
import type { Prose } from '../../reading/prose.ts';
import type { Reading } from '../../reading/reading.ts';
import {
  inSection,
  isOfOther,
  repeatedClaims,
  textsThatTell,
  type RepeatedClaim,
} from './repeated-figures.ts';
import { thingsTold, type ThingTold } from '../counts/things-told.ts';

/** Titles of what is done everywhere: no place limits them. */
const everywhere =
  /城市(?=建设|管理|更新|治理|品质)|乡村(?=振兴|建设)|城乡|市场|市政|市容|社区(?=治理|建设)|区域(?=协调|合作)|全[省市区县]/g;
/** What is scoped by the title above it: of another place or time the same words have another figure. */
const scopes =
  /[省市区县镇乡村片]|街道|城|农|年|季|月|第|分|各|\b(?:in|at|of|by|north|south|east|west|first|second|19\d\d|20\d\d)\b/i;

/** Fields of work whose names hold the words of places and times. */
const fields =
  /农业农村|乡村振兴|城乡(?:建设|融合|统筹|发展)?|城市(?:管理|建设|更新|治理|品质)|市场(?:监管|主体|秩序)?|三农|农业|年度工作|各项|部分|分析|第[一二三四五六七八九十]+部分/gu;

const isScoped = ({ section }: Prose): boolean => {
  for (let at = section; at; at = at.parent)
    if (scopes.test((at.data.title ?? '').replaceAll(everywhere, '').replaceAll(fields, ''))) return true;
  return false;
};

/** The same words and unit with two figures, where nothing limits either: perhaps one thing. Of more than two figures each is its own. */
export function toldTwice(reading: Reading): readonly RepeatedClaim[] {
  const told = [...alike(textsThatTell(reading), reading.report)];
  const known = reading.once(repeatedClaims).flatMap(({ figures, wrong }) => (wrong ? figures : []));
  const isKnown = ({ prose, figure }: Told): boolean =>
    known.some((held) => 'figure' in held && held.prose === prose && held.figure.span[0] === figure.span[0]);
  return told.flatMap(([name, first, later]) =>
    isKnown(later) ? [] : [{ figures: [later, first], wrong: toldOtherwise(name, first, later) }],
  );
}

/** Whether two figures stand in one sentence. */
const areOfOneSentence = (
  {
    prose,
    figure: {
      span: [, from],
    },
  }: Told,
  later: Told,
): boolean => later.prose === prose && !/[。；\n]|[.!?] /.test(prose.text.slice(from, later.figure.span[0]));

interface Told extends Pick<ThingTold, 'isBehind'> {
  readonly prose: Prose;
  readonly figure: Quantity;
}

/** Whether nothing sets two figures apart: titles of places or times, or what leads to each in its sentence. */
const mayBeOne = (first: Told, later: Told): boolean =>
  (first.prose.section === later.prose.section || (!isScoped(first.prose) && !isScoped(later.prose))) &&
  (!first.isBehind || !later.isBehind || areOfOneSentence(first, later));

/** What is told twice in the same words. */
function* alike(prose: readonly Prose[], report: Report): Generator<readonly [string, Told, Told]> {
  const told = new Map<string, Told[]>();
  for (const each of prose)
    for (const { figure, words, isBehind } of each.once(thingsTold)) {
      if (isOfOther(each, figure, report)) continue;
      const key = `${words}\n${figure.family}`;
      const known = told.get(key);
      if (known) known.push({ prose: each, figure, isBehind });
      else told.set(key, [{ prose: each, figure, isBehind }]);
    }
  for (const [key, [first, ...others]] of told) {
    const later = others.length > 1 ? theOneOther(first, others) : others[0];
    if (first && later && mayBeOne(first, later)) yield [key.split('\n')[0] ?? '', first, later];
  }
}

/** Of more than two the one that differs from all others, which are alike. */
function theOneOther(first: Told | undefined, others: readonly Told[]): Told | undefined {
  const odd = others.filter(({ figure }) => first && !meet(first.figure.interval, figure.interval));
  return odd.length === 1 ? odd[0] : undefined;
}

/** What is told with two figures, unless they can be one. */
function toldOtherwise(name: string, first: Told, { prose, figure }: Told): Finding | undefined {
  if (meet(first.figure.interval, figure.interval)) return undefined;
  const { section } = first.prose;
  const value = first.figure.text;
  return {
    ...prose.place(figure.span),
    message: 'subject',
    data: { name, said: figure.text, value },
    severity: 'info',
    related: [
      {
        ...first.prose.place(first.figure.span),
        note: section ? inSection(section, value) : { en: value, zh: value },
      },
    ],
  };
}
