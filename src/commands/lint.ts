import type { Diagnostic, Language } from '../diagnostic.ts';
import { findDrafts, readBeside, readText, type Io } from '../io.ts';
import { UserError } from '../errors.ts';
import { lint } from '../lint/lint.ts';
import { tell } from './tell.ts';
import { localeLanguage } from '../messages/locale.ts';
import { reporters } from '../reporters/index.ts';
import { loadStyle, wantsColour } from '../reporters/style.ts';

export interface LintOptions {
  readonly format: string;
  readonly lang?: Language;
}

/** `report lint [files…]`: prints what is wrong; 1 where there is an error, 2 where something could not be checked. */
export async function lintDrafts(names: readonly string[], { format, lang }: LintOptions, io: Io): Promise<number> {
  const asked = lang ?? localeLanguage(io.env);
  const { files, problems } = await findDrafts(io, names);
  const failures = [...problems];
  const diagnostics: Diagnostic[] = [];
  const texts = new Map<string, string>();
  let drafts: Language | undefined;
  let checked = 0;
  for (const file of files)
    try {
      const linted = lint(file, readText(io, file), readBeside(io));
      for (const source of linted.sources.values()) texts.set(source.file, source.text);
      diagnostics.push(...linted.diagnostics);
      drafts ??= linted.report?.keys;
      checked++;
    } catch (error) {
      if (!(error instanceof UserError)) throw error;
      failures.push(error.words);
    }
  const language = asked ?? drafts ?? 'en';
  for (const words of failures) tell(io, words, language);
  if (checked > 0 || format !== 'text') {
    const report = await (reporters[format] as () => ReturnType<(typeof reporters)[string]>)();
    const style = await loadStyle(wantsColour(io.stdout.isTTY, io.env));
    io.stdout.write(report({ diagnostics, files: checked, text: (file) => texts.get(file) ?? '' }, { language, style, width: io.stdout.columns ?? 100 }));
  }
  if (failures.length > 0) return 2;
  return diagnostics.some(({ severity }) => severity === 'error') ? 1 : 0;
}
