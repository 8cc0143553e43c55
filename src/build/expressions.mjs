import { RegExpParser, visitRegExpAST } from '@eslint-community/regexpp';

const parser = new RegExpParser({ ecmaVersion: 2024 });

/**
 * A regular expression as V8 compiles it with the least work, which matches the same. Chinese characters are written out as
 * ranges: V8 asks ICU for those of `\p{Script=Han}` each time that it meets it. Both cases of a letter stand in place of the
 * flag `i`: with it V8 asks ICU for the other case of every character, of Chinese ones as well. Where what the flag does goes
 * beyond the letters of ASCII it stays.
 */
export function plain(source, flags) {
  if (flags.includes('v')) return { source, flags };
  const [han, cased] = [[], []];
  const isUnicode = flags.includes('u');
  let dropsCase = flags.includes('i');
  const keepCase = () => void (dropsCase = false);
  visitRegExpAST(parser.parsePattern(source, 0, source.length, { unicode: isUnicode }), {
    onCharacterSetEnter(set) {
      if (set.kind === 'word' && isUnicode) keepCase();
      if (set.kind !== 'property') return;
      if (set.value !== 'Han') return keepCase();
      const ranges = hanRanges(set.negate);
      han.push({ ...set, text: set.parent.type === 'CharacterClass' ? ranges : `[${ranges}]` });
    },
    onBackreferenceEnter: keepCase,
    onAssertionEnter: ({ kind }) => void (kind === 'word' && isUnicode && keepCase()),
    onCharacterEnter(character) {
      if (!dropsCase || character.parent.type === 'CharacterClassRange') return;
      const others = otherCases(character.value, character.value, isUnicode);
      if (others === undefined) return keepCase();
      if (others === '') return;
      const both = character.raw + others;
      cased.push({ ...character, text: character.parent.type === 'CharacterClass' ? both : `[${both}]` });
    },
    onCharacterClassRangeEnter(range) {
      if (!dropsCase) return;
      const others = otherCases(range.min.value, range.max.value, isUnicode);
      if (others === undefined) return keepCase();
      cased.push({ ...range, text: range.raw + others });
    },
  });
  const edits = dropsCase ? [...han, ...cased] : han;
  return { source: edited(source, edits), flags: dropsCase ? flags.replace('i', '') : flags };
}

/**
 * A piece of an expression that is put together when the program runs, as it stands between quotes, with Chinese characters
 * written out as ranges in the classes that it opens. What stands in none may be put into one elsewhere, and stays.
 */
export function plainPiece(quoted) {
  let isInClass = false;
  return quoted.replaceAll(/\\\\p\{Script=Han\}|\\\\.|[[\]]/gu, (part) => {
    if (part === '[') isInClass = true;
    if (part === ']') isInClass = false;
    const isHan = isInClass && part.startsWith('\\\\p{');
    return isHan ? hanRanges(false).replaceAll('\\', '\\\\') : part;
  });
}

function edited(source, edits) {
  let made = '';
  let from = 0;
  for (const { start, end, text } of edits.sort((a, b) => a.start - b.start)) {
    made += source.slice(from, start) + text;
    from = end;
  }
  return made + source.slice(from);
}

/** What `i` adds to characters from one to another; undefined where that is more than letters of ASCII with what folds to them. */
function otherCases(first, last, isUnicode) {
  const others = [];
  let folding = '';
  for (let code = first; code <= last; code++) {
    const character = String.fromCodePoint(code);
    const [small, large] = [character.toLowerCase(), character.toUpperCase()];
    if (small === large) continue;
    if (code > 0x7f) return undefined;
    const other = (character === small ? large : small).codePointAt(0);
    if (other < first || other > last) others.push(other);
    if (isUnicode && small === 's') folding += '\\u017f';
    if (isUnicode && small === 'k') folding += '\\u212a';
  }
  return rangesOf(others, (code) => String.fromCodePoint(code)) + folding;
}

/** Characters of a class, in their order, as ranges. */
function rangesOf(codes, print) {
  let ranges = '';
  for (let at = 0, end = 0; at < codes.length; at = end + 1) {
    for (end = at; codes[end + 1] === codes[end] + 1;) end++;
    ranges += at === end ? print(codes[at]) : `${print(codes[at])}-${print(codes[end])}`;
  }
  return ranges;
}

const known = new Map();

/**
 * `\p{Script=Han}` in a class, or what it is not, as the Node that builds knows it, but in as few ranges as tell it from what
 * is written: code points that stand for nothing yet join what is about them, the two planes of ideographs are whole, and the
 * few marks of plane 1 are none. What V8 makes of it is a tenth as long.
 */
function hanRanges(isNegated) {
  if (known.has(isNegated)) return known.get(isNegated);
  const inPlane = Array.from({ length: 0x10000 }, (_, code) => code).filter((code) => isHan(code));
  const codes = inPlane.flatMap((code, at) => {
    const next = inPlane[at + 1] ?? code;
    const between = Array.from({ length: Math.max(next - code - 1, 0) }, (_, step) => code + 1 + step);
    return between.every(isUnassigned) ? [code, ...between] : [code];
  });
  const ranges = isNegated
    ? rangesOf(rest(codes), escaped) +
      `\\u{10000}-\\u{${(IDEOGRAPHS[0] - 1).toString(16)}}\\u{${(IDEOGRAPHS[1] + 1).toString(16)}}-\\u{10ffff}`
    : rangesOf(codes, escaped) + IDEOGRAPHS.map(escaped).join('-');
  known.set(isNegated, ranges);
  return ranges;
}

/** The planes that are for ideographs alone. */
const IDEOGRAPHS = [0x20000, 0x3ffff];
const isHan = (code) => /\p{Script=Han}/u.test(String.fromCodePoint(code));
const isUnassigned = (code) => /\p{Cn}/u.test(String.fromCodePoint(code));

/** What codes of the first plane are not. */
function rest(codes) {
  const has = new Set(codes);
  return Array.from({ length: 0x10000 }, (_, code) => code).filter((code) => !has.has(code));
}

const escaped = (code) =>
  code > 0xffff ? `\\u{${code.toString(16)}}` : `\\u${code.toString(16).padStart(4, '0')}`;
