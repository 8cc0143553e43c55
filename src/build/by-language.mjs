import { RegExpParser } from '@eslint-community/regexpp';
import { edited, moduleConstants } from './module-constants.mjs';

const parser = new RegExpParser({ ecmaVersion: 2024 });

/**
 * Code in which what an expression has for English is compiled and sought only in a text that may hold English: one with a
 * vowel of Latin script, which most Chinese texts lack. V8 compiles an expression as a whole when it is first used, which takes
 * longer than most uses. Touches constants that keep no place, where they are asked `test`, `exec` or `matchAll`; what they
 * answer stays the same.
 */
export function byLanguage(code) {
  const { constants, tree, around } = moduleConstants(code, (init) => init?.regex !== undefined);
  const expressions = constants.map(({ name, end, init, uses }) => ({
    name,
    end,
    regex: init.regex,
    uses: uses.map(({ node, around }) => useOf(node, around)).filter(Boolean),
  }));
  for (const [node, above] of around) {
    const use = node.regex ? useOf(node, above) : undefined;
    if (use === undefined) continue;
    const { end } = tree.body.find((statement) => statement.end >= node.end);
    expressions.push({ name: `written$${node.start}`, end, regex: node.regex, raw: node.raw, uses: [use] });
  }
  const edits = expressions.flatMap(editsOf);
  return edits.length === 0 ? code : edited(code, [{ start: 0, end: 0, text: MAY_BE_ENGLISH }, ...edits]);
}

/** What asks an expression by its parts, in place of what asks it as a whole. */
function editsOf({ name, end, regex, raw, uses }) {
  const parts = uses.length > 0 ? partsOf(regex) : undefined;
  if (parts === undefined) return [];
  const isPure = parts.chinese === undefined;
  const asked = uses.filter(
    ({ method }) => (method === 'matchAll' || !/[gy]/.test(regex.flags)) && (method === 'test' || isPure),
  );
  if (asked.length === 0) return [];
  const methods = [...new Set(asked.map(({ method }) => method))];
  const made = methods.map((method) => asking[method](name, parts, regex.flags)).join('');
  // one that stands where it is asked becomes a constant
  const constant = raw !== undefined && isPure ? `\nconst ${name}=${raw};` : '';
  return [...asked.flatMap(({ edits }) => edits(name)), { start: end, end, text: constant + made }];
}

const MAY_BE_ENGLISH = 'const mayBeEnglish$=/[AEIOUYaeiouy]/;\n';

/** What asks an expression of the parts, by what it is asked. */
const asking = {
  test: (name, { chinese, english }, flags) =>
    chinese === undefined
      ? `\nfunction ${name}$test(text){return mayBeEnglish$.test(text)&&${name}.test(text)}`
      : `\nconst ${name}$zh=/${chinese}/${flags};\nconst ${name}$en=/${english}/${flags};` +
        `\nfunction ${name}$test(text){return ${name}$zh.test(text)||mayBeEnglish$.test(text)&&${name}$en.test(text)}`,
  exec: (name) => `\nfunction ${name}$exec(text){return mayBeEnglish$.test(text)?${name}.exec(text):null}`,
  matchAll: (name) =>
    `\nfunction ${name}$matchAll(text){return mayBeEnglish$.test(text)?text.matchAll(${name}):[]}`,
};

/** How an expression is asked, and the edits that ask by a function instead; undefined where it is used otherwise. */
const useOf = (node, around) => askedOfIt(node, around) ?? soughtIn(node, around);

/** `it.test(text)`, `it.exec(text)` */
function askedOfIt(node, around) {
  const [call, member] = [around.at(-3), around.at(-2)];
  if (!isMethod(member, ['test', 'exec']) || member.object !== node) return undefined;
  if (call?.type !== 'CallExpression' || call.callee !== member || call.arguments.length !== 1)
    return undefined;
  const method = member.property.name;
  return { method, edits: (name) => [{ start: member.start, end: member.end, text: `${name}$${method}` }] };
}

/** `text.matchAll(it)` */
function soughtIn(node, around) {
  const call = around.at(-2);
  if (call?.type !== 'CallExpression' || call.arguments.length !== 1 || call.arguments[0] !== node)
    return undefined;
  const { callee, start, end } = call;
  if (!isMethod(callee, ['matchAll'])) return undefined;
  return {
    method: 'matchAll',
    edits: (name) => [
      { start, end: start, text: `${name}$matchAll(` },
      { start: callee.object.end, end, text: ')' },
    ],
  };
}

const isMethod = (node, names) =>
  node?.type === 'MemberExpression' && !node.computed && !node.optional && names.includes(node.property.name);

/**
 * The alternatives of an expression that need a vowel of Latin script, and the others; undefined where there are none of the
 * first, or where a group is referred to.
 */
function partsOf({ pattern, flags }) {
  if (flags.includes('v') || /\\[1-9k]/.test(pattern)) return undefined;
  const { alternatives } = parser.parsePattern(pattern, 0, pattern.length, { unicode: flags.includes('u') });
  const [english, chinese] = [
    alternatives.filter(needsVowel),
    alternatives.filter((each) => !needsVowel(each)),
  ];
  if (english.length === 0) return undefined;
  const printed = (some) => some.map(({ raw }) => raw).join('|');
  return { english: printed(english), chinese: chinese.length === 0 ? undefined : printed(chinese) };
}

/** Whether nothing matches a part of an expression but with a vowel in it. */
function needsVowel(part) {
  switch (part.type) {
    case 'Alternative':
      return part.elements.some(needsVowel);
    case 'Group':
    case 'CapturingGroup':
      return part.alternatives.every(needsVowel);
    case 'Quantifier':
      return part.min > 0 && needsVowel(part.element);
    case 'Character':
      return isVowel(part.value);
    case 'CharacterClass':
      return !part.negate && part.elements.length > 0 && part.elements.every(needsVowel);
    default:
      return false;
  }
}

const isVowel = (code) => 'AEIOUYaeiouy'.includes(String.fromCodePoint(code));
