import type { Language, Words } from '../diagnostic.ts';
import type { Io } from '../io.ts';
import { errorPrefix } from '../messages/cli.ts';

/** Says one line to the person who runs the program. */
export const tell = (io: Io, words: Words, language: Language): void => io.stderr.write(`${errorPrefix[language]}${words[language]}\n`);
