import { dirname } from 'node:path';
import type { Words } from '../diagnostic.ts';
import type { Io } from '../io.ts';
import { lineKey, type Checked } from '../lint/checked.ts';
import { Drafts } from '../lint/drafts.ts';
import { isSectionFile } from '../lint/open.ts';
import type { ProjectDrafts } from './drafts.ts';
import { eachDraft } from './each-draft.ts';
import { LintCache } from './lint-cache.ts';
import { checkAndMend, type Mending } from './lint-mend.ts';
import type { LintOptions, LintRun } from './lint-options.ts';
import { printableSettings, settingsOf } from './settings.ts';

/** Checks every draft, or prints what it is checked with. */
export async function checkAll(
  { files, problems, findConfig, covered }: ProjectDrafts,
  mending: Mending,
  options: LintOptions,
  io: Io,
): Promise<LintRun> {
  const drafts = new Drafts();
  const cache =
    mending.mends || options.printConfig || options.cache === false
      ? undefined
      : LintCache.of(io, options.version);
  const run: LintRun = {
    diagnostics: [],
    byDraft: [],
    crashes: [],
    lines: new Map(),
    changes: new Map(),
    failures: [...problems],
    checked: 0,
    alone: 0,
    drafts: undefined,
  };
  await eachDraft(files, run.failures, async (file) => {
    if (covered.has(file)) return;
    const found = findConfig(dirname(file));
    const settings = {
      ...(await settingsOf(file, found, options, io)),
      today: options.today ?? io.today,
      drafts,
    };
    if (options.printConfig)
      io.stdout.write(`${JSON.stringify(printableSettings(file, found, settings, io), null, 2)}\n`);
    else if (cache) covered.add(take(file, cache.check(file, settings), run));
    else covered.add(take(file, await checkAndMend(file, mending, settings, io, run), run));
  });
  cache?.save();
  return run;
}

const nothingRan = (file: string): Words => ({
  en: `no rule is left that would check “${file}”: see --only, --skip, --rule and the configuration (--print-config shows them); --rule <rule>:warning switches one on`,
  zh: `没有一条规则会检查“${file}”：请核对 --only、--skip、--rule 和配置文件（--print-config 可查看）；用 --rule <规则>:warning 可以打开一条`,
});

/** Notes what was found in a draft; its files are returned. */
function take(
  file: string,
  { diagnostics, crashes, lines, files, keys, ran, judged, report }: Checked,
  run: LintRun,
): readonly string[] {
  const idle = keys !== undefined && ran === 0;
  if (idle) run.failures.push(nothingRan(file));
  run.byDraft.push({ file, diagnostics, judged, report });
  for (const diagnostic of diagnostics) run.diagnostics.push(diagnostic);
  run.crashes.push(...crashes);
  for (const [name, line, text] of lines) run.lines.set(lineKey(name, line), text);
  run.drafts ??= keys;
  if (!idle) run.checked++;
  if (!idle && isSectionFile(file)) run.alone++;
  return files;
}
