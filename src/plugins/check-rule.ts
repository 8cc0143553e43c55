import type { Language, Message, Words } from '../diagnostic.ts';
import { settable, type Handlers, type Rule } from '../rules/rule.ts';
import { suggest } from '../source/suggest/suggest.ts';
import { checkExamples } from './check-examples.ts';
import { checkOptions } from './check-options.ts';
import { checkTexts, checkWords, isObject } from './check-words.ts';
import { Problems } from './problems.ts';

const subjects = [
  'report',
  'section',
  'metric',
  'table',
  'target',
  'body',
  'text',
  'statement',
  'sentence',
  'figure',
] as const satisfies readonly (keyof Handlers)[];

const parts = [
  'id',
  'severity',
  'languages',
  'figures',
  'compares',
  'options',
  'summary',
  'why',
  'messages',
  'on',
  'needs',
  'scope',
  'onReserved',
  'examples',
] as const satisfies readonly (keyof Rule)[];

/** Letters and digits, and hyphens between them, before and behind one stroke. */
const ID =
  /^[\p{Ll}\p{Lo}\p{N}]+(?:-[\p{Ll}\p{Lo}\p{N}]+)*\/[\p{Ll}\p{Lo}\p{N}]+(?:-[\p{Ll}\p{Lo}\p{N}]+)*$/u;

/** A rule that somebody else wrote, as one of ours; what is wrong with it joins the problems, and then it is not to be run. */
export function checkRule(value: unknown, index: number, problems: Problems): Rule | undefined {
  const named = isObject(value) && typeof value['id'] === 'string' ? value['id'] : undefined;
  problems.of(
    named === undefined
      ? { en: `rule ${index + 1}`, zh: `第${index + 1}条规则` }
      : { en: `rule “${named}”`, zh: `规则“${named}”` },
  );
  if (!isObject(value)) {
    problems.add(
      'a rule is an object: { id, severity, summary, why, messages, on }',
      '规则应是对象：{ id, severity, summary, why, messages, on }',
    );
    return undefined;
  }
  const before = problems.all.length;
  checkKeys(value, problems);
  checkId(value['id'], problems);
  const rule = {
    id: String(named),
    severity: oneOf(value['severity'], 'severity', settable, problems),
    summary: checkWords(value['summary'], 'summary', problems),
    why: checkWords(value['why'], 'why', problems),
    messages: checkMessages(value['messages'], problems),
    on: checkHandlers(value['on'], problems),
    examples: {},
    ...checkReach(value, problems),
    ...(value['options'] !== undefined && { options: checkOptions(value['options'], problems) }),
  };
  const examples = checkExamples(value['examples'], rule, problems);
  return problems.all.length > before ? undefined : { ...rule, examples };
}

/** A part that is misspelt would be left out in silence. */
function checkKeys(value: Readonly<Record<string, unknown>>, problems: Problems): void {
  for (const key of Object.keys(value)) {
    if ((parts as readonly string[]).includes(key)) continue;
    const near = suggest(key, parts);
    if (near !== undefined && value[near] === undefined)
      problems.add(
        `“${key}” is no part of a rule; “${near}” was probably meant`,
        `没有“${key}”这一项，应是“${near}”`,
      );
  }
}

function checkId(id: unknown, problems: Problems): void {
  if (id === undefined) return problems.missing('id', `'bureau/leads-named'`);
  if (typeof id === 'string' && ID.test(id)) return;
  const isBare = typeof id === 'string' && ID.test(`a/${id}`);
  if (isBare)
    problems.add(
      `the id needs a prefix of your own, such as “bureau/${id}”, so that no built-in rule ever has it`,
      `id 要带自己的前缀，如“bureau/${id}”，以免与内置规则重名`,
    );
  else
    problems.add(
      `“${String(id)}” is not an id; write small letters, digits and hyphens with a prefix: bureau/leads-named`,
      `“${String(id)}”不能作 id：请写小写字母、汉字、数字和连字符，并带前缀，如 bureau/leads-named`,
    );
}

function checkMessages(value: unknown, problems: Problems): Rule['messages'] {
  const form = `{ <id>: { en: (data) => '…', zh: (data) => '…' } }`;
  if (value === undefined) problems.missing('messages', form);
  else if (!isObject(value) || Object.keys(value).length === 0) problems.wrong('messages', form);
  const entries = isObject(value) ? Object.entries(value) : [];
  return Object.fromEntries(
    entries.map(([id, message]) => [id, checkMessage(message, `messages.${id}`, problems)]),
  );
}

function checkMessage(value: unknown, what: string, problems: Problems): Message {
  const texts = checkTexts(value, what, problems);
  if (!isObject(value)) return texts;
  return {
    ...texts,
    ...(value['help'] !== undefined && { help: checkTexts(value['help'], `${what}.help`, problems) }),
    ...(value['gap'] !== undefined && { gap: checkTexts(value['gap'], `${what}.gap`, problems) }),
  };
}

function checkHandlers(value: unknown, problems: Problems): Handlers {
  const form = '{ *section(section, context) { … } }';
  if (value === undefined) problems.missing('on', form);
  else if (!isObject(value) || Object.keys(value).length === 0) problems.wrong('on', form);
  if (!isObject(value)) return {};
  for (const [key, handler] of Object.entries(value)) {
    const near = suggest(key, subjects);
    if (!(subjects as readonly string[]).includes(key))
      problems.add(
        `there is no “on.${key}”${near === undefined ? `; a rule may look at ${subjects.join(', ')}` : `; “on.${near}” was probably meant`}`,
        `没有“on.${key}”${near === undefined ? `：可写 ${subjects.join('、')}` : `，应是“on.${near}”`}`,
      );
    else if (typeof handler !== 'function') problems.wrong(`on.${key}`, aFunction);
  }
  return value as Handlers;
}

/** To which reports and texts a rule applies. */
function checkReach(
  { languages, needs, scope, ...flags }: Readonly<Record<string, unknown>>,
  problems: Problems,
): Pick<Rule, 'languages' | 'needs' | 'scope' | 'figures' | 'compares' | 'onReserved'> {
  if (languages !== undefined && !isListOf(languages, (each) => each === 'en' || each === 'zh'))
    problems.wrong('languages', { en: `['en'] or ['zh']`, zh: ` ['en'] 或 ['zh']` });
  if (
    needs !== undefined &&
    !isListOf(needs, (each) => typeof each === 'string' && each === each.toLowerCase())
  )
    problems.wrong('needs', smallWords);
  if (scope !== undefined && scope !== 'draft') problems.wrong('scope', `'draft'`);
  const set = (['figures', 'compares', 'onReserved'] as const).flatMap((name) => {
    const flag = flags[name];
    if (flag !== undefined && typeof flag !== 'boolean') problems.wrong(name, 'true');
    return flag === true ? [[name, true] as const] : [];
  });
  return {
    ...(languages !== undefined && { languages: languages as readonly Language[] }),
    ...(needs !== undefined && { needs: needs as readonly string[] }),
    ...(scope === 'draft' && { scope }),
    ...Object.fromEntries(set),
  };
}

const aFunction: Words = { en: 'a function, *(thing, context) { … }', zh: '函数，*(thing, context) { … }' };
const smallWords: Words = { en: `a list of words in small letters, ['…']`, zh: `词语列表 ['…']，字母用小写` };

const isListOf = (value: unknown, isRight: (each: unknown) => boolean): boolean =>
  Array.isArray(value) && value.length > 0 && value.every(isRight);

/** One of some words. */
function oneOf<T extends string>(value: unknown, what: string, known: readonly T[], problems: Problems): T {
  const form = known.join(', ');
  if (value === undefined) problems.missing(what, form);
  else if (!(known as readonly unknown[]).includes(value))
    problems.wrong(what, { en: `${form}, not “${String(value)}”`, zh: ` ${form}，不能写“${String(value)}”` });
  return value as T;
}
