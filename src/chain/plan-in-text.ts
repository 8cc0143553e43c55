import { yearPeriod } from '../dates/calendar.ts';
import type { Path } from '../diagnostic.ts';
import { reaches } from '../quantity/value/levels.ts';
import type { Quantity } from '../quantity/value/quantity.ts';
import type { Prose } from '../reading/prose.ts';
import type { Reading } from '../reading/reading.ts';
import { commitmentsOf, type Commitment } from './commitments.ts';

/** A target of last year’s plan that the text of this year says nothing of, or of which it gives a figure below the level. */
export interface PlanGap {
  readonly commitment: Commitment;
  /** The figure that is below the level, and where it stands; undefined where nothing is said. */
  readonly short:
    { readonly figure: Quantity; readonly path: Path; readonly span: Quantity['span'] } | undefined;
}

/**
 * What last year’s plan asked for by the end of this year, held against a text without results: only where it names a thing by the same
 * words is a figure held against the level, and a sentence that says itself that less was reached is an answer.
 */
export function planGaps(reading: Reading): readonly PlanGap[] {
  const { calendar, data } = reading.report;
  if (data.year === undefined) return [];
  const { last } = yearPeriod(data.year, calendar);
  const texts = reading.texts.filter(({ part }) => part?.kind === 'summary' || part?.kind === 'problems');
  const said = texts.flatMap(({ text }) => text.split(stop));
  return commitmentsOf(reading).flatMap((commitment): readonly PlanGap[] => {
    const { set, open, due } = commitment;
    if (set !== 'earlier' || open?.target?.section.part.kind !== 'plan' || due.last > last) return [];
    const pieces = piecesOf(commitment.id);
    if (pieces.length === 0) return [];
    const shares = said.map((sentence) => shareOf(pieces, sentence.toLowerCase()));
    if (Math.max(0, ...shares) < MENTIONED) return [{ commitment, short: undefined }];
    if (said.some((sentence, index) => (shares[index] as number) >= NAMED && less.test(sentence))) return [];
    const short = shortIn(commitment, texts, data.year);
    return short ? [{ commitment, short }] : [];
  });
}

/** A sentence that has fewer of the pieces of a name says nothing of it. */
const MENTIONED = 1 / 3;
/** One that has as many names it. */
const NAMED = 0.6;
const stop = /[。；！？\n]|[.;!?](?=\s|$)/;
/** Words by which a text says itself that less was reached, or later. */
const less =
  /未|没有|没能|不足|少于|低于|差距|相差|少\d|短缺|缺口|仅|推迟|延期|延后|滞后|调整为|\b(?:not|missed|short|only|below|fell|less|fewer|delay\w*|postponed|late)\b/i;

/** What a name is told by: pairs of its characters in Chinese, its longer words else. */
function piecesOf(name: string): readonly string[] {
  const core = coreOf(name);
  const han = [...core.matchAll(/(?=(\p{Script=Han}{2}))/gu)].map(([, pair = '']) => pair);
  return [...new Set(han.length > 0 ? han : (core.match(/[a-z]{4,}/g) ?? []))];
}

const shareOf = (pieces: readonly string[], text: string): number =>
  pieces.filter((piece) => text.includes(piece)).length / pieces.length;

/** A name without what only says that something is to be done, or when. */
const coreOf = (name: string): string =>
  name
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{Nd}]+/gu, (gap) => (/\s/.test(gap) ? ' ' : ''))
    .trim()
    .replace(/^(?:全年|年内|计划|力争|确保|争取|完成|实现|达到|累计)+/, '')
    .replace(verbBehind, '')
    .replace(verbBehind, '');

const verbBehind = /(?:完成|达到|实现|控制|为|达)$/;

/** A figure of the same name that is below the level; where one of that name reaches it, none is. */
function shortIn(
  { id, level, direction, metric }: Commitment,
  texts: readonly Prose[],
  year: number | undefined,
): PlanGap['short'] {
  const asked = level?.quantity;
  if (!asked) return undefined;
  const names = new Set(
    [id, metric?.id, metric?.data.name].flatMap((name) => (name === undefined ? [] : [coreOf(name)])),
  );
  const found = texts.flatMap((prose) =>
    prose.figures.flatMap((figure) => {
      const subject = prose.subjectOf(figure);
      const isSame =
        subject !== undefined &&
        names.has(coreOf(subject)) &&
        isOfTheYear(prose.text.slice(0, figure.span[0]), year);
      const reached = isSame ? reaches(figure, asked, direction) : undefined;
      return reached === undefined ? [] : [{ figure, reached, ...prose.place(figure.span) }];
    }),
  );
  const [first] = found;
  if (!first || found.some(({ reached }) => reached)) return undefined;
  return { figure: first.figure, path: first.path, span: first.span ?? first.figure.span };
}

/** Words of what is no figure of the whole year and the whole office: of a part of either, of another year, of a change. */
const partial =
  /上半年|下半年|季度|[一二三四五六七八九十\d]月|上年|去年|同期|其中|平均|均|每|增加|增长|减少|下降|同比|比|较|\b(?:quarter|half|months?|last|previous|average|each|per|more|less|than|of which)\b/i;

/** Whether what stands before a figure in its sentence leaves it one of the year. */
function isOfTheYear(before: string, year: number | undefined): boolean {
  const clause = before.split(stop).at(-1) ?? '';
  return (
    !partial.test(clause) &&
    [...clause.matchAll(/\b\d{4}(?=年|\b)/g)].every(([each]) => Number(each) === year)
  );
}
