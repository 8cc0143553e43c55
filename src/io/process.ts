import { fstatSync, writeSync } from 'node:fs';
import { isatty } from 'node:tty';
import { UserError } from '../errors.ts';
import { unreadable } from './file-errors.ts';
import type { CheckSize, Io, Output } from './world.ts';

/** The outside world of this process. Whether input is a terminal is asked of the system: to touch `process.stdin` would begin to read it. */
export function processIo(): Io {
  const now = new Date();
  const two = (value: number): string => String(value).padStart(2, '0');
  return {
    cwd: process.cwd(),
    env: process.env,
    locale: systemLocale(),
    stdout: outputOf(1, () => process.stdout),
    stderr: outputOf(2, () => process.stderr),
    interactive: isatty(0) && isatty(2),
    today: `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`,
    stdin: standardInput,
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

/** A stream of this process. To a file it is written here: Node’s own stream does not look at how much of a text a full disk took. */
function outputOf(fd: 1 | 2, stream: () => NodeJS.WriteStream): Output {
  const isTTY = isatty(fd);
  const isFile = !isTTY && (isKind(fd, 'isFile') || isKind(fd, 'isCharacterDevice'));
  let failure: Error | undefined;
  const failed = (error: NodeJS.ErrnoException): void => {
    if (error.code !== 'EPIPE') failure ??= error;
  };
  if (!isFile) stream().on('error', failed);
  return {
    write: (text) => {
      if (!isFile) stream().write(text);
      else if (failure === undefined)
        try {
          writeWhole(fd, Buffer.from(text));
        } catch (error) {
          failed(error as NodeJS.ErrnoException);
        }
    },
    isTTY,
    columns: isTTY ? stream().columns : undefined,
    isLog: !isFile && BUILD_SERVICES.some((name) => (process.env[name] ?? '') !== ''),
    failure: () => failure,
  };
}

function writeWhole(fd: number, bytes: Uint8Array): void {
  for (let done = 0; done < bytes.length;) done += writeSync(fd, bytes, done);
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
