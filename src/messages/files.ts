import type { Message } from '../diagnostic.ts';

/** What is said of the files that a draft takes in. */
export const fileMessages: Readonly<Record<string, Message>> = {
  'file-outside': {
    en: ({ file }) => `“${file}” leaves the draft’s folder`,
    zh: ({ file }) => `“${file}”不在本稿所在的文件夹之内`,
    help: {
      en: () => 'keep the files of a draft below its folder; no link may lead out of it',
      zh: () => '章节和表格文件须放在本稿文件夹之下，也不能用链接指到外面',
    },
  },
  'file-missing': {
    en: ({ file }) => `there is no file “${file}”`,
    zh: ({ file }) => `没有文件“${file}”`,
    help: { en: () => 'paths count from the draft’s folder', zh: () => '路径从本稿所在的文件夹算起' },
  },
  'file-circular': { en: ({ file }) => `“${file}” takes in itself`, zh: ({ file }) => `“${file}”绕回到自己` },
  'file-twice': {
    en: ({ file }) => `“${file}” is taken in twice`,
    zh: ({ file }) => `“${file}”被引用了两次`,
  },
  'table-twice': {
    en: ({ key, file }) => `the table has “${key}” here, and stands in “${file}” as well`,
    zh: ({ key, file }) => `表格既写了“${key}”，又取自文件“${file}”`,
    help: {
      en: ({ item }) =>
        `keep one of them${item ? '; if another item of the list begins here, write “- ” before its first line' : ''}`,
      zh: ({ item }) => `只留一处${item ? '；如果是另起一项，在它的第一行前面写“- ”' : ''}`,
    },
  },
};
