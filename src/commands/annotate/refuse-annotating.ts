import { extname } from 'node:path';
import { UserError } from '../../errors.ts';
import { isDocumentName } from '../../importer/head/document-name.ts';
import { exists, isStandardOutput, refuseOutput, type Io } from '../../io.ts';
import { printableName } from '../../source/printable.ts';
import type { LintOptions } from '../lint/lint-options.ts';

/** Endings of files that comments can be written into. */
const annotated = /\.do[ct][xm]$/i;

/** Refuses a copy with comments where there can be none, before anything is checked. @throws UserError */
export function refuseAnnotating(given: readonly string[], options: LintOptions, io: Io): void {
  const { annotate: out, date, force, stdinFilename } = options;
  if (out === undefined) {
    if (date !== undefined) throw alone();
    return;
  }
  const [file, ...more] = given.map((name) => (name === '-' ? (stdinFilename ?? name) : name));
  const isOther = file !== undefined && isDocumentName(file) && !annotated.test(file);
  if (file === undefined || more.length > 0 || isOther) throw notWord(file, more.length > 0);
  const other = [
    [options.printConfig, '--print-config'],
    [options.testRules, '--test-rules'],
  ].find(([isAsked]) => isAsked === true)?.[1];
  if (typeof other === 'string') throw beside(other);
  const ending = annotated.test(file) ? extname(file) : '.docx';
  if (isStandardOutput(out) || extname(out).toLowerCase() !== ending.toLowerCase()) throw named(out, ending);
  if (force !== true && exists(io, out)) throw standing(out);
  refuseOutput(io, out, { force: force === true });
}

const alone = (): UserError =>
  new UserError({
    en: '--date is the date of what --annotate writes; leave it out, or add --annotate <file>',
    zh: '--date 是 --annotate 所写批注和修订的日期；请去掉 --date，或加上 --annotate <文件>',
  });

function notWord(file: string | undefined, isMore: boolean): UserError {
  if (isMore)
    return new UserError({
      en: '--annotate writes comments for one Word file or draft; name one, and run the command again for the next',
      zh: '--annotate 一次只给一个 Word 文件或一份稿子写批注；请只写一个，其他的分次运行',
    });
  const name = file === undefined ? undefined : printableName(file);
  return new UserError({
    en: `--annotate writes comments into a copy of a Word file (.docx, .docm, .dotx, .dotm), or into the Word file of a draft, and ${name === undefined ? 'none is named' : `“${name}” is neither`}; name one, or save the document as .docx first: report lint report.docx --annotate report.comments.docx`,
    zh: `--annotate 把批注写进 Word 文件（.docx、.docm、.dotx、.dotm）的副本，或写进稿子输出的 Word 文件，${name === undefined ? '没有写明文件' : `“${name}”两样都不是`}；请写明 Word 文件或稿子，或先另存为 .docx：report lint 总结.docx --annotate 总结.批注.docx`,
  });
}

const beside = (option: string): UserError =>
  new UserError({
    en: `--annotate goes with a check, and with ${option} nothing is checked; leave one of them out`,
    zh: `--annotate 要在检查时用，写了 ${option} 就不作检查；请去掉其中一个`,
  });

const named = (out: string, ending: string): UserError =>
  new UserError({
    en: `--annotate ${printableName(out)}: what is written is a Word file${ending === '.docx' ? '' : ' of the same kind'}; give it a name that ends with ${ending}`,
    zh: `--annotate ${printableName(out)}：写出的是${ending === '.docx' ? '' : '同类的'} Word 文件，文件名请以 ${ending} 结尾`,
  });

const standing = (out: string): UserError =>
  new UserError({
    en: `“${printableName(out)}” exists and is left as it is; --force overwrites it, or name another file after --annotate`,
    zh: `“${printableName(out)}”已存在，未作改动；要覆盖请加 --force，或在 --annotate 后另写一个文件名`,
  });
