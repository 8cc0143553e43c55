import type { Reading } from '../../reading/reading.ts';
import type { Finding } from '../../diagnostic.ts';
import { nameBefore, NameIndex, type Beside } from '../../reading/names/name-index.ts';
import { isOfOtherPeriod } from '../dates/periods.ts';
import { hasPlaceholder } from '../../model/placeholders.ts';
import type { Prose } from '../../reading/prose.ts';
import type { Section } from '../../model/report.ts';
import { isSame, otherValues, type Declared } from '../../reading/declared.ts';
import { isOfOtherYear, sayingsOf, type Mention, type Saying } from '../../reading/mentions.ts';
import { countsWhatFollows, isWholeName, opensSentence } from '../../reading/names/whole-names.ts';
import { areLike } from '../../quantity/value/unit.ts';

/** Declared figures that the text of their section does not say, or says otherwise; `sourceKey` is what the draft calls the key of a source. */
export function* saidFigureFindings(reading: Reading, sourceKey: string): Generator<Finding> {
  for (const { section, texts, sayings } of sayingsOf(reading)) {
    // what a reference that leads nowhere or a placeholder would say is not known
    const isKnown = texts.every(({ whole, text }) => whole && !hasPlaceholder(text)) && isWritten(section);
    const others = otherwise(sayings, texts, reading);
    for (const { declared, mentions } of sayings) {
      const other = others.get(declared);
      // the figure of another metric of nearly the same name, where its own is said as well
      const isAnothers =
        other &&
        mentions.length > 0 &&
        sayings.some(
          (each) => each.declared !== declared && each.mentions.some(({ figure }) => figure === other.figure),
        );
      if (other && !isAnothers) yield differs(declared, other);
      else if (mentions.length === 0 && declared.quantity && !declared.silent && isKnown)
        yield unsaid(declared, sayings, sourceKey);
    }
  }
}

/** Whether a section has a text that could say its figures; an empty one is another finding. */
const isWritten = ({ data, sections }: Section): boolean =>
  (data.body ?? '').trim() !== '' || sections.some(isWritten);

/**
 * For each declared figure one of the same kind directly behind its name that is another number. Where the name may be another’s (ticket
 * revenue, 新增床位), or the time another, nothing is found; nor where the figure is said as well, unless both open their sentences.
 */
function otherwise(
  sayings: readonly Saying[],
  texts: readonly Prose[],
  reading: Reading,
): ReadonlyMap<Declared, Beside<Declared>> {
  const index = new NameIndex(
    sayings.flatMap((saying) => saying.declared.names.map((name) => [name, saying] as const)),
  );
  const found = new Map<Declared, Beside<Declared>>();
  for (const prose of texts)
    for (const figure of prose.figures) {
      if (figure.kind !== 'figure' || (figure.movement !== undefined && !figure.movement.to)) continue;
      const beside = nameBefore(prose, figure, index);
      if (!beside || found.has(beside.thing.declared)) continue;
      const { declared } = beside.thing;
      if (isOtherwise(beside, index, reading)) found.set(declared, { ...beside, thing: declared });
    }
  return found;
}

/** Whether the figure behind a name is another number than the declared one, and of the same thing and time. */
function isOtherwise(
  { prose, figure, name, thing: { declared, mentions } }: Beside<Saying>,
  index: NameIndex<Saying>,
  reading: Reading,
): boolean {
  const { report } = reading;
  const { id, quantity } = declared;
  if (!quantity || !areLike(figure.family, quantity.family)) return false;
  if (isSame(quantity, figure) || !isWholeName(prose.text, name) || countsWhatFollows(prose.text, figure))
    return false;
  if (
    mentions.length > 0 &&
    !(opensSentence(prose.text, name) && mentions.some((mention) => opens(mention, index)))
  )
    return false;
  const before = prose.text.slice(Math.max(0, name[0] - 12), name[0]);
  if (isOfOtherYear(before, report) || isOfOtherPeriod(prose.text, figure.span, report, name)) return false;
  return !otherValues(id, reading).some((other) => isSame(other, figure));
}

/** Whether a sentence opens with the name of the figure that it says. */
function opens({ prose, figure }: Mention, index: NameIndex<Saying>): boolean {
  const beside = figure && nameBefore(prose, figure, index);
  return beside !== undefined && opensSentence(prose.text, beside.name);
}

function differs(
  { names, text, path }: Declared,
  { prose, figure, name: [start, end] }: Beside<Declared>,
): Finding {
  const name = prose.text.slice(start, end);
  return {
    ...prose.place(figure.span),
    message: 'differs',
    data: { name: names.includes(name) ? name : (names[0] ?? ''), value: text, said: figure.text },
    related: [{ path, note: { en: `declared as ${text}`, zh: `声明为${text}` } }],
  };
}

function unsaid({ names, text, path, quantity }: Declared, sayings: readonly Saying[], key: string): Finding {
  const [name = ''] = names;
  const alike = sayings.filter(
    ({ declared }) => declared.quantity && quantity && isSame(quantity, declared.quantity),
  );
  const said = alike.filter(({ mentions }) => mentions.length > 0).length;
  return said === 0
    ? { path, message: 'unsaid', data: { name, value: text, key } }
    : { path, message: 'fewer', data: { name, value: text, count: alike.length, said } };
}
