import type { HeldFigure, ReportClaim } from '../claims/claim.ts';
import { partsClaims } from '../claims/parts/part-claims.ts';
import { rateClaims } from '../claims/rates/rate-claims.ts';
import type { Path } from '../diagnostic.ts';
import type { Span } from '../quantity/value/formula.ts';
import type { Quantity } from '../quantity/value/quantity.ts';
import type { Metric } from '../model/report.ts';
import { sayingsOf } from '../reading/mentions.ts';
import type { Prose } from '../reading/prose.ts';
import type { Reading } from '../reading/reading.ts';
import { statementAround } from '../reading/statements.ts';
import { formerOf } from './previous-year.ts';

/** A figure that last year’s report held against something, and that stands alone now. */
export interface LostRelation extends ReportClaim {
  readonly kind: 'formula' | 'parts' | 'rate';
  readonly name: string;
  /** What last year’s report says of it. */
  readonly before: string;
  readonly place: { readonly path: Path; readonly span?: Span };
  readonly formerPlace: { readonly path: Path; readonly span?: Span };
}

/** What last year’s report was checked by and this one is not. */
export function lostRelations(reading: Reading): readonly LostRelation[] {
  if (reading.lastYear === undefined) return [];
  const held = new HeldInTexts(reading);
  const formulas = [...lostFormulas(reading, reading.lastYear, held)];
  const told = new Set(formulas.flatMap(({ said }) => said));
  return [...formulas, ...lostInTexts(reading, reading.lastYear, held, told)];
}

/** The figures of the texts of a report that stand with their parts, or with the counts of their rate. */
class HeldInTexts {
  readonly #held = new Set<string>();
  readonly #texts: Map<Prose, number>;

  constructor({ texts }: Reading) {
    this.#texts = new Map(texts.map((prose, index) => [prose, index]));
    for (const prose of texts)
      for (const { figures } of [...prose.once(partsClaims), ...prose.once(rateClaims)])
        for (const figure of figures) this.#held.add(this.#keyOf(prose, figure));
  }

  has(prose: Prose, figure: Quantity): boolean {
    return this.#held.has(this.#keyOf(prose, figure));
  }

  #keyOf = (prose: Prose, { span: [start] }: Quantity): string => `${this.#texts.get(prose)} ${start}`;
}

/** Metrics that had a formula, and have a value without one that no text gives the parts of. */
function* lostFormulas(
  reading: Reading,
  last: Reading,
  held: HeldInTexts,
): Generator<LostRelation & { readonly said: readonly Quantity[] }> {
  const former = formerOf<Metric>(last.report.metrics);
  for (const metric of reading.report.metrics) {
    const { id, path, data } = metric;
    const old = data.value === undefined || data.formula !== undefined ? undefined : former(metric);
    if (old?.data.formula === undefined || reading.quantity(data.value ?? '', data.unit) === undefined)
      continue;
    const mentions = mentionsOf(metric, reading);
    if (mentions.some(({ prose, figure }) => held.has(prose, figure))) continue;
    yield {
      kind: 'formula',
      name: data.name ?? id,
      before: old.data.formula,
      place: { path: [...path, 'value'] },
      formerPlace: { path: [...old.path, 'formula'] },
      figures: [],
      said: mentions.map(({ figure }) => figure),
    };
  }
}

type FigureOfText = Extract<HeldFigure, { readonly prose: Prose }> & { readonly figure: Quantity };

/** Where the texts say a metric. */
const mentionsOf = ({ id }: Metric, reading: Reading): readonly FigureOfText[] =>
  sayingsOf(reading).flatMap(({ sayings }) =>
    sayings
      .filter(({ declared }) => declared.kind === 'metric' && declared.id === id)
      .flatMap(({ mentions }) => mentions)
      .flatMap(({ prose, figure }) => (figure ? [{ prose, figure }] : [])),
  );

/** Something that last year’s texts held: a total by its parts, a rate by its counts. */
interface FormerRelation {
  readonly kind: 'parts' | 'rate';
  readonly subject: string;
  readonly figure: Quantity;
  readonly figures: readonly Quantity[];
  readonly prose: Prose;
}

/** Totals and rates of last year’s texts whose subjects stand in this year’s without what holds them. */
function* lostInTexts(
  reading: Reading,
  last: Reading,
  held: HeldInTexts,
  told: ReadonlySet<Quantity>,
): Generator<LostRelation> {
  const seen = new Set<string>();
  for (const { kind, subject, figure, figures, prose } of relationsIn(last)) {
    const key = `${subject} ${figure.family}`;
    if (seen.has(key)) continue;
    seen.add(key);
    const now = figuresOf(subject, figure, reading);
    const [first] = now;
    if (first === undefined || now.some((each) => held.has(each.prose, each.figure) || told.has(each.figure)))
      continue;
    const from = Math.min(...figures.map(({ span }) => span[0]));
    const to = Math.max(...figures.map(({ span }) => span[1]));
    const words = prose.text.slice(from, to);
    yield {
      kind,
      name: subject,
      before: words.length > LONGEST ? `${words.slice(0, LONGEST)}…` : words,
      place: first.prose.place(first.figure.span),
      formerPlace: prose.place(figure.span),
      figures: [],
    };
  }
}

/** Characters of last year’s text that are shown. */
const LONGEST = 40;

/** What a figure is of, without its parts behind it where these leave a doubt. */
function subjectIn(prose: Prose, figure: Quantity, reading: Reading): string | undefined {
  const whole = prose.subjectOf(figure);
  if (whole !== undefined) return whole;
  const [start, end] = statementAround(prose, figure.span);
  const behind = /^[^（(:：,，]*/.exec(prose.text.slice(figure.span[1], end))?.[0] ?? '';
  const short = reading.alone(`${prose.text.slice(start, figure.span[1])}${behind.trimEnd()}.`);
  const same = short.figures.find(({ span }) => span[0] === figure.span[0] - start);
  return same && short.subjectOf(same);
}

function* relationsIn(reading: Reading): Generator<FormerRelation> {
  for (const prose of reading.texts) {
    if (prose.part?.kind === 'plan') continue;
    for (const { total, figures } of prose.once(partsClaims)) {
      const subject = figures.length > 2 ? subjectIn(prose, total, reading) : undefined;
      if (subject !== undefined) yield { kind: 'parts', subject, figure: total, figures, prose };
    }
    for (const { rate, figures } of prose.once(rateClaims)) {
      const subject = subjectIn(prose, rate, reading);
      if (subject !== undefined) yield { kind: 'rate', subject, figure: rate, figures, prose };
    }
  }
}

/** The figures of a report’s texts that have a subject, of the kind of one of last year. */
const figuresOf = (subject: string, { family }: Quantity, { texts }: Reading): readonly FigureOfText[] =>
  texts
    // English subjects are put in order: one of their words stands there
    .filter(
      ({ part, text }) => part?.kind !== 'plan' && subject.split(' ').some((word) => text.includes(word)),
    )
    .flatMap((prose) =>
      prose.figures
        .filter((figure) => figure.family === family && prose.subjectOf(figure) === subject)
        .map((figure) => ({ prose, figure })),
    );
