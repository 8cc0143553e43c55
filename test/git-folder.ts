import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { folder } from './folder.ts';

/** What git needs of the world, and nothing of the settings of whoever runs the tests. */
export const gitEnv: Readonly<Record<string, string>> = {
  PATH: process.env['PATH'] ?? '',
  HOME: '/nonexistent',
  GIT_CONFIG_NOSYSTEM: '1',
  GIT_AUTHOR_NAME: 'A',
  GIT_AUTHOR_EMAIL: 'a@example.org',
  GIT_COMMITTER_NAME: 'A',
  GIT_COMMITTER_EMAIL: 'a@example.org',
  GIT_AUTHOR_DATE: '2018-01-20T00:00:00Z',
  GIT_COMMITTER_DATE: '2018-01-20T00:00:00Z',
};

/** Runs git in a folder, and returns what it prints. */
export const git = (cwd: string, ...words: readonly string[]): string =>
  execFileSync('git', words, { cwd, env: gitEnv, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] });

/** Writes files into a folder; one that is undefined is deleted. */
export function put(cwd: string, files: Readonly<Record<string, string | Uint8Array | undefined>>): void {
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(cwd, name)), { recursive: true });
    if (text === undefined) rmSync(join(cwd, name), { recursive: true, force: true });
    else writeFileSync(join(cwd, name), text);
  }
}

/** Commits all that a folder holds. */
export function commit(
  cwd: string,
  files: Readonly<Record<string, string | Uint8Array | undefined>> = {},
): void {
  put(cwd, files);
  git(cwd, 'add', '-A');
  git(cwd, 'commit', '-q', '--allow-empty', '-m', 'Change');
}

const made = new Map<string, string>();

/** A new repository whose branch main holds files; one with the same files is copied. */
export function repository(files: Readonly<Record<string, string | Uint8Array>>): string {
  const key = JSON.stringify(files);
  const cwd = folder();
  const known = made.get(key);
  if (known !== undefined && existsSync(known)) {
    cpSync(known, cwd, { recursive: true });
    return cwd;
  }
  git(cwd, 'init', '-q', '-b', 'main');
  commit(cwd, files);
  const kept = folder();
  cpSync(cwd, kept, { recursive: true });
  made.set(key, kept);
  return cwd;
}
