import type { Language, Words } from '../diagnostic.ts';
import { helpOfImport } from './help/import.ts';
import { helpOfLint } from './help/lint.ts';
import { helpOfNew } from './help/new.ts';
import { helpOfRender } from './help/render.ts';
import { helpOfShared } from './help/shared.ts';
import { helpOfStatus } from './help/status.ts';

/** Standard output could not take everything; what the system says of it. */
export const outputLost = (reason: string): Words => ({
  en: `standard output could not be written to its end (${reason}); what arrived is not whole`,
  zh: `标准输出没有写完（${reason}）；已输出的内容不完整`,
});

/** Files of findings that a run was asked for that prints none. */
export const lintUnwritten = (files: readonly string[]): Words => ({
  en: `--dry-run and --print-config print no findings: ${files.map((file) => `“${file}”`).join(', ')} ${files.length === 1 ? 'was' : 'were'} not written`,
  zh: `--dry-run 和 --print-config 不输出检查结果，没有写${files.map((file) => `“${file}”`).join('、')}`,
});

/** What the help says, by the thing it explains. */
export const help = {
  ...helpOfShared,
  ...helpOfLint,
  ...helpOfNew,
  ...helpOfRender,
  ...helpOfStatus,
  ...helpOfImport,
} as const;

/** What `render` does, by what its formats are called: Markdown, HTML or plain text. */
export const renderHelp = ({ en, zh }: Words): Words => ({
  en: `write a report as ${en}`,
  zh: `把报告输出为${/^[A-Za-z]/.test(zh) ? ' ' : ''}${zh}`,
});

/** What `lint --format` takes, by whom its formats are for. */
export const lintFormatHelp = ({ en, zh }: Words): Words => ({
  en: `format, as often as wanted, with =<file> where it goes to a file: ${en}`,
  zh: `格式，可写多次，写到文件的加“=<文件>”：${zh}`,
});

/** What `render --to` takes. */
export const renderToHelp = (formats: readonly string[]): Words => ({
  en: `formats, separated by commas: ${formats.join(', ')}`,
  zh: `格式，多个用逗号隔开：${formats.join('、')}`,
});

/** A bug of ours, with what to send. */
export const bug: Words = {
  en: 'this is a bug in report, not in your draft; please report it with the lines below',
  zh: '这是 report 自身的缺陷，与稿子无关；请连同下面几行一并反馈',
};

/** How a line to the user begins. */
export const errorPrefix: Readonly<Record<Language, string>> = { en: 'report: ', zh: 'report：' };
