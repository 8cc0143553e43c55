import { mayStandInBody } from '../../reading/names/body-characters.ts';
import { groupOf } from './confusable-names.ts';
import type { Name } from './names-in-text.ts';

const heads =
  /学校|中学|小学|大学|学院|幼儿园|医院|法院|检察院|中心|委员会|公司|集团|协会|学会|联合会|促进会|基金会|合作社|基地|平台|系统|保护区|公园|工作站|服务站|实验室|出版社|福利院|敬老院|研究院|科学院|研究所|事务所|图书馆|博物馆|示范区|开发区|联盟|办公室|领导小组|指挥部|管理处|执法队|支队|大队|(?:(?<=[\p{sc=Han}]{5})(?:局(?![长面部势限里内])|厅(?![长里内])|院(?![长士校落线里内系])|所(?![占需在有属得为以能做谓提列示含述产用收获办涉长])|站(?![在稳上起立点长里内])|馆(?![藏员长际里内])))/gu;
const SHORTEST = 6;
const LONGEST = 18;
/** Names of bodies: what stands before a word such as 中心, with that. */
export function* bodyNamesIn(text: string): Generator<Name> {
  for (const { 0: head, index } of text.matchAll(heads)) {
    const end = index + head.length;
    let start = index;
    while (start > 0 && end - start < LONGEST && mayStandInBody(text, start - 1)) start--;
    if (end - start >= SHORTEST) yield { name: text.slice(start, end), span: [start, end] };
  }
}

/** Two names of the same characters in another order. */
export interface Reordered<N extends Name> {
  readonly later: N;
  readonly first: N;
}

/** Names of the same characters in another order. */
export function* inOtherOrder<N extends Name>(bodies: readonly N[]): Generator<Reordered<N>> {
  const names = new NamesByLetters<N>();
  const seen = new Set<string>();
  const told = new Set<string>();
  for (const each of bodies) {
    if (seen.has(each.name)) continue;
    seen.add(each.name);
    let found: Reordered<N> | undefined;
    for (let length = SHORTEST; length <= each.name.length; length++) {
      const name = each.name.slice(-length);
      const first = names.firstLike(name, each);
      if (first && isReordered(first.name, name))
        found = { later: ending(each, length), first: ending(first.of, first.name.length) };
    }
    const pair = found && `${found.first.name} ${found.later.name}`;
    if (found === undefined || pair === undefined || told.has(pair)) continue;
    told.add(pair);
    yield found;
  }
}

/** The last characters of a name, as a name. */
const ending = <N extends Name>(of: N, length: number): N => ({
  ...of,
  name: of.name.slice(-length),
  span: [of.span[1] - length, of.span[1]],
});

/** A name at the end of another, with its characters in order once they are asked for. */
interface Ending<N> {
  readonly name: string;
  readonly of: N;
  letters: string | undefined;
}

/** The first name of some characters, in whatever order. They are put in order only where the sum of two names is the same. */
class NamesByLetters<N> {
  readonly #bySum = new Map<number, Ending<N>[]>();

  /** The first of the characters of a name; undefined where this is it. */
  firstLike(name: string, of: N): Ending<N> | undefined {
    let sum = name.length;
    for (let at = 0; at < name.length; at++) sum += name.charCodeAt(at) << 5;
    const alike = this.#bySum.get(sum);
    const own: Ending<N> = { name, of, letters: undefined };
    if (alike === undefined) {
      this.#bySum.set(sum, [own]);
      return undefined;
    }
    const first = alike.find((each) => each.name === name || lettersOf(each) === lettersOf(own));
    if (first === undefined) alike.push(own);
    return first;
  }
}

const lettersOf = (ending: Ending<unknown>): string => (ending.letters ??= [...ending.name].sort().join(''));

/**
 * Whether the order differs within two names: 建设某某中心 and 某某建设中心 say something of it sooner than they name it. Where only the last
 * character is the same, or only the place before them, two neighbouring words have changed places: 发展管理局, 管理发展局.
 */
function isReordered(a: string, b: string): boolean {
  if (a === b || a[0] !== b[0] || a.at(-1) !== b.at(-1)) return false;
  const isOfPlace = /[省市县区州]/.test(a.charAt(0));
  if (a[1] !== b[1] && !isOfPlace) return false;
  if (a[1] === b[1] && a.at(-2) === b.at(-2)) return true;
  let start = 0;
  while (a[start] === b[start]) start++;
  let end = 1;
  while (a.at(-1 - end) === b.at(-1 - end)) end++;
  const [one, other] = [a, b].map((name) => name.slice(start, name.length - end));
  return one !== undefined && other !== undefined && `${other}${other}`.includes(one);
}

/** As many characters two names have at least of which one alone sounds alike. */
const SHORTEST_MISHEARD = 9;

/** Names of which one character in the midst is another that sounds alike, and all others are the same: 华衡水利勘测有限公司, 华恒…. */
export function* misheard<N extends Name>(bodies: readonly N[]): Generator<Reordered<N>> {
  const known = new Map<string, N>();
  const seen = new Set<string>();
  for (const later of bodies) {
    const { name } = later;
    if (name.length < SHORTEST_MISHEARD || seen.has(name)) continue;
    seen.add(name);
    const sound = Array.from(name, (sign) => groupOf(sign) ?? sign);
    for (let length = name.length; length >= SHORTEST_MISHEARD; length--) {
      const key = `${name.at(-length)}${sound.slice(1 - length).join(' ')}`;
      const first = known.get(key);
      if (first === undefined) known.set(key, later);
      else if (differInMidst(first.name.slice(-length), name.slice(-length))) {
        yield { later: ending(later, length), first: ending(first, length) };
        break;
      }
    }
  }
}

/** Whether one character differs, and neither at the end nor in the word that says what kind of body it is. */
function differInMidst(a: string, b: string): boolean {
  const others = [...a].flatMap((sign, at) => (sign === b[at] ? [] : [at]));
  const [at, more] = others;
  return at !== undefined && more === undefined && at < a.length - 3;
}
