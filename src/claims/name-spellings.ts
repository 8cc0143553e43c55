import type { Place } from '../diagnostic.ts';
import type { Reading } from '../reading/reading.ts';
import type { TextAlone } from '../reading/text-alone.ts';
import { isSurname } from './person-words.ts';
import { englishBodies, englishHolders, areOneBody, keyOfBody } from './english-names.ts';
import type { Holder, Name } from './names-in-text.ts';
import { areConfusable, haveVariants, soundOf } from './confusable-names.ts';

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
  return [...personsTwice(holders), ...(isChinese ? bodiesTwice(bodies) : spelledTwice(bodies))];
}

/** The names in a text. */
interface NamesInText {
  readonly holders: readonly Holder[];
  readonly bodies: readonly Name[];
}

const chineseNames = ({ text }: TextAlone): NamesInText => ({
  holders: [...chineseHolders(text)],
  bodies: [...bodiesIn(text)],
});

const englishNames = ({ text }: TextAlone): NamesInText => ({
  holders: [...englishHolders(text)],
  bodies: [...englishBodies(text)],
});

const sentenceAt = (text: string, at: number): number =>
  Math.max(...['。', '；', '\n', '. '].map((end) => text.lastIndexOf(end, at)));

const clauseAt = (text: string, at: number): number =>
  Math.max(...['; ', ', and ', ', but ', ', while ', ', then '].map((joint) => text.lastIndexOf(joint, at)));

const posts =
  /副?(?:局长|院长|校长|主任|书记|县长|市长|区长|镇长|乡长|部长|厅长|处长|科长|所长|站长|队长|馆长|园长|会长|主席|董事长|总经理|秘书长|司长|行长)/g;
const HAN = /^\p{sc=Han}+$/u;
/** What can stand between a body and the name of a person who comes before the post. */
const before = /(?:^|[^\p{sc=Han}]|[由经与和及请在据对给同向])$/u;

/** The Chinese characters that a text ends with. */
function hanAtEnd(text: string): string {
  let start = text.length;
  while (start > 0 && HAN.test(text.charAt(start - 1))) start--;
  return text.slice(start);
}

/** Persons beside their posts: 李小刚局长, 市教育局局长李小刚. */
export function* chineseHolders(text: string): Generator<Holder> {
  for (const { 0: post, index } of text.matchAll(posts)) {
    const behind = text.slice(index + post.length, index + post.length + 3);
    if (behind.length === 3 && HAN.test(behind) && isSurname(behind.charAt(0)) && !/[会任]/.test(behind)) {
      const body = text.slice(Math.max(0, index - 12), index);
      const start = index + post.length;
      yield { name: behind, span: [start, start + 3], post, body: hanAtEnd(body) };
    }
    const length = [3, 2].find((each) => {
      const name = text.slice(Math.max(0, index - each), index);
      const ahead = text.slice(Math.max(0, index - each - 1), Math.max(0, index - each));
      return name.length === each && HAN.test(name) && isSurname(name.charAt(0)) && before.test(ahead);
    });
    if (length === undefined) continue;
    yield { name: text.slice(index - length, index), span: [index - length, index], post, body: '' };
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

const isOneBody = (a: string, b: string): boolean => a === '' || b === '' || a.slice(-3) === b.slice(-3);

const heads =
  /学校|中学|小学|大学|学院|幼儿园|医院|中心|委员会|公司|协会|基金会|基地|平台|研究院|研究所|图书馆|博物馆|示范区|开发区|联盟|办公室|领导小组/g;
const SHORTEST = 6;
const LONGEST = 18;
/** No name of a body holds these. */
const apart = /[^\p{sc=Han}]|[的在和与及由向对从把被等了于为是至将让请]/u;
/** 高等 is no 等. */
const isApart = (text: string, at: number): boolean =>
  apart.test(text.charAt(at)) && !(text[at] === '等' && /[高中初特]/.test(text.charAt(at - 1)));

/** Names of bodies: what stands before a word such as 中心, with that. */
function* bodiesIn(text: string): Generator<Name> {
  for (const { 0: head, index } of text.matchAll(heads)) {
    const end = index + head.length;
    let start = index;
    while (start > 0 && end - start < LONGEST && !isApart(text, start - 1)) start--;
    if (end - start >= SHORTEST) yield { name: text.slice(start, end), span: [start, end] };
  }
}

/** Names of the same characters in another order. */
function* bodiesTwice(bodies: readonly (Name & Placed)[]): Generator<TwoSpellings> {
  const names = new NamesByLetters();
  const seen = new Set<string>();
  const told = new Set<string>();
  for (const each of bodies) {
    if (seen.has(each.name)) continue;
    seen.add(each.name);
    let found: TwoSpellings | undefined;
    for (let length = SHORTEST; length <= each.name.length; length++) {
      const name = each.name.slice(-length);
      const first = names.firstLike(name, each);
      if (first && isReordered(first.name, name))
        found = { kind: 'body', later: ending(each, length), first: ending(first.of, first.name.length) };
    }
    const pair = found && `${found.first.name} ${found.later.name}`;
    if (found === undefined || pair === undefined || told.has(pair)) continue;
    told.add(pair);
    yield found;
  }
}

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

/** The last characters of a name, as a name. */
const ending = (of: Name & Placed, length: number): Name & Placed => ({
  ...of,
  name: of.name.slice(-length),
  span: [of.span[1] - length, of.span[1]],
});

/** A name at the end of another, with its characters in order once they are asked for. */
interface Ending {
  readonly name: string;
  readonly of: Name & Placed;
  letters: string | undefined;
}

/** The first name of some characters, in whatever order. They are put in order only where the sum of two names is the same. */
class NamesByLetters {
  readonly #bySum = new Map<number, Ending[]>();

  /** The first of the characters of a name; undefined where this is it. */
  firstLike(name: string, of: Name & Placed): Ending | undefined {
    let sum = name.length;
    for (let at = 0; at < name.length; at++) sum += name.charCodeAt(at) << 5;
    const alike = this.#bySum.get(sum);
    const own: Ending = { name, of, letters: undefined };
    if (alike === undefined) {
      this.#bySum.set(sum, [own]);
      return undefined;
    }
    const first = alike.find((each) => each.name === name || lettersOf(each) === lettersOf(own));
    if (first === undefined) alike.push(own);
    return first;
  }
}

const lettersOf = (ending: Ending): string => (ending.letters ??= [...ending.name].sort().join(''));

/** Whether the order differs within two names: 建设某某中心 and 某某建设中心 say something of it sooner than they name it. */
const isReordered = (a: string, b: string): boolean =>
  a !== b && a.slice(0, 2) === b.slice(0, 2) && a.slice(-2) === b.slice(-2);
