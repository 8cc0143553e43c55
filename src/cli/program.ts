import { Command, Option } from 'commander';
import type { Language } from '../diagnostic.ts';
import type { Io } from '../io.ts';
import { help } from '../messages/cli.ts';
import { exitCodes, helpOfCommands, helpTitles, optionNotes } from '../messages/help-frame.ts';

/** The program without its commands. */
export function build(io: Io, language: Language, version: string): Command {
  return new Command('report')
    .description(help.program[language])
    .version(version, '-V, --version', help.version[language])
    .addOption(languageOption(language))
    .addHelpText('after', helpOfCommands[language] + exitCodes[language])
    .configureOutput({ writeOut: (text) => io.stdout.write(text), writeErr: () => undefined });
}

/** Help and errors of every command in the same language and to the same streams. */
export function inherit(program: Command, io: Io, language: Language): void {
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
        argumentDescription: ({ description, argChoices }) =>
          description + optionNotes(argChoices, undefined, language),
        showGlobalOptions: true,
      });
    if (command !== program) command.addOption(languageOption(language).hideHelp());
  }
  program.helpCommand(false);
}

const languageOption = (language: Language): Option =>
  new Option('--lang <language>', help.language[language]).choices(['zh', 'en']);

const bracketed = (name: string, required: boolean, variadic: boolean): string =>
  required ? `<${name}>` : `[${name}${variadic ? '...' : ''}]`;
