import { Argument, Option, type Command } from 'commander';
import { dayOption, monthOption, periodOption } from '../commands/date-options.ts';
import type { Language, Words } from '../diagnostic.ts';
import type { Io } from '../io.ts';
import { figuresFormats, diffFormats, statusFormats } from '../ledger/formats.ts';
import { help, lintFormatHelp, renderHelp, renderToHelp } from '../messages/cli.ts';
import { completionHelp, shells } from '../messages/completion.ts';
import { alternatives, audiencesOf, type Format } from '../messages/formats.ts';
import { formats } from '../render/index.ts';
import { reporters } from '../reporters/index.ts';
import {
  collect,
  count,
  findingsOption,
  margins,
  formatOption,
  month,
  percentage,
  stateNames,
  year,
} from './options.ts';

/** A command of the program: reads, calls one function of the core and writes; returns the exit code. */
export type CommandFunction = (argument: never, options: never, io: Io) => Promise<number>;

/** Makes of a command’s code, loaded when it is called, what commander calls. */
export type RunCommand = (
  load: () => Promise<CommandFunction>,
) => (argument: unknown, options: object) => Promise<void>;

/** Declares all commands, in the order of the help; the code of each is loaded when it is called. */
export function declareCommands(program: Command, run: RunCommand, language: Language): void {
  const say = (words: Words): string => words[language];
  const formatsOption = (known: Readonly<Record<string, Format>>): Option =>
    formatOption(say(audiencesOf(known)), Object.keys(known), 'text');
  const configOption = (): Option => new Option('--config <file>', say(help.config));
  const sentOption = (): Option => new Option('--stdin-filename <file>', say(help.stdinFilename));
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
    .addOption(configOption())
    .action(run(async () => (await import('../commands/new.ts')).newDraft));
  program
    .command('lint')
    .summary(say(help.lint))
    .description(say(help.lint))
    .argument('[files...]', say(help.lintFilesAsIs))
    .addOption(findingsOption(say(lintFormatHelp(audiencesOf(reporters))), Object.keys(reporters), 'text'))
    .option('--changed-since <ref>', say(help.lintChangedSince))
    .option('--previous <file>', say(help.lintPrevious))
    .option('--annotate <file>', say(help.lintAnnotate))
    .option('--date <date>', say(help.lintDate), (text: string) => dayOption('--date', text))
    .option('--watch', say(help.lintWatch))
    .option('--rule <id:level>', say(help.lintRule), collect)
    .option('--only <rule>', say(help.lintOnly), collect)
    .option('--skip <rule>', say(help.lintSkip), collect)
    .addOption(new Option('--keys <set>', say(help.lintKeys)).choices(['zh', 'en']))
    .option('--no-inline', say(help.lintNoInline))
    .option('--max-warnings <number>', say(help.lintMaxWarnings), count)
    .option('--min-coverage <percentage>', say(help.lintMinCoverage), percentage)
    .option('--baseline <file>', say(help.lintBaseline))
    .option('--no-baseline', say(help.lintNoBaseline))
    .option('--update-baseline', say(help.lintUpdateBaseline))
    .addOption(new Option('--fail-on <what>', say(help.lintFailOn)).choices(['stale']))
    .option('--today <date>', say(help.lintToday), (text: string) => dayOption('--today', text))
    .option('--quiet', say(help.lintQuiet))
    .option('--statistics', say(help.lintStatistics))
    .option('--print-config', say(help.lintPrintConfig))
    .option('--test-rules', say(help.lintTestRules))
    .option('--fix', say(help.lintFix))
    .option('--fix-unsafe', say(help.lintFixUnsafe))
    .option('--dry-run', say(help.dryRun))
    .addOption(new Option('--fix-dry-run', say(help.dryRun)).hideHelp())
    .option('--no-ignore', say(help.noIgnore))
    .addOption(new Option('--cache', say(help.lintNoCache)).default(true).hideHelp())
    .option('--no-cache', say(help.lintNoCache))
    .option('-o, --out <file>', say(help.lintOut))
    .option('-f, --force', say(help.lintForce))
    .addOption(configOption())
    .addOption(sentOption())
    .action(run(async () => (await import('../commands/lint.ts')).lintDrafts));
  const rendered = say(renderHelp(alternatives(Object.values(formats).map(({ title }) => title))));
  program
    .command('render')
    .summary(rendered)
    .description(rendered)
    .argument('<files...>', say(help.renderFile))
    .addOption(formatOption(say(renderToHelp(Object.keys(formats))), undefined, 'md'))
    .option('-o, --out <path>', say(help.renderOut))
    .option('--draft', say(help.renderDraft))
    .option('--internal', say(help.renderInternal))
    .option('--margins <mm>', say(help.renderMargins), margins)
    .addOption(
      new Option('--page-numbers <place>', say(help.renderPageNumbers)).choices([
        'outside',
        'center',
        'none',
      ]),
    )
    .option('--reference <file>', say(help.renderReference))
    .option('-f, --force', say(help.renderForce))
    .option('--no-ignore', say(help.noIgnore))
    .addOption(configOption())
    .addOption(sentOption())
    .action(run(async () => (await import('../commands/render.ts')).renderDrafts));
  program
    .command('figures')
    .summary(say(help.figures))
    .description(say(help.figures))
    .argument('[files...]', say(help.lintFiles))
    .addOption(formatsOption(figuresFormats))
    .option('-o, --out <file>', say(help.statusOut))
    .option('-f, --force', say(help.newForce))
    .option('--no-ignore', say(help.noIgnore))
    .addOption(configOption())
    .addOption(sentOption())
    .action(run(async () => (await import('../commands/figures.ts')).listFigures));
  const diff = run(async () => (await import('../commands/diff.ts')).diffDrafts);
  program
    .command('diff')
    .summary(say(help.diff))
    .description(say(help.diff))
    .argument('<before>', say(help.diffBefore))
    .argument('<after>', say(help.diffAfter))
    .addOption(formatsOption(diffFormats))
    .option('-o, --out <file>', say(help.statusOut))
    .option('-f, --force', say(help.newForce))
    .addOption(configOption())
    .addOption(sentOption())
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
    .option('--fail-on <states>', say(help.statusFailOn), stateNames)
    .option('--all', say(help.statusAll))
    .option('--bulletin <month>', say(help.statusBulletin), (text: string) => monthOption('--bulletin', text))
    .addOption(formatsOption(statusFormats))
    .option('-o, --out <file>', say(help.statusOut))
    .option('-f, --force', say(help.newForce))
    .option('--no-ignore', say(help.noIgnore))
    .addOption(configOption())
    .addOption(sentOption())
    .action(run(async () => (await import('../commands/status.ts')).showStatus));
  program
    .command('split')
    .summary(say(help.split))
    .description(say(help.split))
    .argument('<draft>', say(help.splitDraft))
    .option('--join', say(help.splitJoin))
    .option('--dry-run', say(help.dryRun))
    .addOption(configOption())
    .action(run(async () => (await import('../commands/split.ts')).splitSections));
  program
    .command('import')
    .summary(say(help.import))
    .description(say(help.import))
    .argument('[files...]', say(help.importFiles))
    .option('-o, --out <path>', say(help.importOut))
    .option('--year <year>', say(help.newYear), year)
    .option('--year-start <month>', say(help.importYearStart), month)
    .addOption(new Option('--year-named <by>', say(help.importYearNamed)).choices(['start', 'end']))
    .option('--organization <name>', say(help.newOrganization))
    .option('--title <title>', say(help.newTitle))
    .addOption(new Option('--language <language>', say(help.importLanguage)).choices(['zh', 'en']))
    .addOption(new Option('--keys <set>', say(help.importKeys)).choices(['zh', 'en']))
    .option('--template <id|file>', say(help.importTemplate))
    .option('--into <draft>', say(help.importInto))
    .option('--section <id>', say(help.importSection))
    .option('--keep-all', say(help.importKeepAll))
    .option('--left-out <file>', say(help.importLeftOut))
    .option('--no-figures', say(help.importNoFigures))
    .option('-f, --force', say(help.newForce))
    .addOption(configOption())
    .action(run(async () => (await import('../commands/import.ts')).importFiles));
  program
    .command('explain')
    .summary(say(help.explain))
    .description(say(help.explain))
    .argument('[rule]', say(help.explainRule))
    .addOption(configOption())
    .action(run(async () => (await import('../commands/lint/explain.ts')).explainRule));
  program
    .command('completion')
    .summary(say(completionHelp.command))
    .description(say(completionHelp.command))
    .addArgument(new Argument('<shell>', say(completionHelp.shell)).choices(shells))
    .addHelpText('after', say(completionHelp.setUp))
    .action(run(async () => (await import('../commands/completion.ts')).printCompletion));
  // what the scripts of the shells ask
  program
    .command('complete', { hidden: true })
    .argument('[words...]')
    .option('--new')
    .action(run(async () => (await import('./completion/answer.ts')).answerFor(program, language)));
}
