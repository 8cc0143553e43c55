import { UserError } from '../../errors.ts';
import { isDocumentName } from '../../importer/head/document-name.ts';
import { printableName } from '../../source/printable.ts';
import type { LintOptions } from './lint-options.ts';

/** Options that change or follow a draft, which a document has none of. */
const ofDrafts = (options: LintOptions): readonly (readonly [isAsked: boolean, option: string])[] => [
  [options.fix === true, '--fix'],
  [options.fixUnsafe === true, '--fix-unsafe'],
  [options.dryRun === true || options.fixDryRun === true, '--dry-run'],
  [options.keys !== undefined, '--keys'],
  [options.watch === true, '--watch'],
  [options.changedSince !== undefined, '--changed-since'],
  [typeof options.baseline === 'string', '--baseline'],
  [options.updateBaseline === true, '--update-baseline'],
];

/** Refuses what can only be asked of drafts where documents are named, and the other way about. @throws UserError */
export function refuseDocuments(given: readonly string[], options: LintOptions): void {
  const names = given.map((name) => (name === '-' ? (options.stdinFilename ?? name) : name));
  const [document] = names.filter(isDocumentName);
  if (document === undefined) {
    if (options.previous !== undefined) throw withoutDocument();
    return;
  }
  const [refused] = ofDrafts(options).flatMap(([isAsked, option]) => (isAsked ? [option] : []));
  if (refused !== undefined) throw onlyDrafts(printableName(document), refused);
  // a draft says itself which report comes before it
  if (options.previous !== undefined && !names.every(isDocumentName)) throw withoutDocument();
}

const onlyDrafts = (name: string, option: string): UserError =>
  new UserError({
    en: `${option} is for drafts, and “${name}” is checked as it is, without a change to it; leave ${option} out, or make a draft of it first: report import ${name}`,
    zh: `${option} 只用于稿子，“${name}”是直接检查的，不会改动；请去掉 ${option}，或先转成稿子：report import ${name}`,
  });

const withoutDocument = (): UserError =>
  new UserError({
    en: '--previous goes with a Word file, page or text that is checked as it is; a draft names last year’s under “previous”',
    zh: '--previous 用于直接检查的 Word 文件、网页或文本；稿子在“上年”里写明上年的稿子',
  });

/** Refuses documents where drafts are read: what can be done with them is another command. @throws UserError */
export function refuseAsDrafts(names: readonly string[]): void {
  const document = names.find(isDocumentName);
  if (document === undefined) return;
  const name = printableName(document);
  throw new UserError({
    en: `“${name}” is a document, not a draft (YAML); check it as it is: report lint ${name}, or make a draft of it: report import ${name}`,
    zh: `“${name}”是文档，不是稿子（YAML）；要直接检查，请运行 report lint ${name}；要转成稿子，请运行 report import ${name}`,
  });
}
