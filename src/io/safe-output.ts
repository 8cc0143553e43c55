import type { Io, Output } from './world.ts';

/** What a terminal would obey. Line feeds, tabs and the line breaks of Windows stay; of colours only those that `reporters/style.ts` sets are known. */
const obeyed =
  /\x1B\[(?:[12]|22|3[1-69])m|\r(?!\n)|[\0-\x08\x0B\x0C\x0E-\x1F\x7F-\x9F\u2028\u2029\u202A-\u202E\u2066-\u2069]/g;
/** Commands of GitHub Actions begin a line, after white space of any kind; those of Azure Pipelines (and GitHub’s former ones) stand anywhere in it. */
const lineCommand = /^([^\S\r\n\u2028\u2029]*):(?=:)/gm;
const command = /(##[a-z]*)\[/gi;

const escaped = (character: string): string => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;

/** A text that no terminal and no build service obeys. What they would is shown as its escape, in the way of JSON, so that JSON stays what it was. */
export const safeText = (text: string, colour: boolean): string =>
  withoutCommands(text, colour).replaceAll(lineCommand, '$1\\:');

/** A text that no terminal obeys, each line of which may begin with a command of GitHub Actions: who writes it escapes what stands in them. */
const withoutCommands = (text: string, colour: boolean): string =>
  text
    .replaceAll(obeyed, (found) =>
      found.length === 1 ? escaped(found) : colour ? found : `\\u001b${found.slice(1)}`,
    )
    .replaceAll(command, '$1\\u005b');

const withSafe = (output: Output, colour: (isTTY: boolean) => boolean): Output => ({
  ...output,
  write: (text, kind) =>
    output.write(
      kind === 'document' && !output.isTTY && output.isLog !== true
        ? text
        : (kind === 'commands' ? withoutCommands : safeText)(text, colour(output.isTTY)),
      kind,
    ),
});

/** The same world, whose streams let nothing through that a terminal or a build service would obey: drafts and names of files may hold anything. */
export const withSafeOutput = (io: Io, colour: (isTTY: boolean) => boolean): Io => ({
  ...io,
  stdout: withSafe(io.stdout, colour),
  stderr: withSafe(io.stderr, colour),
});
