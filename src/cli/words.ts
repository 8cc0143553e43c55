import { CommanderError, type Command } from 'commander';
import type { Language } from '../diagnostic.ts';

/** The language that the command line asks for, needed before it is parsed. */
export function languageAsked(argv: readonly string[]): Language | undefined {
  const at = argv.findIndex((word) => word === '--lang' || word.startsWith('--lang='));
  const value = argv[at]?.includes('=') ? argv[at]?.split('=')[1] : argv[at + 1];
  return at !== -1 && (value === 'zh' || value === 'en') ? value : undefined;
}

/** The words as commander reads them: `report help lint` asks for what `report lint --help` does; `-t` is `--to`. @throws CommanderError */
export function asOptions(argv: readonly string[], program: Command): readonly string[] {
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
