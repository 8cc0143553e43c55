import { CommanderError } from 'commander';
import { declareCommands, type RunCommand } from './cli/commands.ts';
import { failure, isLost } from './cli/failure.ts';
import { build, inherit } from './cli/program.ts';
import { asOptions, languageAsked } from './cli/words.ts';
import type { Language } from './diagnostic.ts';
import { processIo, withSafeOutput, type Io } from './io.ts';
import { localeLanguage } from './messages/locale.ts';
import { wantsColour } from './reporters/style.ts';

/** What every command gets besides its own options: the language asked for, if any, and the program’s version. */
export interface GlobalOptions {
  readonly lang?: Language;
  readonly version: string;
}

/** Runs one command line; every way to end is an exit code. */
export async function run(argv: readonly string[], given: Io | undefined, version: string): Promise<number> {
  const outside = given ?? processIo();
  const io = withSafeOutput(outside, (isTTY) => wantsColour(isTTY, outside.env));
  const lang = languageAsked(argv);
  const language = lang ?? localeLanguage(io.env, io.locale) ?? 'en';
  const code = await ended(argv, io, { version, ...(lang && { lang }) }, language);
  return isLost(io, language) ? Math.max(code, 2) : code;
}

async function ended(
  argv: readonly string[],
  io: Io,
  global: GlobalOptions,
  language: Language,
): Promise<number> {
  let code = 0;
  const runCommand: RunCommand = (load) => async (argument, options) => {
    const command = (await load()) as (argument: unknown, options: unknown, io: Io) => Promise<number>;
    code = await command(argument, { ...options, ...global }, io);
  };
  const program = build(io, language, global.version);
  declareCommands(program, runCommand, language);
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
