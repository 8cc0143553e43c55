import type { Words } from '../diagnostic.ts';

/** What an option of a rule can be set to. */
export type OptionValue = number | boolean | string | readonly string[];

/** Values of options, by name. */
export type Options = Readonly<Record<string, OptionValue>>;

/** An option of a rule. Its default says of what type it is, its example shows how it is set. */
export interface RuleOption<T extends OptionValue = OptionValue> {
  readonly default: T;
  readonly example: T;
  readonly description: Words;
  /** The least and the most that a number may be; left out, from 0 on. */
  readonly range?: readonly [least: number, most: number];
}

/** The options of a rule, each with its default. */
export type RuleOptions<O extends Options = Options> = { readonly [Name in keyof O]: RuleOption<O[Name]> };

/** The value that a text, or a list of texts, sets an option to; undefined where it is none of its type. */
export function readOption(
  { default: usual, range: [least, most] = [0, Infinity] }: RuleOption,
  written: unknown,
): OptionValue | undefined {
  if (Array.isArray(usual))
    return Array.isArray(written) && written.every((each) => typeof each === 'string' && each !== '')
      ? written
      : undefined;
  if (typeof written !== 'string' || written === '') return undefined;
  if (typeof usual === 'string') return written;
  if (typeof usual === 'boolean')
    return written === 'true' || written === 'false' ? written === 'true' : undefined;
  const number = /^-?\d+(?:\.\d+)?$/.test(written) ? Number(written) : NaN;
  return number >= least && number <= most ? number : undefined;
}

/** What an option may be set to, in words. */
export function optionType({ default: usual, range: [least, most] = [0, Infinity] }: RuleOption): Words {
  if (Array.isArray(usual)) return { en: 'a list of texts', zh: '文字列表' };
  if (typeof usual === 'string') return { en: 'a text', zh: '一段文字' };
  if (typeof usual === 'boolean') return { en: 'true or false', zh: 'true 或 false' };
  return most === Infinity
    ? { en: `a number from ${least}`, zh: `不小于${least}的数` }
    : { en: `a number from ${least} to ${most}`, zh: `${least}至${most}的数` };
}

/** The options that a rule runs with: what is set, else its defaults. */
export const resolveOptions = (options: RuleOptions = {}, set: Options = {}): Options =>
  Object.fromEntries(Object.entries(options).map(([name, { default: usual }]) => [name, set[name] ?? usual]));
