import type { Message } from '../diagnostic.ts';

/** What is wrong with a baseline as a whole; what is wrong with its keys and values is said as of every other file. */
export const baselineMessages: Readonly<Record<string, Message>> = {
  newer: {
    en: () => 'this baseline was written by a newer version of report',
    zh: () => '这份基线是更新版本的 report 写的',
    help: { en: () => 'update report', zh: () => '请升级 report' },
  },
  empty: {
    en: () => 'the file is empty; a baseline that knows nothing says so: { "version": 1, "reports": [] }',
    zh: () => '文件是空的；什么也没有收录的基线应写作 { "version": 1, "reports": [] }',
    help: {
      en: () => 'delete it, and write it anew with --update-baseline',
      zh: () => '请删去文件，再用 --update-baseline 重新写出',
    },
  },
  conflict: {
    en: () => 'git left the marks of a merge conflict here',
    zh: () => '这里留有 git 合并冲突的标记',
    help: {
      en: () => 'keep the lines of both sides, take the marks out, and run --update-baseline',
      zh: () => '保留两边的各行，删去标记，再运行 --update-baseline',
    },
  },
  form: {
    en: () => 'errors of form (yaml, schema) cannot be in a baseline: what stands there was not read',
    zh: () => '格式错误（yaml、schema）不能收进基线：错误之处没有读懂，也就没有检查',
    help: {
      en: () => 'delete this entry, and mend the draft',
      zh: () => '请删去这一条，把稿子改正',
    },
  },
  unlike: {
    en: () => 'this is no JSON',
    zh: () => '这不是 JSON 文件',
    help: {
      en: () => 'restore it from version control, or delete it and write it anew with --update-baseline',
      zh: () => '请从版本库恢复，或者删去后用 --update-baseline 重新写出',
    },
  },
};
