import { UserError } from '../errors.ts';
import { quotedPath } from './file-errors.ts';

/** The remedy where only the last commits were fetched, as build services do. */
const fetchAll = {
  en: "fetch the whole history: in GitHub Actions `fetch-depth: 0` under actions/checkout, in GitLab `GIT_DEPTH: 0`, else git fetch --unshallow origin '+refs/heads/*:refs/remotes/origin/*' (or git fetch --depth=<more>)",
  zh: "请取回完整历史：GitHub Actions 在 actions/checkout 下写 fetch-depth: 0，GitLab 写 GIT_DEPTH: 0，其他环境运行 git fetch --unshallow origin '+refs/heads/*:refs/remotes/origin/*'（或 git fetch --depth=<更大的数>）",
};

/** A ref that git would take for an option. */
export const refused = (ref: string): UserError =>
  new UserError({
    en: `--changed-since ${quotedPath(ref)} is no name of a commit: such a name does not begin with a hyphen; write a branch, a tag or a commit, such as origin/main`,
    zh: `--changed-since ${quotedPath(ref)}不是提交的名称：名称不以连字符开头；请写分支、标签或提交，如 origin/main`,
  });

/** No ref at all, as where a variable of a build service is empty. */
export const unnamed = (): UserError =>
  new UserError({
    en: '--changed-since names no commit; write a branch, a tag or a commit, such as origin/main (is a variable empty?)',
    zh: '--changed-since 没有写提交；请写分支、标签或提交，如 origin/main（是否变量为空？）',
  });

/** There is no such commit here; `near` is one that there is. */
export function missingRef(ref: string, near: string | undefined, shallow: boolean): UserError {
  const name = quotedPath(ref);
  if (near !== undefined)
    return new UserError({
      en: `there is no branch, tag or commit ${name} in this repository; did you mean ${near}?`,
      zh: `这个仓库里没有分支、标签或提交${name}；是否想写 ${near}？`,
    });
  if (shallow)
    return new UserError({
      en: `there is no branch, tag or commit ${name} here, because only the last commits of this repository were fetched; ${fetchAll.en}`,
      zh: `这里没有分支、标签或提交${name}，因为这个仓库只取回了最近的提交；${fetchAll.zh}`,
    });
  if (ref.includes('..'))
    return new UserError({
      en: `--changed-since ${name} is a range; write one commit: what differs since it and HEAD parted is checked`,
      zh: `--changed-since ${name}是一段范围；请只写一个提交：从它与 HEAD 的分叉点算起`,
    });
  return new UserError({
    en: `there is no branch, tag or commit ${name} in this repository; check the name (git branch -a and git tag list them), or fetch it first: git fetch origin`,
    zh: `这个仓库里没有分支、标签或提交${name}；请核对名称（git branch -a、git tag 可列出），或先取回：git fetch origin`,
  });
}

/** The commit is here, but not where it and HEAD part. */
export const missingBase = (ref: string, shallow: boolean): UserError =>
  shallow
    ? new UserError({
        en: `where ${quotedPath(ref)} and HEAD part is not known, because only the last commits of this repository were fetched; ${fetchAll.en}`,
        zh: `找不到${quotedPath(ref)}与 HEAD 的分叉点，因为这个仓库只取回了最近的提交；${fetchAll.zh}`,
      })
    : new UserError({
        en: `${quotedPath(ref)} and HEAD have no commit in common, so that nothing can be said to have changed since; name another, or leave --changed-since out`,
        zh: `${quotedPath(ref)}与 HEAD 没有共同的提交，说不出自何时起改动；请另写一个，或不用 --changed-since`,
      });

/** Git is not installed, or cannot be started. */
export const noGit = (code: string): UserError =>
  new UserError(
    code === 'ENOENT'
      ? {
          en: '--changed-since asks git, which was not found; install git, or name the drafts to check',
          zh: '--changed-since 要用 git，没有找到；请安装 git，或直接写明要检查的稿子',
        }
      : {
          en: `--changed-since asks git, which cannot be started (${code}); see to it, or name the drafts to check`,
          zh: `--changed-since 要用 git，无法启动（${code}）；请检查 git，或直接写明要检查的稿子`,
        },
  );

export const noRepository = (): UserError =>
  new UserError({
    en: 'this folder is in no git repository, so that --changed-since has nothing to compare with; run it in one, or name the drafts to check',
    zh: '当前文件夹不在 git 仓库里，--changed-since 无从比较；请在仓库里运行，或直接写明要检查的稿子',
  });

export const noWorkTree = (): UserError =>
  new UserError({
    en: 'this folder is in a git repository without a work tree, where there are no drafts; run it in a clone',
    zh: '当前文件夹在没有工作区的 git 仓库里，其中没有稿子；请在克隆出的工作区里运行',
  });

/** Git refuses repositories that belong to another user, as in a container. */
export const notOwned = (): UserError =>
  new UserError({
    en: 'git does not read this repository, because its folder belongs to another user; allow it: git config --global --add safe.directory "$PWD" (its top folder)',
    zh: 'git 不读取这个仓库，因为文件夹属于另一个用户；请先允许：git config --global --add safe.directory "$PWD"（写仓库的顶层文件夹）',
  });
