import { areConfusable } from '../claims/names/confusable-names.ts';
import { chineseHolders } from '../claims/names/chinese-holders.ts';
import type { Officer } from '../lint/settings/config.ts';
import type { Span } from '../quantity/value/formula.ts';
import { isAcrossWords } from '../style/word-edges.ts';

/** Something about a person that is not as the list has it. */
export interface PersonFault {
  readonly kind: 'spelling' | 'post' | 'order';
  readonly span: Span;
  readonly data: Readonly<Record<string, string>>;
  readonly insert?: string;
}

/** Whose names, posts or order a text gives otherwise than a list of persons, in the order of the text. */
export function personFaults(text: string, persons: readonly Officer[]): readonly PersonFault[] {
  const found = [...misspelt(text, persons), ...otherPosts(text, persons), ...otherOrder(text, persons)];
  return found.sort((a, b) => a.span[0] - b.span[0]);
}

/** The shortest name of which one character for another tells that it is the same. */
const SHORTEST = 3;

/** Names that sound like one of the list, and stand in it by no other; of two characters only beside a post of that person. */
function* misspelt(text: string, persons: readonly Officer[]): Generator<PersonFault> {
  const listed = new Set(persons.map(({ name }) => name));
  const holders = [...chineseHolders(text)];
  for (const { name, post = '', reason = '' } of persons)
    for (let at = text.indexOf(name.charAt(0)); at !== -1; at = text.indexOf(name.charAt(0), at + 1)) {
      const span: Span = [at, at + name.length];
      const written = text.slice(...span);
      if (listed.has(written) || !areConfusable(written, name)) continue;
      const isHeld = holders.some((each) => each.span[0] === at && post.endsWith(each.post));
      if (name.length < SHORTEST ? !isHeld : !isHeld && isAcrossWords(text, span)) continue;
      yield { kind: 'spelling', span, data: { found: written, name, reason }, insert: name };
    }
}

const postsOf = (post: string): readonly string[] =>
  post.split(/[、，,;；/]|兼任?/).map((each) => each.trim());

/** Whether a post in a text is one of the list: 局长 is 市教育局局长, and is not 副局长. */
const isPost = (written: string, listed: readonly string[]): boolean =>
  listed.some(
    (post) =>
      post === written || (post.endsWith(written) && post.charAt(post.length - written.length - 1) !== '副'),
  );

/** Persons of the list with another post beside their name. */
function* otherPosts(text: string, persons: readonly Officer[]): Generator<PersonFault> {
  for (const { name, post: found, span } of chineseHolders(text)) {
    const person = persons.find((each) => each.name === name);
    if (person?.post === undefined || isPost(found, postsOf(person.post))) continue;
    // of a former or another office the text may well speak: 原局长, 时任局长
    if (/[原前时曾]任?[\p{sc=Han}]{0,12}$/u.test(text.slice(Math.max(0, span[0] - 16), span[0]))) continue;
    yield { kind: 'post', span, data: { name, found, post: person.post, reason: person.reason ?? '' } };
  }
}

/** Persons of the list whom a series with 、 between them names in another order. */
function* otherOrder(text: string, persons: readonly Officer[]): Generator<PersonFault> {
  const places = persons
    .flatMap((person, rank) => placesOf(text, person.name).map((at) => ({ at, rank, person })))
    .sort((a, b) => a.at - b.at);
  for (const [index, { at, rank, person }] of places.entries()) {
    const last = places[index - 1];
    if (last === undefined || last.rank <= rank) continue;
    const between = text.slice(last.at + last.person.name.length, at);
    if (!/^(?:[\p{sc=Han}（）()]{0,20}、[\p{sc=Han}]{0,20}|[和与及])$/u.test(between)) continue;
    yield {
      kind: 'order',
      span: [at, at + person.name.length],
      data: { name: person.name, before: last.person.name, reason: person.reason ?? '' },
    };
  }
}

function placesOf(text: string, name: string): number[] {
  const found: number[] = [];
  for (let at = text.indexOf(name); at !== -1; at = text.indexOf(name, at + name.length)) found.push(at);
  return found;
}
