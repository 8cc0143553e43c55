import { InvalidArgumentError, Option } from 'commander';
import { isState, type StateName } from '../ledger/standing-states.ts';
import { yearOption } from '../commands/date-options.ts';

/** `--to` and `--format` are one option, and so is `-t`; what stands for it without one is said, and left to the command. */
export function formatOption(
  description: string,
  choices: readonly string[] | undefined,
  usual: string,
): Option {
  const option = new Option(`--to, --format <format${choices ? '' : 's'}>`, description).default(
    undefined,
    usual,
  );
  return choices ? option.choices(choices) : option;
}

/** `--format` as often as wanted, each with the file that it goes to: `sarif=out.sarif`. */
export function findingsOption(description: string, choices: readonly string[], usual: string): Option {
  const option = new Option('--to, --format <format[=file]>', description).default(undefined, usual);
  return option.choices(choices).argParser((word: string, before: readonly string[] = []) => {
    const [format = ''] = word.split('=');
    if (!choices.includes(format))
      throw new InvalidArgumentError(`Allowed choices are ${choices.join(', ')}.`);
    if (word === `${format}=`) throw new InvalidArgumentError('file');
    return [...before, word];
  });
}

/** The year of a report, by its number: 2018, FY2018, 2018年. @throws InvalidArgumentError */
export function year(text: string): number {
  const read = yearOption(text);
  if (read === undefined) throw new InvalidArgumentError('year');
  return read;
}

/** A month of the year by its number. @throws InvalidArgumentError */
export function month(text: string): number {
  if (!/^(?:[1-9]|1[0-2])$/.test(text)) throw new InvalidArgumentError('month');
  return Number(text);
}

/** An option that may be given several times. */
export const collect = (word: string, before: readonly string[] = []): readonly string[] => [...before, word];

/** A whole number from 0. @throws InvalidArgumentError */
export function count(text: string): number {
  if (!/^\d{1,9}$/.test(text)) throw new InvalidArgumentError('count');
  return Number(text);
}

/** Four lengths in millimetres: top, right, bottom, left. @throws InvalidArgumentError */
export function margins(text: string): readonly number[] {
  const lengths = text.split(/[,，]/).map((each) => each.trim());
  const isLength = (each: string): boolean => /^\d{1,3}(?:\.\d)?$/.test(each) && Number(each) <= 90;
  if (lengths.length !== 4 || !lengths.every(isLength)) throw new InvalidArgumentError('margins');
  return lengths.map(Number);
}

/** A share in percent, from 0 to 100, with or without its sign; 0.8 may be meant as 80. @throws InvalidArgumentError */
export function percentage(text: string): number {
  const [, number = '', sign] = /^(\d{1,3}(?:\.\d{1,6})?) ?([%％])?$/.exec(text) ?? [];
  const isShare = number !== '' && Number(number) <= 100;
  if (!isShare || (sign === undefined && number.includes('.') && Number(number) <= 1))
    throw new InvalidArgumentError('percentage');
  return Number(number);
}

/** States of targets, with commas or the option several times. @throws InvalidArgumentError */
export function stateNames(text: string, before: readonly StateName[] = []): readonly StateName[] {
  const names = text.split(/[,，、]/).map((name) => name.trim());
  for (const name of names) if (!isState(name)) throw new InvalidArgumentError('state');
  return [...new Set([...before, ...names.filter(isState)])];
}
