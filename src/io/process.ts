import { fstatSync, statSync, writeSync } from 'node:fs';
import { devNull } from 'node:os';
import { isatty } from 'node:tty';
import { UserError } from '../errors.ts';
import { unreadable } from './file-errors.ts';
import type { CheckSize, Io, Output } from './world.ts';

/** The outside world of this process. Whether input is a terminal is asked of the system: to touch `process.stdin` would begin to read it. */
export function processIo(): Io {
  const now = new Date();
  const stdinIsTTY = isTerminal(0);
  const two = (value: number): string => String(value).padStart(2, '0');
  return {
    cwd: process.cwd(),
    env: process.env,
    locale: systemLocale(),
    stdout: outputOf(1, () => process.stdout),
    stderr: outputOf(2, () => process.stderr),
    interactive: stdinIsTTY && isTerminal(2),
    today: `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`,
    stdin: standardInput,
    stdinIsTTY,
    watch: async (asked) => (await import('./watch.ts')).watchFiles(asked),
  };
}

/** Reads standard input piece by piece, however slowly it comes. @throws UserError where it is a folder, broken, or its size is refused. */
async function standardInput(checkSize: CheckSize): Promise<Uint8Array> {
  if (isKind(0, 'isDirectory'))
    throw new UserError({
      en: 'standard input is a folder; send a document, or name the file',
      zh: '标准输入是一个文件夹；请送入文件内容，或写明文件名',
    });
  const pieces: Uint8Array[] = [];
  let size = 0;
  try {
    for await (const piece of process.stdin as AsyncIterable<Uint8Array>) {
      size += piece.length;
      checkSize(size);
      pieces.push(piece);
    }
  } catch (error) {
    throw error instanceof UserError ? error : unreadable(error, { en: 'standard input', zh: '标准输入' });
  }
  return Buffer.concat(pieces);
}

/** What GitHub Actions and Azure Pipelines set; both obey lines of a step’s output. */
const BUILD_SERVICES = ['GITHUB_ACTIONS', 'TF_BUILD'];

/**
 * A stream of this process, written to as its file where that can be done: Node’s own stream takes a while to load, and does not look
 * at how much of a text a full disk took. A terminal, and what takes no more for now, is written to by Node.
 */
function outputOf(fd: 1 | 2, stream: () => NodeJS.WriteStream): Output {
  const isTTY = isTerminal(fd);
  const isFile = !isTTY && (isKind(fd, 'isFile') || isKind(fd, 'isCharacterDevice'));
  let failure: Error | undefined;
  const failed = (error: NodeJS.ErrnoException): void => {
    if (failure !== undefined || error.code === 'EPIPE') return;
    failure = error;
    // also where the run has ended by then
    process.exitCode = 2;
  };
  let node: NodeJS.WriteStream | undefined;
  const byNode = (): NodeJS.WriteStream => (node ??= stream().on('error', failed));
  const isDirect = !isTTY && (isFile || process.platform !== 'win32');
  let isClosed = false;
  const write = (content: string | Uint8Array): void => {
    if (failure !== undefined || isClosed) return;
    if (node || !isDirect) byNode().write(content);
    else
      try {
        const rest = writeWhole(fd, Buffer.from(content));
        if (rest.length > 0) byNode().write(rest);
      } catch (error) {
        isClosed = true;
        failed(error as NodeJS.ErrnoException);
      }
  };
  return {
    write,
    writeBytes: write,
    isTTY,
    columns: isTTY ? byNode().columns : undefined,
    isLog: !isFile && BUILD_SERVICES.some((name) => (process.env[name] ?? '') !== ''),
    failure: () => failure,
  };
}

/** What is left of them where the reader is slow and the pipe is not one that waits. */
function writeWhole(fd: number, bytes: Uint8Array): Uint8Array {
  let done = 0;
  try {
    while (done < bytes.length) done += writeSync(fd, bytes, done);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EAGAIN') throw error;
  }
  return bytes.subarray(done);
}

/** Whether a person sits there. What is asked of Node is costly, and is known of all else than a device. */
const isTerminal = (fd: number): boolean => isKind(fd, 'isCharacterDevice') && !isNull(fd) && isatty(fd);

/** Where what is written goes nowhere. */
function isNull(fd: number): boolean {
  try {
    return fstatSync(fd).rdev === statSync(devNull).rdev && process.platform !== 'win32';
  } catch {
    return false;
  }
}

function isKind(fd: number, kind: 'isDirectory' | 'isFile' | 'isCharacterDevice'): boolean {
  try {
    return fstatSync(fd)[kind]();
  } catch {
    return false;
  }
}

/** The locale that Windows is set to, which has no LANG; elsewhere the environment says all that there is to know, and Intl repeats it. */
const systemLocale = (): string | undefined =>
  process.platform === 'win32' ? new Intl.DateTimeFormat().resolvedOptions().locale : undefined;
