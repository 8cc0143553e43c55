import { dirname } from 'node:path';
import type { Words } from '../../diagnostic.ts';
import { readBeside, readText, type Io } from '../../io.ts';
import type { LedgerDraft } from '../../ledger/status.ts';
import { Drafts } from '../../lint/drafts.ts';
import { fromFolderOf } from '../../lint/previous.ts';
import { Reading } from '../../reading/reading.ts';
import { refuseAsDrafts } from '../lint/refuse-documents.ts';
import { projectDrafts } from '../drafts.ts';
import { eachDraft } from '../each-draft.ts';
import { lacking } from '../lacking.ts';
import { readingSettings } from '../settings.ts';
import type { StatusOptions } from './status-options.ts';

/** What of the drafts the ledger is made of, and what is missing from it. */
export interface ReadDrafts {
  readonly drafts: readonly LedgerDraft[];
  readonly failures: readonly Words[];
  /** Which plans of last year are missing from the ledger. */
  readonly gaps: readonly Words[];
  /** What was left out of a search. */
  readonly notes: readonly Words[];
  /** Errors of form, last year’s drafts included: what stands there is missing from the ledger. */
  readonly errors: number;
}

/** Opens the drafts and last year’s; no rule runs. */
export async function readDrafts(
  names: readonly string[],
  options: StatusOptions,
  io: Io,
): Promise<ReadDrafts> {
  refuseAsDrafts(names);
  const { files, problems, notes, findConfig, covered } = await projectDrafts(names, options, io);
  const read = readBeside(io);
  const store = new Drafts();
  const failures: Words[] = [...problems];
  const gaps: Words[] = [];
  const drafts: LedgerDraft[] = [];
  const errors = new Map<string, number>();
  await eachDraft(files, failures, async (file) => {
    if (covered.has(file)) return;
    const settings = readingSettings(findConfig(dirname(file)));
    const opened = store.open(file, readText(io, file), read, settings);
    covered.add(opened.sources.keys());
    errors.set(file, opened.problems.length);
    if (opened.report === undefined) return;
    const before = store.previous(opened.report, read, opened.sources);
    const last = fromFolderOf(file, opened.report.data.previous ?? '');
    if (!errors.has(last)) errors.set(last, before.problems.length);
    if (before.lack !== undefined) gaps.push(lacking(file, before.lack, gap));
    const reading = new Reading(opened.report, { before: before.report && store.alone(before.report) });
    drafts.push({ reading, sources: new Map([...before.sources, ...opened.sources]) });
  });
  return {
    drafts,
    failures,
    gaps,
    notes,
    errors: [...errors.values()].reduce((sum, count) => sum + count, 0),
  };
}

const gap: Words = {
  en: 'targets of last year’s plan may be missing here',
  zh: '上年计划的目标可能没有列全',
};

/** How much could not be read. */
export const formErrors = (count: number): Words => ({
  en: `the drafts have ${count} ${count === 1 ? 'format error' : 'format errors'}; what could not be read is missing here (see \`report lint\`)`,
  zh: `稿子有${count}个格式错误，读不懂的内容没有列入（见 report lint）`,
});
