import { existsSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import ignore, { type Ignore } from 'ignore';

/** What one file says that git ignores, below its folder. */
export interface IgnoreRules {
  readonly folder: string;
  readonly rules: Ignore;
}

/** The rules of a folder’s own .gitignore; none where there is none. */
export const ignoreRulesIn = (folder: string, name = '.gitignore'): readonly IgnoreRules[] => {
  const file = join(folder, name);
  try {
    if (!statSync(file).isFile()) return [];
    const ignorecase = process.platform === 'win32' || process.platform === 'darwin';
    return [{ folder, rules: ignore({ ignorecase }).add(readFileSync(file, 'utf8')) }];
  } catch {
    return [];
  }
};

/**
 * The rules that hold in a folder by what stands above it, up to the root of its repository, or else to `top`; outermost first. A folder that they ignore was
 * named outright, so that none of them hold.
 */
export function rulesAbove(folder: string, top: string): readonly IgnoreRules[] {
  const way: string[] = [];
  let root: string | undefined;
  for (let above = folder; root === undefined && dirname(above) !== above; above = dirname(above)) {
    if (existsSync(join(above, '.git'))) root = above;
    way.unshift(above);
  }
  const from = root ?? (way.includes(top) ? top : folder);
  let rules: readonly IgnoreRules[] = root === undefined ? [] : ignoreRulesIn(root, '.git/info/exclude');
  for (const above of way.slice(way.indexOf(from))) {
    if (isIgnored(rules, above, true)) rules = [];
    if (above !== folder) rules = [...rules, ...ignoreRulesIn(above)];
  }
  return rules;
}

/** Whether a path below the rules’ folders is ignored: the innermost that says anything decides. */
export function isIgnored(all: readonly IgnoreRules[], path: string, isFolder: boolean): boolean {
  for (const { folder, rules } of [...all].reverse()) {
    const way = relative(folder, path).replaceAll('\\', '/');
    if (way === '') continue;
    const { ignored, unignored } = rules.test(isFolder ? `${way}/` : way);
    if (ignored || unignored) return ignored;
  }
  return false;
}
