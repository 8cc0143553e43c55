import type { Argument, Command, Option } from 'commander';
import type { Language } from '../../diagnostic.ts';
import type { Io } from '../../io.ts';
import { collect } from '../options.ts';
import { nothing, type Candidate, type Completion } from './candidate.ts';
import { pathsFor } from './paths.ts';
import { valueNamed, wordsOf, type Value } from './values.ts';

/** What is known of a command line whose last word is being written. */
interface Line {
  readonly command: Command | undefined;
  /** What the command, or the program without one, takes. */
  readonly options: readonly Option[];
  readonly used: ReadonlySet<Option>;
  /** How many words stand before it that are no options and no values of them, the command not counted. */
  readonly position: number;
  /** The option whose value it is. */
  readonly valueOf: Option | undefined;
  /** Whether no options may follow. */
  readonly isClosed: boolean;
}

/** What fits the last of the words of a command line, by what the program declares: commands, options, values and files. */
export async function complete(
  program: Command,
  words: readonly string[],
  language: Language,
  io: Io,
): Promise<Completion> {
  const written = words.at(-1) ?? '';
  const line = read(program, words.slice(0, -1));
  const of = (value: Value | undefined, text: string): Promise<Completion> =>
    completeValue(value ?? { files: /./ }, text, language, io);
  if (line.valueOf) return of(valueOfOption(line.valueOf), written);
  if (!line.isClosed) {
    const [, name, value] = /^(--[^=]+)=(.*)$/s.exec(written) ?? [];
    const option = line.options.find((each) => name !== undefined && isNamed(each, name));
    if (option !== undefined && value !== undefined) {
      const { candidates, arePaths } = await of(valueOfOption(option), value);
      return { candidates: candidates.map((each) => ({ ...each, word: `${name}=${each.word}` })), arePaths };
    }
    if (written.startsWith('-')) return { ...nothing, candidates: optionsFor(line, written) };
  }
  if (line.command === undefined) return { ...nothing, candidates: commandsFor(program, written, language) };
  const found = await of(valueOfArgument(line.command, argumentAt(line.command, line.position)), written);
  return found.candidates.length > 0 || written !== '' || line.isClosed
    ? found
    : { ...nothing, candidates: optionsFor(line, '--') };
}

/** Follows the words that stand before the one that is being written. */
function read(program: Command, words: readonly string[]): Line {
  const used = new Set<Option>();
  let line: Line = {
    command: undefined,
    options: program.options,
    used,
    position: 0,
    valueOf: undefined,
    isClosed: false,
  };
  for (const word of words) {
    if (line.valueOf) line = { ...line, valueOf: undefined };
    else if (word === '--' && !line.isClosed) line = { ...line, isClosed: true };
    else if (/^-./s.test(word) && !line.isClosed) {
      const option = optionIn(line, word);
      if (option) used.add(option);
      line = { ...line, valueOf: option && takesNext(option, word) ? option : undefined };
    } else if (line.command) line = { ...line, position: line.position + 1 };
    else if (word !== 'help') line = { ...line, ...called(program, word) };
  }
  return line;
}

const optionIn = ({ options }: Line, word: string): Option | undefined => {
  const name = word === '-t' ? '--to' : word.replace(/=.*/s, '');
  return options.find((each) => isNamed(each, name));
};

/** Whether the value of an option is the next word. */
const takesNext = ({ required, optional }: Option, word: string): boolean =>
  !word.includes('=') && (required || optional);

/** The command of a name, and what it takes: an unknown one takes nothing that is known. */
function called(program: Command, name: string): Pick<Line, 'command' | 'options'> {
  const command = program.commands.find((each) => each.name() === name);
  return command
    ? { command, options: [...command.options, ...helpOf(command)] }
    : { command: program, options: [] };
}

const isNamed = (option: Option, word: string): boolean => option.short === word || option.long === word;

/** The option that shows the help, which commander keeps apart. */
const helpOf = (command: Command): readonly Option[] =>
  command
    .createHelp()
    .visibleOptions(command)
    .filter(({ long }) => long === '--help');

const argumentAt = (command: Command, position: number): Argument | undefined => {
  const all = command.registeredArguments;
  return all[position] ?? (all.at(-1)?.variadic ? all.at(-1) : undefined);
};

/** The choices of an option or argument, with what is known of them. */
const ofChoices = (choices: readonly string[], known: Value = {}): Value => ({
  words: async (language) => {
    const all = (await known.words?.(language)) ?? [];
    return choices.map((word) => all.find((each) => each.word === word) ?? { word });
  },
});

/** Whether `=` and a file may follow each word of an option’s value. */
const takesFile = ({ flags }: Option): boolean => flags.includes('[=');

/** What stands for the value of an option: one of its choices, or what its names say; undefined where they say nothing. */
export function valueOfOption(option: Option): Value | undefined {
  const [, name = ''] = /[<[]([^<>[\]]+)/.exec(option.flags) ?? [];
  const known = valueNamed([option.long ?? '', name.replace(/\.\.\.$/, '')]);
  if (option.argChoices === undefined) return known;
  return { ...ofChoices(option.argChoices, known), ...(takesFile(option) && { takesFile: true }) };
}

/** What stands for an argument of a command, in the same way; nothing where there is none. */
export function valueOfArgument(command: Command, argument: Argument | undefined): Value | undefined {
  if (argument === undefined) return {};
  if (argument.argChoices) return ofChoices(argument.argChoices);
  return valueNamed([`${command.name()} ${argument.name()}`, argument.name()]);
}

async function completeValue(value: Value, written: string, language: Language, io: Io): Promise<Completion> {
  const words = await wordsOf(value, written, language);
  const [, format = '', path] = (value.takesFile && /^([^=]*=)(.*)$/s.exec(written)) || [];
  if (path !== undefined)
    return {
      candidates: pathsFor(io, path, /./).map(({ word }) => ({ word: format + word })),
      arePaths: true,
    };
  const paths = value.files ? pathsFor(io, written, value.files) : [];
  return { candidates: [...words, ...paths], arePaths: paths.length > 0 };
}

function commandsFor(program: Command, written: string, language: Language): readonly Candidate[] {
  return program
    .createHelp()
    .visibleCommands(program)
    .map((each) => ({ word: each.name(), note: each.summary() || each.description() }))
    .concat({ word: 'help', note: language === 'zh' ? '显示帮助' : 'show help' })
    .filter(({ word }) => word.startsWith(written));
}

const isRepeated = (option: Option): boolean =>
  option.variadic || option.parseArg === (collect as unknown) || takesFile(option);

/** Options that may still be given: a second time only those of which several count. */
function optionsFor({ options, used }: Line, written: string): readonly Candidate[] {
  return options
    .filter((option) => !used.has(option) || isRepeated(option))
    .filter((option) => !option.hidden || option.long === '--lang')
    .flatMap(({ short, long, description }): Candidate[] => {
      const names = [long, short].filter((name): name is string => name?.startsWith('--') === true);
      return names.map((word) => ({ word, note: description }));
    })
    .filter(({ word }) => word.startsWith(written))
    .sort((a, b) => (a.word < b.word ? -1 : 1));
}
