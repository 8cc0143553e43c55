import type { Diagnostic, Words } from '../../diagnostic.ts';
import { UserError } from '../../errors.ts';
import type { Settled } from '../../lint/baseline/baseline.ts';
import { printableName } from '../../source/printable.ts';

/** An option that does not go with `--update-baseline`. */
export const contradiction = (option: string): UserError =>
  new UserError({
    en: `--update-baseline writes a file, and ${option} asks for nothing to be written or read there; leave one of them out`,
    zh: `--update-baseline 要写文件，与 ${option} 不能同时用；请去掉其中一个`,
  });

/** A baseline that is not there, and how to come by it. */
export const baselineMissing = (file: string): UserError =>
  new UserError({
    en: `the baseline “${printableName(file)}” does not exist; write it with: report lint --update-baseline --baseline ${printableName(file)}`,
    zh: `没有基线文件“${printableName(file)}”；要写出它，请运行 report lint --update-baseline --baseline ${printableName(file)}`,
  });

/** A name under which no baseline is written. */
export const noJson = (file: string): UserError =>
  new UserError({
    en: `a baseline is JSON: end the name “${printableName(file)}” in .json`,
    zh: `基线是 JSON 文件：文件名“${printableName(file)}”请以 .json 结尾`,
  });

/** What is said of a baseline that was written, or need not be. */
export function saved(
  file: string,
  { all, added, gone }: { readonly all: number; readonly added: number; readonly gone: number },
  isNew: boolean,
): Words {
  const shown = `“${printableName(file)}”`;
  if (!isNew)
    return {
      en: `${shown} is up to date: it knows ${findings(all)}`,
      zh: `${shown}无须改动，共收录${all}个问题`,
    };
  return {
    en: `${shown} now knows ${findings(all)} (${added} added, ${gone} taken out)`,
    zh: `${shown}现收录${all}个问题（新增${added}个，删去${gone}个）`,
  };
}

const findings = (count: number): string => `${count} ${count === 1 ? 'finding' : 'findings'}`;

/** How a baseline is used that was just made. */
export const howToUse = (file: string): Words => ({
  en: `to hold these back from now on: report lint --baseline ${printableName(file)}, or “baseline: ${printableName(file)}” in report.config.yaml`,
  zh: `以后不再列出这些问题：检查时加 --baseline ${printableName(file)}，或在 report.config.yaml 里写 baseline: ${printableName(file)}`,
});

/** What could not be taken in, and why. */
export function refusedIn(
  drafts: readonly { readonly diagnostics: readonly Diagnostic[] }[],
  known: ReadonlySet<Diagnostic>,
): readonly Words[] {
  const left = drafts.flatMap(({ diagnostics }) => diagnostics.filter((each) => !known.has(each)));
  const form = left.filter(({ rule }) => rule === 'yaml' || rule === 'schema').length;
  const nameless = left.length - form;
  return [
    ...(form > 0
      ? [
          {
            en: `${form} ${form === 1 ? 'error' : 'errors'} of form (yaml, schema) cannot be taken into a baseline: what stands there was not checked`,
            zh: `${form}个格式错误（yaml、schema）不能收进基线：这些地方没有读懂，也就没有检查`,
          },
        ]
      : []),
    ...(nameless > 0
      ? [
          {
            en: `${findings(nameless)} cannot be taken in, because the organization and year of the report are not known there: name the draft itself, not only its section file`,
            zh: `${nameless}个问题没有收录，因为看不出属于哪个单位、哪一年度的报告：请检查稿子本身，不要只检查章节文件`,
          },
        ]
      : []),
  ];
}

const SHOWN = 5;

/** Entries that are settled, in a few lines; nothing where there are none. */
export function settledWords(settled: readonly Settled[]): Words | undefined {
  if (settled.length === 0) return undefined;
  const count = settled.reduce((sum, each) => sum + each.count, 0);
  const more = settled.length - SHOWN;
  const lines = (line: (each: Settled) => string, rest: string): string =>
    settled
      .slice(0, SHOWN)
      .map((each) => `\n  ${line(each)}`)
      .join('') + (more > 0 ? `\n  ${rest}` : '');
  const about = ({ entry: { section, place, text, rule } }: Settled, open: string, close: string): string =>
    [rule, section ?? place ?? '', text === undefined || text === section ? '' : `${open}${text}${close}`]
      .filter((part) => part !== '')
      .join('  ');
  return {
    en: `${count} ${count === 1 ? 'entry' : 'entries'} of the baseline ${count === 1 ? 'is' : 'are'} settled; --update-baseline takes ${count === 1 ? 'it' : 'them'} out:${lines((each) => `${each.organization} ${each.year}  ${about(each, '“', '”')}`, `… and ${more} more`)}`,
    zh: `基线里有${count}条已经改好，可用 --update-baseline 删去：${lines((each) => `${each.organization}${each.year}年  ${about(each, '“', '”')}`, `……另有${more}条`)}`,
  };
}
