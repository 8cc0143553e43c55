import type { Span } from '../quantity/value/formula.ts';
import type { Reading } from '../reading/reading.ts';
import type { Quantity } from '../quantity/value/quantity.ts';
import { areLike } from '../quantity/value/unit.ts';
import { nameBefore, NameIndex } from '../reading/names/name-index.ts';
import type { Commitment } from './commitments.ts';
import { isOfOtherPeriod } from '../claims/dates/periods.ts';
import type { Prose } from '../reading/prose.ts';
import type { Report, Result, Section } from '../model/report.ts';
import { declaredIn, isSame } from '../reading/declared.ts';
import { isOfOtherYear } from '../reading/mentions.ts';
import { statementAround } from '../reading/statements.ts';
import { countsWhatFollows, isWholeName } from '../reading/names/whole-names.ts';

/** A figure of the text that says otherwise what a result reached. */
export interface SaidOtherwise {
  readonly prose: Prose;
  readonly figure: Pick<Quantity, 'span' | 'text'>;
}

/** A verb before a target’s name that says that so many of it were done. */
const done = /(?:建成|建好|办结|办好|开展|组织|举办|实施|落实|做到|实现)$/;
/** What is promised or asked for is no account of what was reached. */
const planned =
  /计划|目标|要求|任务|应|拟|争取|力争|确保|到期|剩余?|尚有?|未|没|不|其余|余下|\b(?:plan(?:ned)?|target|goal|aim(?:ed)?|due|remain(?:s|ing)?|left|not|would|should|was to|were to|will)\b/i;

/** A part of the year, or of the whole: what was done in it is not what was reached. */
const partly =
  /[上下]半年|前[一二三四五六七八九十\d]+个?月|[一二三四]季度|截[至止]|\d月|年[初中]|首批|第[一二三四五六七八九十\d]+批|其中|每|平均|\b(?:by|in|until|as of|at the end of) (?:january|february|march|april|may|june|july|august|september|october|november|mid|the (?:first|second|third|fourth|spring|summer|autumn))|\b(?:half|quarter|so far|each|every|average|including|of which|of these)\b/i;

/**
 * Where the text of a result’s section says another figure directly beside the target’s name than the result reached: its
 * actual, else its last entry of progress. Nothing where the text says that figure as well, names the target with several
 * figures, or speaks of another time, of the level, or of what is planned.
 */
export function saidOtherwise(
  commitment: Commitment,
  result: Result,
  reached: Quantity,
  reading: Reading,
): SaidOtherwise | undefined {
  const inside = new Set(around(result.section));
  const texts = reading.texts.filter(
    ({ section, path }) => section && inside.has(section) && /^(?:title|body)$/.test(String(path.at(-1))),
  );
  if (texts.some(({ figures }) => figures.some((figure) => meets(reached, figure)))) return undefined;
  const names = [commitment.id, commitment.id.charAt(0).toUpperCase() + commitment.id.slice(1)];
  const index = new NameIndex(names.map((name) => [name, name] as const));
  const others = otherFigures(commitment, result, reading);
  const found = texts.flatMap((each) => [
    ...named(each, index, reached, reading.report),
    ...ofLevel(each, commitment, reached),
  ]);
  const distinct = new Set(found.map(({ figure }) => figure.number.toFraction()));
  const [first] = found;
  if (
    first === undefined ||
    distinct.size > 1 ||
    others.some((other) => other.number.equals(first.figure.number))
  )
    return undefined;
  return first;
}

const around = (section: Section): readonly Section[] => [section, ...section.sections.flatMap(around)];

/** Whether a figure of the text is what was reached, whatever is counted: a unit that stands elsewhere in the sentence is none here. */
const meets = (reached: Quantity, figure: Quantity): boolean =>
  isSame(reached, figure) ||
  (figure.kind !== 'claim' && figure.number.equals(reached.number) && figure.number.compare(0) !== 0);

/** Every other figure that the section declares, and every one that the target had on its way: the text may speak of these. */
function otherFigures(
  { level, promised }: Commitment,
  { section, data: { progress = [] } }: Result,
  reading: Reading,
): readonly Quantity[] {
  const on = progress.flatMap(({ value }) => (value === undefined ? [] : (reading.quantity(value) ?? [])));
  return [
    ...declaredIn(section, reading),
    ...on,
    ...[level?.quantity, promised?.level?.quantity].flatMap((quantity) => quantity ?? []),
  ];
}

interface Named {
  readonly prose: Prose;
  readonly figure: Quantity;
}

/** Figures of a text with the target’s whole name directly before, or behind, them. */
function named(prose: Prose, index: NameIndex<string>, reached: Quantity, report: Report): readonly Named[] {
  const { text } = prose;
  return prose.figures.flatMap((figure): Named[] => {
    if (figure.kind !== 'figure' || figure.movement !== undefined || !areLike(figure.family, reached.family))
      return [];
    const name = nameBefore(prose, figure, index)?.name;
    if (!name || countsWhatFollows(text, figure)) return [];
    if (!isWholeName(text, name) && !isDoneName(text, name)) return [];
    const [start] = statementAround(prose, figure.span);
    const before = text.slice(start, name[0]);
    if (
      planned.test(clauseEnd(before)) ||
      partly.test(before) ||
      isOfOtherYear(before, report) ||
      isOfOtherPeriod(text, figure.span, report, name)
    )
      return [];
    return [{ prose, figure }];
  });
}

/** Whether a name is whole but for a verb of completion directly before it. */
function isDoneName(text: string, [start, end]: Span): boolean {
  const verb = done.exec(text.slice(Math.max(0, start - 2), start))?.[0].length ?? 0;
  return verb > 0 && isWholeName(text, [start - verb, end]);
}

/** The last clause of a text. */
const clauseEnd = (text: string): string =>
  text.slice(Math.max(...[...'，；：,;:'].map((mark) => text.lastIndexOf(mark))) + 1);

/** “88 of 20 inspections”: a number out of the level, before the target’s name. */
function ofLevel(prose: Prose, { id, level }: Commitment, reached: Quantity): readonly Named[] {
  const { text, figures } = prose;
  if (level?.quantity === undefined || !/[A-Za-z]/.test(id)) return [];
  return figures.flatMap((figure, at): Named[] => {
    const next = figures[at + 1];
    if (
      figure.kind !== 'figure' ||
      !next?.number.equals(level.quantity?.number ?? 0) ||
      figure.number.equals(reached.number)
    )
      return [];
    if (
      !/^ (?:out )?of (?:the |its |our )?$/i.test(
        text.slice(figure.span[0] + digitsAt(text, figure.span[0]), next.span[0]),
      )
    )
      return [];
    const behind = text.slice(next.span[0] + digitsAt(text, next.span[0])).toLowerCase();
    return behind.startsWith(` ${id.toLowerCase()}`) ? [{ prose, figure }] : [];
  });
}

/** How many characters of digits stand at a place. */
const digitsAt = (text: string, at: number): number =>
  (/^\d[\d,]*(?:\.\d+)?/.exec(text.slice(at, at + 24))?.[0] ?? '').length;
