import { execFile } from 'node:child_process';
import { resolve } from 'node:path';
import { UserError } from '../errors.ts';
import {
  missingBase,
  missingRef,
  noRepository,
  noWorkTree,
  notOwned,
  noGit,
  refused,
  unnamed,
} from './git-errors.ts';
import { realPath } from './touched.ts';
import type { Io } from './world.ts';

/** What git says of a work tree since a commit; paths are whole and real. */
export interface GitChanges {
  /** The commit that is compared with, as a person would name it. */
  readonly base: string;
  /** Whether the ref has gone on since: it is compared with where it and HEAD part. */
  readonly parted: boolean;
  /** What differs: files, and folders that git knows only as a whole (submodules, repositories in it). */
  readonly changed: ReadonlySet<string>;
  /** What git keeps; of all else it cannot say whether it differs. */
  readonly followed: ReadonlySet<string>;
}

interface Ran {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

/**
 * What differs from where a ref and HEAD part: committed, staged, not staged, untracked, deleted; what was renamed under both its names.
 * That others went on with the ref meanwhile is no difference of this work tree. Git is called without a shell, and is asked for paths that
 * end in NUL, so that no name needs quotes. @throws UserError where there is no git, no work tree or no such commit
 */
export async function changesSince(io: Io, ref: string): Promise<GitChanges> {
  if (ref.startsWith('-') || ref.includes('\0')) throw refused(ref);
  if (ref.trim() === '') throw unnamed();
  const top = await git(io, io.cwd, ['rev-parse', '--show-toplevel']);
  if (top.code !== 0) throw notHere(top);
  const root = realPath(resolve(top.stdout.replace(/\r?\n$/, '')));
  const ask = (...words: readonly string[]): Promise<Ran> => git(io, root, words);
  const { base, parted } = await baseOf(ref, ask);
  const diff = ['diff', '--name-only', '-z', '--no-renames', '--no-ext-diff', '--ignore-submodules=none'];
  const listed = async (...words: readonly string[]): Promise<readonly string[]> => {
    const paths = (await whole(ask(...words))).split('\0');
    return paths.filter((path) => path !== '').map((path) => resolve(root, path));
  };
  const [changed, untracked, followed] = await Promise.all([
    listed(...diff, base, '--'),
    listed('ls-files', '-z', '--others', '--exclude-standard'),
    listed('ls-files', '-z'),
  ]);
  return {
    base: base.slice(0, SHORT),
    parted,
    changed: new Set([...changed, ...untracked]),
    followed: new Set(followed),
  };
}

/** How much of a commit’s name people are shown. */
const SHORT = 10;

/** Where a ref and HEAD part. @throws UserError where there is no such commit, or what lies between is not here */
async function baseOf(
  ref: string,
  ask: (...words: readonly string[]) => Promise<Ran>,
): Promise<Pick<GitChanges, 'base' | 'parted'>> {
  const commitOf = async (name: string): Promise<string | undefined> => {
    const { code, stdout } = await ask('rev-parse', '--verify', '--quiet', `${name}^{commit}`);
    return code === 0 ? stdout.trim() : undefined;
  };
  const isShallow = async (): Promise<boolean> =>
    (await ask('rev-parse', '--is-shallow-repository')).stdout.trim() === 'true';
  const commit = await commitOf(ref);
  if (commit === undefined) {
    const near = (await commitOf(`origin/${ref}`)) === undefined ? undefined : `origin/${ref}`;
    throw missingRef(ref, near, await isShallow());
  }
  const merged = await ask('merge-base', commit, 'HEAD');
  const base = merged.stdout.trim();
  if (merged.code === 0 && base !== '') return { base, parted: base !== commit };
  // on a branch without a commit there is nothing that could have parted
  if ((await commitOf('HEAD')) === undefined) return { base: commit, parted: false };
  throw missingBase(ref, await isShallow());
}

/** What git printed. @throws UserError where it could not */
async function whole(asked: Promise<Ran>): Promise<string> {
  const { code, stdout, stderr } = await asked;
  if (code !== 0) throw failed(stderr);
  return stdout;
}

function notHere({ stderr }: Ran): UserError {
  if (/dubious ownership/.test(stderr)) return notOwned();
  if (/not a git repository/i.test(stderr)) return noRepository();
  if (/work tree/.test(stderr)) return noWorkTree();
  return failed(stderr);
}

/** Runs git with a fixed locale, so that what it says can be told apart, and without locks, which might stand in the way of others. */
function git(io: Io, cwd: string, words: readonly string[]): Promise<Ran> {
  const env = { ...io.env, LC_ALL: 'C', GIT_OPTIONAL_LOCKS: '0' };
  return new Promise((done, fail) => {
    execFile(
      'git',
      ['-c', 'core.quotepath=off', '-c', 'diff.relative=false', ...words],
      { cwd, env, encoding: 'utf8', maxBuffer: Infinity, windowsHide: true },
      (error, stdout, stderr) => {
        const code = error?.code;
        if (error === null) done({ code: 0, stdout, stderr });
        else if (typeof code === 'number') done({ code, stdout, stderr });
        else fail(noGit(String(code ?? error.message)));
      },
    );
  });
}

const failed = (said: string): UserError => {
  const line = said.trim().split('\n').at(-1) ?? '';
  return new UserError({
    en: `git could not say what has changed: ${line}`,
    zh: `git 未能列出改动：${line}`,
  });
};
