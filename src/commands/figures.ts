import { dirname } from 'node:path';
import type { Language, Words } from '../diagnostic.ts';
import { UserError } from '../errors.ts';
import { readBeside, readText, type Io } from '../io.ts';
import { checkTable, type CheckRow } from '../ledger/check-table.ts';
import { checkTableWriters, closingLine, countFormulas } from '../ledger/check-table-formats.ts';
import { figuresFormats } from '../ledger/formats.ts';
import { Drafts } from '../lint/drafts.ts';
import { lint } from '../lint/lint.ts';
import { localeLanguage } from '../messages/locale.ts';
import { charactersOf, widthOf } from '../reporters/width.ts';
import { projectDrafts } from './drafts.ts';
import { formatOf, type FormatOptions } from './format.ts';
import { settingsOf } from './settings.ts';
import { lacking } from './lacking.ts';
import { deliver, tell, unique } from './print-error.ts';

export interface FiguresOptions extends FormatOptions {
  readonly force?: true;
  readonly ignore?: boolean;
  readonly lang?: Language;
}

/** `report figures [files…]`: the check table of all figures; 1 where a draft has errors or a formula was not computed, 2 where something could not be read. */
export async function listFigures(
  names: readonly string[],
  options: FiguresOptions,
  io: Io,
): Promise<number> {
  const formatName = formatOf(options, figuresFormats, 'text', io);
  const { files, problems, notes, findConfig, allIgnored, covered } = await projectDrafts(names, options, io);
  const drafts = new Drafts();
  const failures: Words[] = [...problems];
  const rows: CheckRow[] = [];
  const gaps: Words[] = [];
  let errors = 0;
  let draftKeys: Language | undefined;
  for (const file of files)
    try {
      if (covered.has(file)) continue;
      const settings = await settingsOf(file, findConfig(dirname(file)), {}, io);
      const linted = lint(file, readText(io, file), readBeside(io), {
        ...settings,
        today: io.today,
        drafts,
      });
      covered.add(linted.files);
      rows.push(...checkTable(linted));
      errors += linted.diagnostics.filter(({ severity }) => severity === 'error').length;
      if (linted.previousLack) gaps.push(lacking(file, linted.previousLack, { en: '', zh: '' }));
      draftKeys ??= linted.report?.keys;
    } catch (error) {
      if (!(error instanceof UserError)) throw error;
      failures.push(error.words);
    }
  const language = options.lang ?? localeLanguage(io.env, io.locale) ?? draftKeys ?? 'en';
  for (const words of unique([...notes, ...failures, ...gaps])) tell(io, words, language);
  if (errors > 0) tell(io, inError(errors), language);
  const format = checkTableWriters[formatName];
  // a table for people has nothing to show then, not even headings
  if (rows.length === 0 && /^(?:text|md)$/.test(formatName)) {
    if (failures.length === 0 && errors === 0 && !allIgnored) tell(io, noFigures, language);
  } else if (failures.length === 0 || rows.length > 0) {
    const text = format(rows, language, (each) => widthOf(charactersOf(each)));
    await deliver(io, options.out, text, { force: options.force === true, language });
  }
  const counts = countFormulas(rows);
  const closing = closingLine(counts);
  if (closing) tell(io, closing, language);
  return failures.length > 0 ? 2 : errors > 0 || gaps.length > 0 || counts.uncomputed > 0 ? 1 : 0;
}

const noFigures: Words = {
  en: 'no metric and no target with a level is declared',
  zh: '没有登记指标，也没有带目标值的目标',
};

const inError = (count: number): Words => ({
  en: `the drafts have ${count} ${count === 1 ? 'error' : 'errors'}; see \`report lint\``,
  zh: `稿子有${count}个错误，见 report lint`,
});
