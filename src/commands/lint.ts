import type { Diagnostic, Language, Words } from '../diagnostic.ts';
import { findDrafts, readBeside, readText, writeText, type Io } from '../io.ts';
import { UserError } from '../errors.ts';
import { fixDraft, type Fixed } from '../lint/fix.ts';
import { lint } from '../lint/lint.ts';
import { tell } from './tell.ts';
import { localeLanguage } from '../messages/locale.ts';
import { reporters } from '../reporters/index.ts';
import { loadStyle, wantsColour } from '../reporters/style.ts';

export interface LintOptions {
  readonly format: string;
  readonly fix?: true;
  readonly fixUnsafe?: true;
  readonly fixDryRun?: true;
  readonly lang?: Language;
}

/** `report lint [files…]`: prints what is wrong; 1 where there is an error, 2 where something could not be checked. */
export async function lintDrafts(names: readonly string[], options: LintOptions, io: Io): Promise<number> {
  const { format, lang } = options;
  const asked = lang ?? localeLanguage(io.env);
  const { files, problems } = await findDrafts(io, names);
  const failures = [...problems];
  const changes = new Map<string, Change>();
  const diagnostics: Diagnostic[] = [];
  const texts = new Map<string, string>();
  let drafts: Language | undefined;
  let checked = 0;
  for (const file of files)
    try {
      const { linted, changed } = check(file, options, io);
      for (const [name, change] of changed) changes.set(name, change);
      for (const source of linted.sources.values()) texts.set(source.file, source.text);
      diagnostics.push(...linted.diagnostics);
      drafts ??= linted.report?.keys;
      checked++;
    } catch (error) {
      if (!(error instanceof UserError)) throw error;
      failures.push(error.words);
    }
  const language = asked ?? drafts ?? 'en';
  for (const [name, change] of changes) failures.push(...(await take(name, change, options, io, language)));
  for (const words of failures) tell(io, words, language);
  if (options.fixDryRun !== true && (checked > 0 || format !== 'text')) {
    const report = await (reporters[format] as () => ReturnType<(typeof reporters)[string]>)();
    const style = await loadStyle(wantsColour(io.stdout.isTTY, io.env));
    io.stdout.write(report({ diagnostics, files: checked, text: (file) => texts.get(file) ?? '' }, { language, style, width: io.stdout.columns ?? 100 }));
  }
  if (failures.length > 0) return 2;
  return diagnostics.some(({ severity }) => severity === 'error') ? 1 : 0;
}

interface Change {
  readonly before: string;
  readonly after: string;
  readonly fixes: number;
}

/** Checks one draft, and mends it in memory where that is asked. */
function check(file: string, { fix, fixUnsafe, fixDryRun }: LintOptions, io: Io): Pick<Fixed, 'linted' | 'changed'> {
  const text = readText(io, file);
  return fix || fixUnsafe || fixDryRun
    ? fixDraft(file, text, readBeside(io), fixUnsafe === true)
    : { linted: lint(file, text, readBeside(io)), changed: new Map() };
}

/** Writes what was mended, or shows it as a diff; what could not be written is returned. */
async function take(name: string, { before, after, fixes }: Change, { fixDryRun }: LintOptions, io: Io, language: Language): Promise<Words[]> {
  if (fixDryRun) {
    const { createTwoFilesPatch } = await import('diff');
    io.stdout.write(
      createTwoFilesPatch(name, name, before, after, undefined, undefined, {
        headerOptions: { includeIndex: false, includeUnderline: false, includeFileHeaders: true },
      }),
    );
    return [];
  }
  try {
    await writeText(io, name, after, true);
    io.stderr.write(language === 'zh' ? `已修改 ${name}（${fixes}处）\n` : `mended ${name} (${fixes} ${fixes === 1 ? 'place' : 'places'})\n`);
    return [];
  } catch (error) {
    if (error instanceof UserError) return [error.words];
    throw error;
  }
}
