import type { Place } from '../../diagnostic.ts';
import type { Reading } from '../../reading/reading.ts';
import type { TextAlone } from '../../reading/text-alone.ts';
import { bodyNamesIn, inOtherOrder, misheard } from './body-names.ts';
import { isOneBody, personsByRole } from './chinese-holders.ts';
import { areConfusable, haveVariants, soundOf } from './confusable-names.ts';
import { areOneBody, englishBodies, englishHolders, isSinglePost, keyOfBody } from './english-names.ts';
import type { Holder, Name } from './names-in-text.ts';

interface Placed extends Pick<Place, 'path'> {
  /** Which sentence of which text it stands in. */
  readonly sentence: string;
  /** Where its clause begins, in English. */
  readonly clause: number;
}

/** Two spellings of one name: the later, and the one before. */
export interface TwoSpellings {
  readonly kind: 'person' | 'body' | 'spelling';
  readonly later: Name & Placed;
  readonly first: Name & Placed;
}

/** Names that a report spells in two ways. */
export const spellingsOf = (reading: Reading): readonly TwoSpellings[] => reading.once(findSpellings);

function findSpellings(reading: Reading): readonly TwoSpellings[] {
  const { scalars, report } = reading;
  const isChinese = report.language === 'zh';
  const holders: (Holder & Placed)[] = [];
  const bodies: (Name & Placed)[] = [];
  for (const [index, { path, text }] of scalars.texts.entries()) {
    const placed = <T extends Name>(each: T): T & Placed => ({
      ...each,
      path,
      sentence: `${index} ${sentenceAt(text, each.span[0])}`,
      clause: isChinese ? 0 : clauseAt(text, each.span[0]),
    });
    const names = reading.alone(text).once(isChinese ? chineseNames : englishNames);
    for (const each of names.holders) holders.push(placed(each));
    for (const each of names.bodies) bodies.push(placed(each));
  }
  return [...personsTwice(holders), ...(isChinese ? chineseBodiesTwice(bodies) : spelledTwice(bodies))];
}

function* chineseBodiesTwice(bodies: readonly (Name & Placed)[]): Generator<TwoSpellings> {
  for (const pair of inOtherOrder(bodies)) yield { kind: 'body', ...pair };
  // two that stand in one sentence are two bodies
  for (const pair of misheard(bodies))
    if (pair.first.sentence !== pair.later.sentence) yield { kind: 'spelling', ...pair };
}

/** The names in a text. */
interface NamesInText {
  readonly holders: readonly Holder[];
  readonly bodies: readonly Name[];
}

const chineseNames = ({ text }: TextAlone): NamesInText => ({
  holders: [...personsByRole(text)],
  bodies: [...bodyNamesIn(text)],
});

const englishNames = ({ text }: TextAlone): NamesInText => ({
  holders: [...englishHolders(text)],
  bodies: [...englishBodies(text)],
});

const sentenceAt = (text: string, at: number): number =>
  Math.max(...['。', '；', '\n', '. '].map((end) => text.lastIndexOf(end, at)));

const clauseAt = (text: string, at: number): number =>
  Math.max(...['; ', ', and ', ', but ', ', while ', ', then '].map((joint) => text.lastIndexOf(joint, at)));

/** A person with every sentence that names them. */
interface Named {
  readonly first: Holder & Placed;
  readonly sentences: Set<string>;
}

/** Two names of one post that are easily taken for each other; both in one sentence are two people. */
function* personsTwice(holders: readonly (Holder & Placed)[]): Generator<TwoSpellings> {
  const alike = new Map<string, Map<string, Named>>();
  for (const each of holders) {
    const key = `${each.post} ${soundOf(each.name)}`;
    const named = alike.get(key) ?? new Map<string, Named>();
    alike.set(key, named);
    const one = named.get(each.name);
    if (one) one.sentences.add(each.sentence);
    else named.set(each.name, { first: each, sentences: new Set([each.sentence]) });
  }
  for (const named of alike.values()) {
    const all = [...named.values()];
    for (const [index, later] of all.entries()) {
      const first = all.slice(0, index).find((each) => areOne(each, later));
      if (first) yield { kind: 'person', later: later.first, first: first.first };
    }
  }
}

const areOne = (a: Named, b: Named): boolean =>
  areConfusable(a.first.name, b.first.name) &&
  isOneBody(a.first.body, b.first.body) &&
  (areTold(a.first, b.first) || ![...a.sentences].some((each) => b.sentences.has(each)));

/** Whether two holders of one post with one first name stand in clauses of their own: no list of people says so. */
const areTold = (a: Holder & Placed, b: Holder & Placed): boolean =>
  /[A-Za-z]/.test(a.name) &&
  (a.name.split(' ')[0] === b.name.split(' ')[0] || haveVariants(a.name, b.name) || isSinglePost(a.post)) &&
  a.path === b.path &&
  a.clause !== b.clause &&
  Math.abs(b.span[0] - a.span[1]) > b.post.length + CLAUSE;

/** What stands at least between two names that are no list: “… counted 57 lamps, and Mayor …”. */
const CLAUSE = 16;

/** English names of the same words in another order, or with one of them spelt otherwise; two in one clause are two bodies. */
function* spelledTwice(bodies: readonly (Name & Placed)[]): Generator<TwoSpellings> {
  const known = new Map<string, (Name & Placed)[]>();
  const told = new Set<string>();
  for (const later of bodies) {
    const key = keyOfBody(later.name);
    const alike = known.get(key) ?? [];
    known.set(key, alike);
    if (alike.some(({ name }) => name === later.name)) continue;
    const first = alike.find((each) => areOneBody(each.name, later.name));
    alike.push(later);
    if (first === undefined || told.has(later.name)) continue;
    told.add(later.name);
    if (first.sentence !== later.sentence || first.clause !== later.clause)
      yield { kind: 'spelling', later, first };
  }
}
