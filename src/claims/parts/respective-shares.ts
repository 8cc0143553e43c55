import type { Quantity } from '../../quantity/value/quantity.ts';
import { isPercent } from '../../quantity/value/unit.ts';
import { between, type Sentence } from '../../reading/sentences.ts';
import { mayOverlap } from './part-words.ts';
import { areAges, areAllAges, sharesFrom, type Shares } from './share-lists.ts';

/** What leads from some names to the share of each: 占比分别为, 分别占, 比例为. */
const leads =
  /(?:(?:所?占(?:\p{Script=Han}{0,12}的)?|的?)(?:比例|比重|占比|份额|构成)(?:分别|依次)?[为是达]|(?:分别|依次)占(?:比|总数|全部|总量|总额|\p{Script=Han}{0,10})的?(?:比例|比重)?[为是达]?|占比(?:分别|依次)?[为是]?)\s?$/u;
/** Shares of wholes of their own, or of what is no part of one whole. */
const ofOwn = /[各本](?!级|类|科|专)|率|增|降|升|同比|年[、和与]|[去今]年|季度/;

/** 小学、初中、高中教师占比分别为45%、35%、20%: as many names as shares. */
export function* respectiveShares(sentence: Sentence): Generator<Shares> {
  const { figures } = sentence;
  for (let at = 0; at < figures.length; at++) {
    const run = listFrom(sentence, at);
    if (run.length < 2) continue;
    const names = namesOf(sentence, run[0] as Quantity, run.length);
    at += run.length - 1;
    if (names === undefined) continue;
    const isRest = /^(?:其他|其它|其余)|及其[他它]/.test(names.at(-1) ?? '');
    const items = run.map((figure, index) => ({ figure, joint: '、', label: names[index] as string }));
    const areApart = run.length > 2 && (areAges(names) || !mayOverlap(names.slice(0, -1)));
    const shares = sharesFrom(items, isRest || areAllAges(names) || 'likely', areApart);
    if (shares) yield shares;
  }
}

/** The percentages that stand in a list from one on. */
function listFrom({ figures, ...sentence }: Sentence, at: number): readonly Quantity[] {
  const run: Quantity[] = [];
  for (let index = at; index < figures.length; index++) {
    const figure = figures[index] as Quantity;
    const last = run.at(-1);
    if (!isPercent(figure) || figure.movement !== undefined) break;
    if (
      last &&
      !/^(?:[、，,]|[和与及]|以及)$/.test(
        between({ figures, ...sentence }, last.span[1], figure.span[0]).trim(),
      )
    )
      break;
    run.push(figure);
  }
  return run;
}

/** The names to which some shares belong, where they are as many. */
function namesOf(sentence: Sentence, first: Quantity, count: number): readonly string[] | undefined {
  const clause =
    /(?<![^，,；;：:。])[^，,；;：:。]*$/.exec(between(sentence, first.span[0] - 80, first.span[0]))?.[0] ??
    '';
  const lead = leads.exec(clause);
  if (!lead || ofOwn.test(clause.replace('增加值', ''))) return undefined;
  const names = clause
    .slice(0, lead.index)
    .split(/[、和与]|以及|及(?!以|其)|”“|" "/)
    .map((name) => name.trim());
  // 三大运营商市场份额分别为…
  if (names.length === 1 && countOf(names[0] as string) === count)
    return Array.from({ length: count }, (_, index) => `${names[0]}#${index + 1}`);
  return names.length === count && names.every((name) => name !== '') ? names : undefined;
}

/** How many things a name says that it is of: 三大运营商. */
const countOf = (name: string): number =>
  '零一二三四五六七八九十'.indexOf(/[二三四五六七八九十](?=[大家个类种])/.exec(name)?.[0] ?? '零');
