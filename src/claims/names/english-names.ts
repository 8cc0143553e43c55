import { isNear } from './confusable-names.ts';
import type { Holder, Name } from './names-in-text.ts';

const posts =
  '(?:Deputy |Vice |Assistant |Lord |Lady )?(?:Director|Minister|Mayor|Commissioner|Secretary|Principal|Chair|Chairman|Chairwoman|Chairperson|President|Superintendent|Governor|Headteacher|Chancellor|Doctor|Dr\\.?|Professor|Prof\\.|Sheriff|Judge|Justice|Councillor|Alderman|Captain|Sergeant|Inspector|Constable|Warden|Bishop|Dean|Rector|Provost|Treasurer|Registrar|Curator|Librarian|Ombudsman|Auditor|Senator|Ambassador|Harbourmaster|Coroner|Manager|(?:Chief|Ward|Project|Area|Regional|Town|County|City|Head|General|Senior) (?:Executive|Engineer|Officer|Constable|Inspector|Librarian|Nurse|Manager|Clerk|Surveyor|Scientist|Economist|Warden))';
const person = "\\p{Lu}[a-z]+ (?:O['’]|Ma?c)?\\p{Lu}[a-z]+(?:-\\p{Lu}[a-z]+)?";
const titled = new RegExp(`\\b(${posts})(?:,? (?:Mr|Mrs|Ms|Miss|Sir|Dame|Dr)\\.?)? (${person})\\b`, 'gu');
const behind = new RegExp(`\\b(${person}), (?:the |our |its )?(${posts})\\b(?! of\\b)`, 'gu');

/** A post in small letters as well: “our treasurer, David Okonkwo,”. */
const anyCase = posts.replaceAll(/[A-Z](?=[a-z])/g, (letter) => `[${letter}${letter.toLowerCase()}]`);
const apposed = new RegExp(
  `\\b(?:[Tt]he|[Oo]ur|[Ii]ts|[Tt]heir) (${anyCase}), (?:(?:Mr|Mrs|Ms|Miss|Sir|Dame|Dr)\\.? )?(${person})(?=[,.;])`,
  'gu',
);
const apposedBehind = new RegExp(
  `\\b(${person}), (?:the|our|its|their) (${anyCase})\\b(?! (?:of|for|to)\\b)(?=[,.;]| [a-z])`,
  'gu',
);
const chairedBy = new RegExp(
  `\\b(?:[Bb]oard|[Cc]ouncil|[Tt]rust|[Aa]gency|[Cc]ompany|[Cc]harity|[Aa]uthority|[Cc]ommission|[Ss]ociety|[Ff]oundation) (?:is|was|has been) chaired by (?:(?:Mr|Mrs|Ms|Miss|Sir|Dame|Dr)\\.? )?(${person})\\b`,
  'gu',
);
/** Posts of which a body has one. */
const single =
  /^(?:Director|Minister|Mayor|Commissioner|Secretary|Principal|Chair\w*|President|Superintendent|Governor|Headteacher|Chancellor|Sheriff|Bishop|Dean|Rector|Provost|Treasurer|Registrar|Ombudsman|Chief .*)$/;
/** Whether a body has but one of a post. */
export const isSinglePost = (post: string): boolean => single.test(post);

/** A post as it is written before a name. */
const titleOf = (post: string): string => post.replaceAll(/\b[a-z]/g, (letter) => letter.toUpperCase());

/** Persons beside their posts: Director John Smith; the Secretary, Mr John Smith; John Smith, the Mayor. */
export function* englishHolders(text: string): Generator<Holder> {
  for (const { pattern, post, isSmall } of readers)
    for (const found of text.matchAll(pattern)) {
      const { 0: all, index } = found;
      const name = found[post === 2 ? 1 : post === 1 ? 2 : 1] ?? '';
      const written = post === undefined ? 'Chair' : (found[post] ?? '');
      if (isSmall && !/^[a-z]/.test(written)) continue;
      const start = post === 2 ? index : index + all.length - name.length;
      yield { name, span: [start, start + name.length], post: titleOf(written), body: '' };
    }
}

/** What tells a person with a post: which group is the post, the other being the name; whether the post is in small letters only. */
const readers: readonly {
  readonly pattern: RegExp;
  readonly post: 1 | 2 | undefined;
  readonly isSmall: boolean;
}[] = [
  { pattern: titled, post: 1, isSmall: false },
  { pattern: apposed, post: 1, isSmall: false },
  { pattern: apposedBehind, post: 2, isSmall: true },
  { pattern: chairedBy, post: undefined, isSmall: false },
  { pattern: behind, post: 2, isSmall: false },
];

const heads =
  /\b(?:Commission|Board|Council|Authority|Agency|Trust|Committee|Service|Office|Department|Institute|Foundation|Association|Society|Bank|Court|Museum|Hospital|University|College|Company|Corporation|Union|Federation|Partnership|Centre|Center|School|Laboratory|Ministry|Bureau)\b/g;
const joints = new Set(['and', 'of', 'for', 'the', '&']);
const LONGEST = 90;

/** Names of bodies of three words and more, without “The”: Harbour Development Commission. */
export function* englishBodies(text: string): Generator<Name> {
  for (const { 0: head, index } of text.matchAll(heads)) {
    const words = text.slice(Math.max(0, index - LONGEST), index).split(' ');
    let first = words.length - 1;
    while (first > 0 && isOfName(words[first - 1] ?? '') && !beginsAt(words, first)) first--;
    while (first < words.length - 1 && (joints.has(words[first] ?? '') || words[first] === 'The')) first++;
    const name = [...words.slice(first, -1), head].join(' ');
    if (name.split(' ').filter((word) => !joints.has(word)).length < 3) continue;
    const end = index + head.length;
    yield { name, span: [end - name.length, end] };
  }
  for (const { 0: name, index } of text.matchAll(ofField)) {
    const bare = name.replace(/^The /, '');
    const end = index + name.length;
    if (wordsOf(bare).length > 2) yield { name: bare, span: [end - bare.length, end] };
  }
}

/** Hartwell Institute for Marine Research: a body with its field behind it. */
const ofField =
  /\b(?:\p{Lu}[\p{L}’'-]+ ){0,3}(?:Institute|Commission|Department|Ministry|Office|Centre|Center|Council|Agency|Board|Society|Association|Foundation|Bureau|Committee) (?:of|for) (?:the )?\p{Lu}[\p{L}’'-]+(?: (?:and (?:the )?|of (?:the )?)?\p{Lu}[\p{L}’'-]+){0,4}/gu;

/** Whether a name begins at some of its words: behind a “the” that no “of” leads to. */
const beginsAt = (words: readonly string[], at: number): boolean =>
  words[at - 1] === 'the' && !/^(?:of|for|and)$/.test(words[at - 2] ?? '');

const isOfName = (word: string): boolean => joints.has(word) || /^\p{Lu}[\p{L}’'-]+$/u.test(word);

const wordsOf = (name: string): readonly string[] => name.split(' ').filter((word) => !joints.has(word));

/** What names of one body have in common, however they are spelt. */
export const keyOfBody = (name: string): string =>
  wordsOf(name)
    .map((word) => word.charAt(0))
    .sort()
    .join('');

/** Words that are spelt in two ways, by how they end. */
const endings: readonly (readonly [RegExp, string])[] = [
  [/our(?=s?$)/, 'or'],
  [/re(?=s?$)/, 'er'],
  [/ence(?=s?$)/, 'ense'],
  [/is(?=e|ation|ing)/, 'iz'],
  [/ogue(?=s?$)/, 'og'],
  [/mme(?=s?$)/, 'm'],
];
const american = (word: string): string =>
  endings.reduce((all, [pattern, other]) => all.replace(pattern, other), word);

/** Fen and Fenn. */
const undoubled = (word: string): string => word.replaceAll(/(.)\1/g, '$1');
/** River and Rivers. */
const areOneAndMany = (a: string, b: string): boolean =>
  a.length > 3 && b.length > 3 && (`${a}s` === b || `${b}s` === a);

/** Whether two names are those of one body: they differ by the order of their words, or by the letters of one. */
export function areOneBody(a: string, b: string): boolean {
  const [one, two] = [wordsOf(a), wordsOf(b)];
  if (a === b || one.length !== two.length) return false;
  if ([...one].sort().join(' ') === [...two].sort().join(' ')) return true;
  const others = one.flatMap((word, at) => (word === two[at] ? [] : [[word, two[at] ?? ''] as const]));
  const [[left, right] = ['', '']] = others;
  if (others.length !== 1) return false;
  return (
    american(left) === american(right) ||
    areOneAndMany(left, right) ||
    undoubled(left) === undoubled(right) ||
    (Math.min(left.length, right.length) > 6 && isNear(left, right))
  );
}
