import { dirname, join, relative, resolve } from 'node:path';
import type { Diagnostic, Language, Words } from '../../diagnostic.ts';
import { UserError } from '../../errors.ts';
import { digest, exists, readText, replaceText, standsAt, writeFile, type Io } from '../../io.ts';
import {
  compare,
  type Baseline,
  type BaselineWorld,
  type SeenDraft,
  type Settled,
} from '../../lint/baseline/baseline.ts';
import { renew } from '../../lint/baseline/baseline-renew.ts';
import { printBaseline, readBaseline } from '../../lint/baseline/baseline-text.ts';
import type { Checked } from '../../lint/checked.ts';
import { isSectionFile } from '../../lint/section-file.ts';
import { baselineOf, type BaselineOptions } from './baseline-file.ts';
import type { LintRun } from './lint-options.ts';
import { tell } from '../print-error.ts';
import {
  contradiction,
  howToUse,
  baselineMissing,
  noJson,
  refusedIn,
  saved,
  settledWords,
} from './baseline-words.ts';
import type { FindConfig } from '../config-file.ts';
import { mistakesIn } from '../templates.ts';

/** A draft that was checked, and what was found in it. */
export type CheckedDraft = Pick<Checked, 'diagnostics' | 'judged' | 'report'> & { readonly file: string };

/** What baselines say of a run. */
export interface HeldBack {
  /** The files, as they are named from here. */
  readonly files: readonly string[];
  /** Findings that are known, which are not shown. */
  readonly known: ReadonlySet<Diagnostic>;
  /** Entries that nothing is found for any more. */
  readonly settled: readonly Settled[];
  /** What is said of files that were written. */
  readonly notes: readonly Words[];
  /** What went wrong with them: the run ends with 2. */
  readonly failures: readonly Words[];
}

/** Refuses a baseline that cannot be used before anything is checked. @throws UserError where it is missing or broken, or is not to be written */
export function checkBaseline(
  {
    baseline,
    updateBaseline,
    ...others
  }: BaselineOptions & { readonly dryRun?: true; readonly fixDryRun?: true; readonly printConfig?: true },
  io: Io,
): void {
  if (updateBaseline) {
    if (baseline === false) throw contradiction('--no-baseline');
    if (others.dryRun || others.fixDryRun) throw contradiction('--dry-run');
    if (others.printConfig) throw contradiction('--print-config');
  }
  if (typeof baseline === 'string') load(io, baseline, updateBaseline === true);
}

/** What a run is about: whose drafts have which configuration, and whether all drafts of the project were checked. */
export interface BaselineScope {
  readonly findConfig: FindConfig;
  readonly isWhole: boolean;
}

/** A run without what is known: only what is new is shown, and counts. */
export async function withoutKnown(
  run: LintRun,
  scope: BaselineScope,
  options: BaselineOptions,
  io: Io,
): Promise<LintRun> {
  const heldBack = await holdBack(run.byDraft, scope, options, io);
  if (heldBack.files.length + heldBack.failures.length === 0) return run;
  return {
    ...run,
    heldBack,
    diagnostics: run.diagnostics.filter((each) => !heldBack.known.has(each)),
    failures: [...run.failures, ...heldBack.failures],
  };
}

/** Says which files were written, and what of a baseline is settled. */
export function sayBaseline(
  { notes, settled: entries }: HeldBack,
  { quiet, failOn }: BaselineOptions & { readonly quiet?: true },
  io: Io,
  language: Language,
): void {
  const settled = quiet && failOn === undefined ? undefined : settledWords(entries);
  for (const words of [...notes, ...(settled ? [settled] : [])]) tell(io, words, language);
}

/** Holds what a run found against the baselines of its drafts, and writes them where that is asked. */
async function holdBack(
  drafts: readonly CheckedDraft[],
  scope: BaselineScope,
  options: BaselineOptions,
  io: Io,
): Promise<HeldBack> {
  const groups = new Map<string, CheckedDraft[]>();
  for (const draft of drafts) {
    const file = baselineOf(draft.file, scope.findConfig, options, io);
    if (file !== undefined) groups.set(file, [...(groups.get(file) ?? []), draft]);
  }
  const files: string[] = [];
  const known = new Set<Diagnostic>();
  const settled: Settled[] = [];
  const notes: Words[] = [];
  const failures: Words[] = [];
  for (const [file, group] of groups)
    try {
      const { compared, words } = await useBaseline(file, group, scope, options, io);
      files.push(file);
      for (const each of compared.known) known.add(each);
      settled.push(...compared.settled);
      notes.push(...words);
    } catch (error) {
      if (!(error instanceof UserError)) throw error;
      failures.push(error.words);
    }
  return { files, known, settled, notes, failures };
}

interface Used {
  readonly compared: ReturnType<typeof compare>;
  readonly words: readonly Words[];
}

async function useBaseline(
  file: string,
  drafts: readonly CheckedDraft[],
  { findConfig, isWhole }: BaselineScope,
  options: BaselineOptions,
  io: Io,
): Promise<Used> {
  const updates = options.updateBaseline === true;
  const { baseline, text } = load(io, file, updates);
  const world = worldOf(io, file, isWhole);
  const seen = drafts.map((draft) => seenFrom(file, draft, io));
  if (!updates) return { compared: compare(baseline, seen, world), words: [] };
  const next = renew(baseline, seen, world);
  const written = printBaseline(next);
  if (text === undefined) await writeFile(io, file, written, false);
  else if (text !== written) await replaceText(io, file, text, written);
  const before = compare(baseline, seen, world);
  const now = compare(next, seen, world);
  const counts = {
    all: sizeOf(next),
    added: now.known.size - [...now.known].filter((each) => before.known.has(each)).length,
    gone: before.settled.reduce((sum, { count }) => sum + count, 0),
  };
  return {
    compared: now,
    words: [
      saved(file, counts, text !== written),
      ...(text === undefined && isUnnamed(drafts, findConfig, options) ? [howToUse(file)] : []),
      ...refusedIn(drafts, now.known),
    ],
  };
}

/** Whether nobody has said yet where the baseline is. */
const isUnnamed = (
  drafts: readonly CheckedDraft[],
  findConfig: FindConfig,
  { baseline }: BaselineOptions,
): boolean =>
  baseline === undefined &&
  drafts.every(({ file }) => findConfig(dirname(file))?.config.baseline === undefined);

const sizeOf = ({ reports }: Baseline): number =>
  reports.reduce((sum, { findings }) => sum + findings.reduce((all, { count = 1 }) => all + count, 0), 0);

/** Reads a baseline; one that is to be written may be missing. @throws UserError where it is missing or cannot be read, never an empty one in its place */
function load(
  io: Io,
  file: string,
  mayBeMissing: boolean,
): { readonly baseline: Baseline; readonly text: string | undefined } {
  if (standsAt(io, file) === undefined) {
    if (!mayBeMissing) throw baselineMissing(file);
    if (!/\.json$/i.test(file)) throw noJson(file);
    return { baseline: { version: 1, reports: [] }, text: undefined };
  }
  const text = readText(io, file);
  const read = readBaseline(file, text);
  if ('baseline' in read) return { baseline: read.baseline, text };
  const lines = mistakesIn(read.diagnostics);
  throw new UserError({
    en: `the baseline cannot be used, and nothing is held back:${lines.en}`,
    zh: `基线文件有错误，不能使用，也没有略过任何问题：${lines.zh}`,
  });
}

const worldOf = (io: Io, file: string, isWhole: boolean): BaselineWorld => ({
  isWhole,
  exists: (name) => exists(io, join(dirname(file), name)),
  digest: (text) => digest(text).replaceAll(/\W/g, '').slice(0, 12),
});

const seenFrom = (
  baseline: string,
  { file, diagnostics, judged, report }: CheckedDraft,
  io: Io,
): SeenDraft => ({
  file: relative(dirname(resolve(io.cwd, baseline)), resolve(io.cwd, file)).replaceAll('\\', '/'),
  report,
  alone: isSectionFile(file),
  judged,
  diagnostics,
});
