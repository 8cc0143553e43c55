import type { Language, Words } from '../diagnostic.ts';
import { countsOf, uncheckedIn, type Counts, type LintFindings } from './reporter.ts';

/** What a run found in one line: counts, what is not shown apart, and whether all was checked. */
export function summaryLine(run: LintFindings, language: Language): string {
  const counts = countsOf(run.diagnostics);
  if (run.files + run.diagnostics.length === 0 && uncheckedIn(run).length > 0)
    return nothingChecked[language];
  const { error, warning, info } = run.counts ?? counts;
  const hidden = { error: error - counts.error, warning: warning - counts.warning, info: info - counts.info };
  const none = (run.baseline ? nothingNew : nothing)[language];
  const line =
    language === 'zh'
      ? summaryZh(counts, hidden, run.files, none)
      : summaryEn(counts, hidden, run.files, none);
  return line + heldBack(run)[language] + notChecked(run)[language];
}

const nothing: Words = { en: 'no problems', zh: '没有发现问题' };
const nothingNew: Words = { en: 'no new problems', zh: '没有新问题' };
const nothingChecked: Words = { en: 'nothing was checked', zh: '没有检查任何内容' };

/** How many findings a baseline holds back; nothing where it holds none. */
export function heldBack({ baseline }: LintFindings): Words {
  const count = baseline?.known.length ?? 0;
  return count === 0 ? { en: '', zh: '' } : { en: `, ${count} in the baseline`, zh: `，${count}个在基线里` };
}

/** What keeps a run without findings from being clean. */
function notChecked({ crashes = [], failures = [] }: LintFindings): Words {
  const rules = new Set(crashes.map(({ rule }) => rule)).size;
  const things = new Set(failures.map(({ en }) => en)).size;
  if (rules + things === 0) return { en: '', zh: '' };
  const en = [
    things > 0 && `${things} ${things === 1 ? 'thing' : 'things'} could not be checked`,
    rules > 0 && `${rules} ${rules === 1 ? 'rule' : 'rules'} failed`,
  ];
  const zh = [things > 0 && `有${things}处未能检查`, rules > 0 && `有${rules}条规则出错`];
  return {
    en: `, but not all was checked: ${en.filter(Boolean).join(', ')}`,
    zh: `；但没有查全：${zh.filter(Boolean).join('，')}`,
  };
}

/** Counts in words; empty where there is none. */
export const counted = (counts: Counts, language: Language): string =>
  language === 'zh' ? countedZh(counts) : countedEn(counts);

const countedZh = ({ error, warning, info }: Counts): string =>
  [error && `${error}个错误`, warning && `${warning}个警告`, info && `${info}个提示`]
    .filter(Boolean)
    .join('、');

function summaryZh(counts: Counts, hidden: Counts, files: number, none: string): string {
  const [shown, more] = [countedZh(counts), countedZh(hidden)];
  return `${shown || (more ? '没有错误' : none)}，共${files}个文件${more && `（另有${more}未列出）`}`;
}

function countedEn({ error, warning, info }: Counts): string {
  const many = (count: number, word: string): string | 0 =>
    count && `${count} ${word}${count === 1 ? '' : 's'}`;
  return [many(error, 'error'), many(warning, 'warning'), info && `${info} info`].filter(Boolean).join(', ');
}

function summaryEn(counts: Counts, hidden: Counts, files: number, none: string): string {
  const [shown, more] = [countedEn(counts), countedEn(hidden)];
  return `${shown || (more ? 'no errors' : none)} in ${files} file${files === 1 ? '' : 's'}${more && ` (${more} not shown)`}`;
}
