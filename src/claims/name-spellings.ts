import type { Place } from '../diagnostic.ts';
import type { Reading } from '../reading/reading.ts';
import type { TextAlone } from '../reading/text-alone.ts';
import { bodyNamesIn, inOtherOrder } from './body-names.ts';
import { isOneBody, personsByRole, type Holder, type Name } from './chinese-holders.ts';
import { areConfusable, haveVariants, soundOf } from './confusable-names.ts';

interface Placed extends Pick<Place, 'path'> {
  /** Which sentence of which text it stands in. */
  readonly sentence: string;
  /** Where its clause begins, in English. */
  readonly clause: number;
}

/** Two spellings of one name: the later, and the one before. */
export interface TwoSpellings {
  readonly kind: 'person' | 'body';
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
  return [
    ...personsTwice(holders),
    ...[...inOtherOrder(bodies)].map((pair) => ({ kind: 'body' as const, ...pair })),
  ];
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
  bodies: [],
});

const sentenceAt = (text: string, at: number): number =>
  Math.max(...['。', '；', '\n', '. '].map((end) => text.lastIndexOf(end, at)));

const clauseAt = (text: string, at: number): number =>
  Math.max(...['; ', ', and ', ', but ', ', while ', ', then '].map((joint) => text.lastIndexOf(joint, at)));

const titled =
  /\b((?:Deputy |Vice |Assistant |Lord |Lady )?(?:Director|Minister|Mayor|Commissioner|Secretary|Principal|Chair|Chairman|Chairwoman|Chairperson|President|Superintendent|Governor|Headteacher|Chancellor|Doctor|Dr\.?|Professor|Prof\.|Sheriff|Judge|Justice|Councillor|Alderman|Captain|Sergeant|Inspector|Constable|Warden|Bishop|Dean|Rector|Provost|Treasurer|Registrar|Curator|Librarian|Ombudsman|Auditor|Senator|Ambassador|Harbourmaster|Coroner|Manager|(?:Chief|Ward|Project|Area|Regional|Town|County|City|Head|General|Senior) (?:Executive|Engineer|Officer|Constable|Inspector|Librarian|Nurse|Manager|Clerk|Surveyor|Scientist|Economist|Warden))) (\p{Lu}[a-z]+ (?:O['’]|Ma?c)?\p{Lu}[a-z]+)\b/gu;

function* englishHolders(text: string): Generator<Holder> {
  for (const { 0: all, 1: post = '', 2: name = '', index } of text.matchAll(titled)) {
    const start = index + all.length - name.length;
    yield { name, span: [start, start + name.length], post, body: '' };
  }
}

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
  (a.name.split(' ')[0] === b.name.split(' ')[0] || haveVariants(a.name, b.name)) &&
  a.path === b.path &&
  a.clause !== b.clause &&
  Math.abs(b.span[0] - a.span[1]) > b.post.length + CLAUSE;

/** What stands at least between two names that are no list: “… counted 57 lamps, and Mayor …”. */
const CLAUSE = 16;
