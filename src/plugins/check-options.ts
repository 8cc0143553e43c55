import type { Words } from '../diagnostic.ts';
import type { OptionValue, RuleOption, RuleOptions } from '../rules/options.ts';
import { checkWords, isObject } from './check-words.ts';
import type { Problems } from './problems.ts';

/** The options of a rule; one whose example is left out is shown with its default. */
export function checkOptions(value: unknown, problems: Problems): RuleOptions {
  if (!isObject(value)) {
    problems.wrong('options', `{ <name>: { default: …, description: { en: '…', zh: '…' } } }`);
    return {};
  }
  return Object.fromEntries(
    Object.entries(value).map(([name, option]) => [name, checkOption(option, `options.${name}`, problems)]),
  );
}

function checkOption(value: unknown, what: string, problems: Problems): RuleOption {
  const { default: usual, example = usual, description, range } = isObject(value) ? value : {};
  if (usual === undefined) problems.missing(`${what}.default`, aValue);
  else if (!isOptionValue(usual)) problems.wrong(`${what}.default`, aValue);
  if (kindOf(example) !== kindOf(usual)) problems.wrong(`${what}.example`, alike);
  if (range !== undefined && !isRange(range)) problems.wrong(`${what}.range`, '[least, most]');
  return {
    default: usual as OptionValue,
    example: example as OptionValue,
    description: checkWords(description, `${what}.description`, problems),
    ...(isRange(range) && { range }),
  };
}

const aValue: Words = {
  en: 'a number, true or false, a text or a list of texts',
  zh: '数、true 或 false、一段文字，或文字列表',
};
const alike: Words = { en: 'of the same type as the default', zh: '与默认值同类的值' };

const isOptionValue = (value: unknown): value is OptionValue =>
  ['number', 'boolean', 'string'].includes(typeof value) ||
  (Array.isArray(value) && value.every((each) => typeof each === 'string'));

const kindOf = (value: unknown): string => (Array.isArray(value) ? 'list' : typeof value);

const isRange = (value: unknown): value is readonly [number, number] =>
  Array.isArray(value) && value.length === 2 && value.every((each) => typeof each === 'number');
