import { resolve } from 'node:path';
import { UserError } from '../errors.ts';
import { isFolder, textSize, type Io } from '../io.ts';
import { printableName } from '../source/printable.ts';

/** Under which name a draft is read that another program sends. */
export interface SentOptions {
  readonly stdinFilename?: string;
}

/** What a draft is called that comes from standard input, where nobody says it. */
const UNNAMED = 'stdin';

/** What a command is to read, and the world in which a draft that was sent stands under its name. */
export interface Sent {
  readonly names: readonly string[];
  readonly io: Io;
  /** The name of the draft that was sent; undefined where none was. */
  readonly name: string | undefined;
}

/**
 * Reads the draft that `-` stands for. It takes the place of the file that `--stdin-filename` names, whether there is one or not: paths
 * in it count from there, findings bear that name, and a draft that names the file (as its section file, or last year’s) gets this text.
 * @throws UserError where nothing was or could be sent
 */
export async function withSent(
  given: readonly string[],
  { stdinFilename }: SentOptions,
  io: Io,
): Promise<Sent> {
  const count = given.filter((name) => name === '-').length;
  if (count === 0) {
    if (stdinFilename !== undefined) throw withoutDash();
    return { names: given, io, name: undefined };
  }
  if (count > 1) throw twice();
  const name = stdinFilename ?? UNNAMED;
  if (name === '' || isFolder(io, name)) throw noFile(name);
  if (io.stdinIsTTY === true) throw terminal();
  const bytes = (await io.stdin?.(textSize('-'))) ?? new Uint8Array();
  if (bytes.length === 0) throw empty();
  const path = resolve(io.cwd, name);
  return {
    names: given.map((each) => (each === '-' ? name : each)),
    io: { ...io, sent: { path, bytes } },
    name,
  };
}

const withoutDash = (): UserError =>
  new UserError({
    en: '--stdin-filename says what a draft from standard input is called; write - among the files too: report lint - --stdin-filename <file>',
    zh: '--stdin-filename 用来给标准输入送来的稿子命名；文件处还要写 -，如 report lint - --stdin-filename <文件>',
  });
const twice = (): UserError =>
  new UserError({
    en: '- stands for standard input, which can be read only once; write it once',
    zh: '- 表示标准输入，只能读一次；请只写一个',
  });
const noFile = (name: string): UserError =>
  new UserError({
    en: `--stdin-filename “${printableName(name)}” is no name of a file; write the path that the draft has or will have`,
    zh: `--stdin-filename“${printableName(name)}”不是文件名；请写稿子现在或将来的路径`,
  });
const terminal = (): UserError =>
  new UserError({
    en: '- reads a draft that another program sends, and none does; send one (… | report lint -, or report lint - < <file>), or name the file',
    zh: '- 读取别的程序送来的稿子，现在没有送来；请送入内容（… | report lint -，或 report lint - < <文件>），或写明文件名',
  });
const empty = (): UserError =>
  new UserError({
    en: 'standard input was empty, so that there is no draft to read; see whether the program before the pipe ended with an error',
    zh: '标准输入是空的，没有稿子可读；请看管道前面的程序是否出错',
  });
