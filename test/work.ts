import { Session, type Profiler } from 'node:inspector';

// V8 counts the blocks of functions that are compiled after it began: import this before what is to be counted
const session = new Session();
session.connect();
post('Profiler.enable');
post('Profiler.startPreciseCoverage', { callCount: true, detailed: true });

/**
 * How much a run does, counted, so that no test asks the clock: every execution of every block of code, as V8 counts
 * them, and every character that a regular expression or a search passed over. The same run gives the same count.
 */
export function workOf(run: () => unknown): number {
  const { passed, restore } = countCharacters();
  try {
    post('Profiler.takePreciseCoverage');
    run();
    const { result } = post('Profiler.takePreciseCoverage') as Profiler.TakePreciseCoverageReturnType;
    return passed() + blocksIn(result);
  } finally {
    restore();
  }
}

/** How often a run calls each function, by the end of its file’s path and its name. */
export function callsOf(run: () => unknown): (file: string, name: string) => number {
  post('Profiler.takePreciseCoverage');
  run();
  const { result } = post('Profiler.takePreciseCoverage') as Profiler.TakePreciseCoverageReturnType;
  return (file, name) =>
    result
      .filter(({ url }) => url.split('?')[0]?.endsWith(file))
      .flatMap(({ functions }) => functions.filter(({ functionName }) => functionName === name))
      .reduce((sum, { ranges }) => sum + (ranges[0]?.count ?? 0), 0);
}

/** How often a run executes a regular expression, whatever method asks for it. */
export function expressionsIn(run: () => unknown): number {
  let executed = 0;
  const { exec } = RegExp.prototype;
  RegExp.prototype.exec = function (this: RegExp, text: string): RegExpExecArray | null {
    executed++;
    return Reflect.apply(exec, this, [text]) as RegExpExecArray | null;
  };
  try {
    run();
    return executed;
  } finally {
    RegExp.prototype.exec = exec;
  }
}

/** How many times as much work a run of twice the size is; what every run does alike is done before. */
export function growth(run: (size: number) => unknown, size: number): number {
  run(Math.ceil(size / 8));
  const [once, twice] = [workOf(() => run(size)), workOf(() => run(2 * size))];
  return twice / once;
}

function post(method: string, parameters: object = {}): unknown {
  let answer: unknown;
  session.post(method, parameters, (error, result) => {
    if (error) throw error;
    answer = result;
  });
  return answer;
}

const blocksIn = (scripts: readonly Profiler.ScriptCoverage[]): number =>
  scripts.reduce(
    (sum, { functions }) =>
      sum +
      functions.reduce((all, { ranges }) => all + ranges.reduce((each, { count }) => each + count, 0), 0),
    0,
  );

/** Counts what native searches pass over, which V8 counts as one call. */
function countCharacters(): { readonly passed: () => number; readonly restore: () => void } {
  let characters = 0;
  const { exec } = RegExp.prototype;
  const { indexOf, includes } = String.prototype;
  RegExp.prototype.exec = function (this: RegExp, text: string): RegExpExecArray | null {
    const start = this.global || this.sticky ? this.lastIndex : 0;
    const found = Reflect.apply(exec, this, [text]) as RegExpExecArray | null;
    const anchored = this.sticky || (this.source.startsWith('^') && !this.multiline);
    characters +=
      1 + (found ? found.index + found[0].length - start : anchored ? 0 : String(text).length - start);
    return found;
  };
  String.prototype.indexOf = function (this: string, search: string, from = 0): number {
    const found = Reflect.apply(indexOf, this, [search, from]) as number;
    characters += 1 + Math.max(0, (found === -1 ? this.length : found) - from);
    return found;
  };
  String.prototype.includes = function (this: string, search: string, from = 0): boolean {
    return this.indexOf(search, from) !== -1;
  };
  return {
    passed: () => characters,
    restore: () => {
      RegExp.prototype.exec = exec;
      String.prototype.indexOf = indexOf;
      String.prototype.includes = includes;
    },
  };
}
