import type { Words } from '../diagnostic.ts';
import { UserError } from '../errors.ts';
import { printableName } from '../source/printable.ts';

/** A path as it is named in a message: in quotes, on one line. */
export const quotedPath = (path: string): string => `“${printableName(path)}”`;

/** What is wrong with a file that is to be read, by the code of the system. */
const reading: Readonly<Record<string, (path: string) => Words>> = {
  ENOENT: (path) => {
    const isDraft = /\.report\.ya?ml$/.test(path);
    return {
      en: `there is no file ${quotedPath(path)}; check the path${isDraft ? ', or write one with `report new`' : ''}`,
      zh: `没有文件${quotedPath(path)}；请核对路径${isDraft ? '，或用 report new 生成' : ''}`,
    };
  },
  EISDIR: (path) => ({
    en: `${quotedPath(path)} is a folder; name a file in it`,
    zh: `${quotedPath(path)}是文件夹；请写明其中的文件`,
  }),
  EACCES: (path) => ({
    en: `${quotedPath(path)} may not be read; check its permissions`,
    zh: `${quotedPath(path)}没有读取权限；请检查文件权限`,
  }),
  ELOOP: (path) => ({
    en: `${quotedPath(path)} is a link that leads back to itself; name the file itself`,
    zh: `${quotedPath(path)}是指回自身的链接；请写明实际的文件`,
  }),
};

/** There is no file of this name. */
export const missing = (path: string): Words => (reading['ENOENT'] as (path: string) => Words)(path);

/** The error that says why a file cannot be read; a path, or what else it is called. */
export function unreadable(error: unknown, what: string | Words): UserError {
  const { code = '', message } = error as NodeJS.ErrnoException;
  const known = typeof what === 'string' ? reading[code]?.(what) : undefined;
  const name = typeof what === 'string' ? { en: quotedPath(what), zh: quotedPath(what) } : what;
  return new UserError(
    known ?? {
      en: `${name.en} cannot be read: ${reason(message)}`,
      zh: `${name.zh}无法读取：${reason(message)}`,
    },
  );
}

/** A device, a pipe or a socket, which may never end. */
export const irregular = (path: string): UserError =>
  new UserError({
    en: `${quotedPath(path)} is a device or a pipe, not a file, and is not read; name a file`,
    zh: `${quotedPath(path)}是设备或管道，不是文件，不予读取；请写明文件`,
  });

const permission = (path: string): Words => ({
  en: `${quotedPath(path)} may not be written and was left as it was; check the permissions of the file and its folder`,
  zh: `${quotedPath(path)}没有写入权限，保持原样；请检查文件及所在文件夹的权限`,
});
const full = (path: string): Words => ({
  en: `${quotedPath(path)} was not written, because the disk is full or the quota is used up; what stood there is unchanged; make room and run it again`,
  zh: `${quotedPath(path)}没有写成：磁盘已满或配额用完；原有内容未动，请腾出空间后再运行`,
});

const writing: Readonly<Record<string, (path: string) => Words>> = {
  ENOSPC: full,
  EDQUOT: full,
  EFBIG: (path) => ({
    en: `${quotedPath(path)} was not written, because it would be larger than the system allows; what stood there is unchanged`,
    zh: `${quotedPath(path)}没有写成：超过系统允许的文件大小；原有内容未动`,
  }),
  EACCES: permission,
  EPERM: permission,
  EROFS: (path) => ({
    en: `${quotedPath(path)} was not written: the disk is read-only; name another place`,
    zh: `${quotedPath(path)}没有写成：磁盘是只读的；请换个位置`,
  }),
  EISDIR: (path) => ({
    en: `${quotedPath(path)} is a folder; name a file`,
    zh: `${quotedPath(path)}是文件夹；请写明文件名`,
  }),
  ELOOP: reading['ELOOP'] as (path: string) => Words,
};

/** The error that says why a file was not written. */
export function unwritable(error: unknown, path: string): UserError {
  if (error instanceof UserError) return error;
  const { code = '', message } = error as NodeJS.ErrnoException;
  return new UserError(
    writing[code]?.(path) ?? {
      en: `${quotedPath(path)} was not written and what stood there is unchanged: ${reason(message)}`,
      zh: `${quotedPath(path)}没有写成，原有内容未动：${reason(message)}`,
    },
  );
}

/** What the system says, without the paths that it repeats. */
const reason = (message: string): string => printableName(message.replace(/, \w+(?: '.*)?$/s, ''));
