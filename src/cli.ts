import { Command, CommanderError, InvalidArgumentError, Option } from 'commander';
import type { Language, Words } from './diagnostic.ts';
import { dayOption, monthOption, periodOption, yearOption } from './commands/date-options.ts';
import { UserError } from './errors.ts';
import { processIo, withSafeOutput, type Io } from './io.ts';
import {
  bug,
  errorPrefix,
  exitCodes,
  help,
  helpOfCommands,
  helpTitles,
  optionNotes,
  outputLost,
  usageError,
} from './messages/cli.ts';
import { localeLanguage } from './messages/locale.ts';
import { wantsColour } from './reporters/style.ts';
import { areOpposed } from './source/suggest/opposites.ts';

/** All commands: each reads, calls one function of the core and writes; its code is loaded when it is called. */
function commands(program: Command, run: Runner, say: (words: Words) => string): void {
  program
    .command('new')
    .summary(say(help.new))
    .description(say(help.new))
    .argument('[year]', say(help.newYear), year)
    .option('--template <id|file>', say(help.newTemplate))
    .option('--organization <name>', say(help.newOrganization))
    .option('--title <title>', say(help.newTitle))
    .option('--from <file>', say(help.newFrom))
    .option('--no-from', say(help.newNoFrom))
    .addOption(new Option('--language <language>', say(help.newLanguage)).choices(['zh', 'en']))
    .option('--answers <file>', say(help.newAnswers))
    .option('-o, --out <file>', say(help.newOut))
    .option('-f, --force', say(help.newForce))
    .option('-y, --yes', say(help.newYes))
    .option('--list', say(help.newList))
    .action(run(async () => (await import('./commands/new.ts')).newDraft));
  program
    .command('lint')
    .summary(say(help.lint))
    .description(say(help.lint))
    .argument('[files...]', say(help.lintFiles))
    .addOption(formatOption(say(help.lintFormat), ['text', 'json'], 'text'))
    .option('--rule <id:level>', say(help.lintRule), collect)
    .option('--only <rule>', say(help.lintOnly), collect)
    .option('--skip <rule>', say(help.lintSkip), collect)
    .addOption(new Option('--keys <set>', say(help.lintKeys)).choices(['zh', 'en']))
    .option('--no-inline', say(help.lintNoInline))
    .option('--max-warnings <number>', say(help.lintMaxWarnings), count)
    .option('--today <date>', say(help.lintToday), (text: string) => dayOption('--today', text))
    .option('--quiet', say(help.lintQuiet))
    .option('--print-config', say(help.lintPrintConfig))
    .option('--fix', say(help.lintFix))
    .option('--fix-unsafe', say(help.lintFixUnsafe))
    .option('--dry-run', say(help.dryRun))
    .addOption(new Option('--fix-dry-run', say(help.dryRun)).hideHelp())
    .option('--no-ignore', say(help.noIgnore))
    .option('-o, --out <file>', say(help.statusOut))
    .option('-f, --force', say(help.newForce))
    .action(run(async () => (await import('./commands/lint.ts')).lintDrafts));
  program
    .command('render')
    .summary(say(help.render))
    .description(say(help.render))
    .argument('<files...>', say(help.renderFile))
    .addOption(formatOption(say(help.renderTo), undefined, 'md'))
    .option('-o, --out <path>', say(help.renderOut))
    .option('--draft', say(help.renderDraft))
    .option('--internal', say(help.renderInternal))
    .option('-f, --force', say(help.renderForce))
    .option('--no-ignore', say(help.noIgnore))
    .action(run(async () => (await import('./commands/render.ts')).renderDrafts));
  program
    .command('figures')
    .summary(say(help.figures))
    .description(say(help.figures))
    .argument('[files...]', say(help.lintFiles))
    .addOption(formatOption(say(help.figuresFormat), ['text', 'csv', 'md', 'json'], 'text'))
    .option('-o, --out <file>', say(help.statusOut))
    .option('-f, --force', say(help.newForce))
    .option('--no-ignore', say(help.noIgnore))
    .action(run(async () => (await import('./commands/figures.ts')).listFigures));
  const diff = run(async () => (await import('./commands/diff.ts')).diffDrafts);
  program
    .command('diff')
    .summary(say(help.diff))
    .description(say(help.diff))
    .argument('<before>', say(help.diffBefore))
    .argument('<after>', say(help.diffAfter))
    .addOption(formatOption(say(help.diffFormat), ['text', 'md', 'json'], 'text'))
    .option('-o, --out <file>', say(help.statusOut))
    .option('-f, --force', say(help.newForce))
    .action((before: string, after: string, options: object) => diff([before, after], options));
  program
    .command('status')
    .summary(say(help.status))
    .description(say(help.status))
    .argument('[files...]', say(help.lintFiles))
    .addOption(
      new Option('--by <key>', say(help.statusBy)).choices(['lead', 'due', 'origin']).default('lead'),
    )
    .option('--on <date>', say(help.statusOn), (text: string) => dayOption('--on', text))
    .option('--lead <name>', say(help.statusLead))
    .option('--due <date>', say(help.statusDue), (text: string) => periodOption('--due', text))
    .option('--days <number>', say(help.statusDays), count, 30)
    .option('--stale <days>', say(help.statusStale), count, 60)
    .option('--all', say(help.statusAll))
    .option('--bulletin <month>', say(help.statusBulletin), (text: string) => monthOption('--bulletin', text))
    .addOption(formatOption(say(help.figuresFormat), ['text', 'csv', 'md', 'json'], 'text'))
    .option('-o, --out <file>', say(help.statusOut))
    .option('-f, --force', say(help.newForce))
    .option('--no-ignore', say(help.noIgnore))
    .action(run(async () => (await import('./commands/status.ts')).showStatus));
  program
    .command('split')
    .summary(say(help.split))
    .description(say(help.split))
    .argument('<draft>', say(help.splitDraft))
    .option('--join', say(help.splitJoin))
    .option('--dry-run', say(help.dryRun))
    .action(run(async () => (await import('./commands/split.ts')).splitSections));
  program
    .command('import')
    .summary(say(help.import))
    .description(say(help.import))
    .argument('[files...]', say(help.importFiles))
    .option('-o, --out <path>', say(help.importOut))
    .option('--year <year>', say(help.newYear), year)
    .option('--organization <name>', say(help.newOrganization))
    .option('--title <title>', say(help.newTitle))
    .addOption(new Option('--language <language>', say(help.importLanguage)).choices(['zh', 'en']))
    .addOption(new Option('--keys <set>', say(help.importKeys)).choices(['zh', 'en']))
    .option('--template <id|file>', say(help.importTemplate))
    .option('--into <draft>', say(help.importInto))
    .option('--section <id>', say(help.importSection))
    .option('--keep-all', say(help.importKeepAll))
    .option('--no-figures', say(help.importNoFigures))
    .option('-f, --force', say(help.newForce))
    .action(run(async () => (await import('./commands/import.ts')).importFiles));
  program
    .command('explain')
    .summary(say(help.explain))
    .description(say(help.explain))
    .argument('[rule]', say(help.explainRule))
    .action(run(async () => (await import('./commands/explain.ts')).explainRule));
}

/** `--to` and `--format` are one option, and so is `-t`; what stands for it without one is said, and left to the command. */
function formatOption(description: string, choices: readonly string[] | undefined, usual: string): Option {
  const option = new Option(`--to, --format <format${choices ? '' : 's'}>`, description).default(
    undefined,
    usual,
  );
  return choices ? option.choices(choices) : option;
}

/** What every command gets besides its own options: the language asked for, if any, and the program’s version. */
export interface GlobalOptions {
  readonly lang?: Language;
  readonly version: string;
}

type CommandFunction = (argument: never, options: never, io: Io) => Promise<number>;
type Runner = (load: () => Promise<CommandFunction>) => (argument: unknown, options: object) => Promise<void>;

/** Runs one command line; every way to end is an exit code. */
export async function run(argv: readonly string[], given: Io | undefined, version: string): Promise<number> {
  const outside = given ?? processIo();
  const io = withSafeOutput(outside, (isTTY) => wantsColour(isTTY, outside.env));
  const lang = languageAsked(argv);
  const language = lang ?? localeLanguage(io.env, io.locale) ?? 'en';
  const code = await ended(argv, io, version, lang, language);
  return lost(io, language) ? Math.max(code, 2) : code;
}

async function ended(
  argv: readonly string[],
  io: Io,
  version: string,
  lang: Language | undefined,
  language: Language,
): Promise<number> {
  let code = 0;
  const runner: Runner = (load) => async (argument, options) => {
    const command = (await load()) as (argument: unknown, options: unknown, io: Io) => Promise<number>;
    code = await command(argument, { ...options, version, ...(lang && { lang }) }, io);
  };
  const program = build(io, language, version);
  commands(program, runner, (words) => words[language]);
  inherit(program, io, language);
  try {
    if (argv.length === 0) {
      io.stderr.write(program.helpInformation());
      return 2;
    }
    await program.parseAsync(asOptions(argv, program), { from: 'user' });
    return code;
  } catch (error) {
    // an option without a command asks for nothing, as a bare `report` does
    if (error instanceof CommanderError && error.code === 'commander.help') {
      io.stderr.write(program.helpInformation());
      return 2;
    }
    const command = argv.find((word) => program.commands.some((each) => each.name() === word));
    return failure(error, io, language, command ?? '');
  }
}

/** `report help lint` asks for what `report lint --help` does; `-t` is `--to`. */
function asOptions(argv: readonly string[], program: Command): readonly string[] {
  const end = argv.indexOf('--');
  const words = argv.map((word, index) => (word === '-t' && (end === -1 || index < end) ? '--to' : word));
  const at = words.findIndex((word, index) => !word.startsWith('-') && words[index - 1] !== '--lang');
  if (words[at] !== 'help') return words;
  const [name, ...more] = words.filter(
    (word, index) => index > at && !word.startsWith('-') && words[index - 1] !== '--lang',
  );
  if (more.length > 0) throw new CommanderError(1, 'commander.excessArguments', 'too many');
  if (name !== undefined && name !== 'help' && !program.commands.some((command) => command.name() === name))
    return [name];
  return [...(name === undefined || name === 'help' ? [] : [name]), '--help'];
}

/** Says that what was to be read by others was not written whole; whether that is so. */
function lost(io: Io, language: Language): boolean {
  const failure = io.stdout.failure?.();
  if (failure) io.stderr.write(`${errorPrefix[language]}${outputLost(failure.message)[language]}\n`);
  return failure !== undefined || io.stderr.failure?.() !== undefined;
}

function build(io: Io, language: Language, version: string): Command {
  return new Command('report')
    .description(help.program[language])
    .version(version, '-V, --version', help.version[language])
    .addOption(new Option('--lang <language>', help.language[language]).choices(['zh', 'en']))
    .addHelpText('after', helpOfCommands[language] + exitCodes[language])
    .configureOutput({ writeOut: (text) => io.stdout.write(text), writeErr: () => undefined });
}

/** Help and errors of every command in the same language and to the same streams. */
function inherit(program: Command, io: Io, language: Language): void {
  for (const command of [program, ...program.commands]) {
    command
      .exitOverride()
      .showSuggestionAfterError(true)
      .helpOption('-h, --help', help.help[language])
      .configureOutput({ writeOut: (text) => io.stdout.write(text), writeErr: () => undefined })
      .configureHelp({
        styleTitle: (title) => (language === 'zh' ? (helpTitles[title] ?? title) : title),
        styleUsage: (usage) =>
          language === 'zh' ? usage.replace('[options]', '[选项]').replace('[command]', '[命令]') : usage,
        subcommandTerm: (sub) =>
          [
            sub.name(),
            ...sub.registeredArguments.map((argument) =>
              bracketed(argument.name(), argument.required, argument.variadic),
            ),
          ].join(' '),
        optionDescription: ({ description, argChoices, defaultValue, defaultValueDescription }) =>
          description + optionNotes(argChoices, defaultValueDescription ?? defaultValue, language),
        showGlobalOptions: true,
      });
    if (command !== program)
      command.addOption(
        new Option('--lang <language>', help.language[language]).choices(['zh', 'en']).hideHelp(),
      );
  }
  program.helpCommand(false);
}

const bracketed = (name: string, required: boolean, variadic: boolean): string =>
  required ? `<${name}>` : `[${name}${variadic ? '...' : ''}]`;

/** The language that the command line asks for, needed before it is parsed. */
function languageAsked(argv: readonly string[]): Language | undefined {
  const at = argv.findIndex((word) => word === '--lang' || word.startsWith('--lang='));
  const value = argv[at]?.includes('=') ? argv[at]?.split('=')[1] : argv[at + 1];
  return at !== -1 && (value === 'zh' || value === 'en') ? value : undefined;
}

function failure(error: unknown, io: Io, language: Language, command: string): number {
  const tell = (words: Words): void => io.stderr.write(`${errorPrefix[language]}${words[language]}\n`);
  if (error instanceof CommanderError) {
    if (error.exitCode === 0) return 0;
    tell(usageError(error.code, withoutOpposed(error.message), command));
    return 2;
  }
  if (error instanceof UserError) {
    tell(error.words);
    return 2;
  }
  tell(bug);
  io.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
  return 3;
}

/** What commander says, with no suggestion left that denies what was written: --no-forc is never --force. */
function withoutOpposed(message: string): string {
  const [, written = ''] = /'([^']*)'/.exec(message) ?? [];
  return message.replace(/Did you mean (?:one of )?([^)?]+)\?/, (_, near: string) => {
    const left = near.split(', ').filter((each) => !areOpposed(written, each));
    return left.length === 0 ? '' : `Did you mean ${left.join(', ')}?`;
  });
}

/** The year of a report, by its number: 2018, FY2018, 2018年. */
function year(text: string): number {
  const read = yearOption(text);
  if (read === undefined) throw new InvalidArgumentError('year');
  return read;
}

/** An option that may be given several times. */
const collect = (word: string, before: readonly string[] = []): readonly string[] => [...before, word];

/** A whole number from 0. */
function count(text: string): number {
  if (!/^\d{1,9}$/.test(text)) throw new InvalidArgumentError('count');
  return Number(text);
}
