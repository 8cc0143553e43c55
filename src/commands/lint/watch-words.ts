import type { Words } from '../../diagnostic.ts';
import { UserError } from '../../errors.ts';
import { realPath, type Io } from '../../io.ts';
import { printableName } from '../../source/printable.ts';
import type { LintOptions } from './lint-options.ts';

/** Where the program has no watcher. */
export const noWatch = (): UserError =>
  new UserError({ en: 'files cannot be watched here', zh: '这里不能监视文件' });

/** Refuses what a watch cannot do. @throws UserError where what is asked for besides makes no sense again and again */
export function refuseOthers(given: readonly string[], options: LintOptions): void {
  const {
    fix,
    fixUnsafe,
    dryRun,
    fixDryRun,
    printConfig,
    out,
    format = [],
    changedSince,
    updateBaseline,
  } = options;
  const refused = [
    (fix || fixUnsafe) && '--fix',
    (dryRun || fixDryRun) && '--dry-run',
    printConfig && '--print-config',
    updateBaseline && '--update-baseline',
    changedSince !== undefined && '--changed-since',
    out !== undefined && '--out',
    ...format.filter((each) => each !== 'text').map((each) => `--format ${each}`),
    given.includes('-') && '-',
  ].filter((each) => typeof each === 'string');
  if (refused.length === 0) return;
  const all = refused.join(', ');
  throw new UserError({
    en: `--watch shows a person what is wrong, as text, each time that something changes, and writes nothing: it does not go with ${all}; leave one of them out`,
    zh: `--watch 每有改动就把问题以文本显示给人看，不写任何文件，不能与 ${all.replaceAll(', ', '、')} 同用；请去掉一个`,
  });
}

/** How it goes on. */
export const watching: Words = {
  en: 'watching for changes; Ctrl-C ends it (exit code 130)',
  zh: '正在监视改动，按 Ctrl-C 结束（退出码130）',
};

/** Code is loaded once. */
export const pluginChanged: Words = {
  en: 'code that plugins may use has changed, and drafts are still checked with it as it was: end the watch and start it again',
  zh: '插件（或插件可能用到的程序）有改动，现在仍按原来的检查：请结束后重新运行',
};

/** How many changed files are named. */
const SHOWN = 3;

/** What has changed, by its names from where the program runs. */
export function changedWords(paths: ReadonlySet<string>, io: Io): Words {
  const top = realPath(io.cwd);
  const names = [...paths]
    .sort()
    .map((path) => printableName(path.startsWith(top) ? path.slice(top.length + 1) : path));
  const shown = names.slice(0, SHOWN);
  const more = names.length - shown.length;
  return {
    en: `changed: ${shown.join(', ')}${more > 0 ? ` and ${more} more` : ''}`,
    zh: `有改动：${shown.join('、')}${more > 0 ? `等${names.length}个文件` : ''}`,
  };
}

/** What is wrong in all drafts, where only some were checked again. */
export const allWords = (
  count: number,
  { error, warning }: Readonly<Record<'error' | 'warning', number>>,
): Words => ({
  en: `all ${count} drafts: ${error} ${error === 1 ? 'error' : 'errors'}, ${warning} ${warning === 1 ? 'warning' : 'warnings'}`,
  zh: `全部${count}份稿子：${error}个错误、${warning}个警告`,
});
