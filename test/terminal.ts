import { spawnSync } from 'node:child_process';
import { resolve } from 'node:path';

const bin = resolve(import.meta.dirname, '../bin/report.js');

/** Runs a program in a pseudo-terminal: waits for each text to appear, then types what belongs to it; `^D` ends the input. */
const driver = `
import json, os, pty, re, select, sys, time
steps, argv = json.loads(sys.argv[1]), sys.argv[2:]
pid, fd = pty.fork()
if pid == 0:
    os.execvp(argv[0], argv)
seen, at, end = '', 0, time.time() + 30
plain = lambda text: re.sub(r'\\x1b\\[[0-9;?]*[A-Za-z]', '', text)
while time.time() < end:
    if not select.select([fd], [], [], 0.2)[0]:
        continue
    try:
        piece = os.read(fd, 65536)
    except OSError:
        break
    if not piece:
        break
    seen += piece.decode('utf-8', 'replace')
    while steps and steps[0][0] in plain(seen)[at:]:
        at = plain(seen).index(steps[0][0], at) + len(steps[0][0])
        time.sleep(0.1)
        os.write(fd, steps.pop(0)[1].encode())
else:
    os.kill(pid, 9)
_, status = os.waitpid(pid, 0)
sys.stdout.write(plain(seen))
sys.exit(os.waitstatus_to_exitcode(status) if not steps else 99)
`;

export interface Typed {
  readonly code: number | null;
  readonly screen: string;
}

/** Whether this machine can open a pseudo-terminal; says so where it cannot. */
export const hasTerminal = ((): boolean => {
  const found = process.platform !== 'win32' && spawnSync('python3', ['-c', 'import pty']).status === 0;
  if (!found) console.log('skipped: questions on a terminal are tested with python3, which is not there');
  return found;
})();

/** Runs the program as a person at a terminal: what is waited for, and what is typed then. 99 is a text that never appeared. */
export function typed(
  cwd: string,
  argv: readonly string[],
  steps: readonly (readonly [wait: string, keys: string])[],
  lang = 'en_US.UTF-8',
): Typed {
  const { status, stdout } = spawnSync(
    'python3',
    ['-c', driver, JSON.stringify(steps), process.execPath, bin, ...argv],
    {
      cwd,
      env: { PATH: process.env['PATH'], LANG: lang, TERM: 'xterm', COLUMNS: '100' },
      encoding: 'utf8',
    },
  );
  return { code: status, screen: stdout };
}
