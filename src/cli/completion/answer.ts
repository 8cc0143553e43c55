import type { Command } from 'commander';
import type { Language } from '../../diagnostic.ts';
import type { Io } from '../../io.ts';
import { complete } from './complete.ts';

/**
 * `report complete -- <words>`, which the scripts of the shells ask: whether paths or words fit where the last word is being written,
 * then each that does, a tab and what it means. With `--new` none of it is written yet.
 */
export const answerFor =
  (program: Command, language: Language) =>
  async (words: readonly string[], { new: isNew }: { readonly new?: boolean }, io: Io): Promise<number> => {
    const { candidates, arePaths } = await complete(program, isNew ? [...words, ''] : words, language, io);
    const lines = candidates.map(({ word, note = '' }) => `${word}\t${note}\n`);
    io.stdout.write(`${arePaths ? 'paths' : 'words'}\n${lines.join('')}`);
    return 0;
  };
