import type { Diagnostic, Language } from '../../diagnostic.ts';
import type { Io } from '../../io.ts';
import { lineIndex } from '../../lint/lines.ts';
import type { Linted } from '../../lint/lint.ts';
import { formats } from '../../render/index.ts';
import { plain } from '../../reporters/style.ts';
import { previousFound } from '../../rules/years/previous-found.ts';
import { printableName } from '../../source/printable.ts';
import { tell } from '../print-error.ts';

/** Whether errors, or a rule that failed, stand in the way of a rendering that is no draft. */
export function isStopped(
  errors: readonly Diagnostic[],
  crashed: boolean,
  wanted: readonly string[],
): boolean {
  const isExport = wanted.every((format) => formats[format]?.export === true);
  return isExport
    ? errors.some(({ rule }) => ['yaml', 'schema', previousFound.id].includes(rule))
    : errors.length > 0 || crashed;
}

/** Shows errors to the person who runs the program. */
export async function listErrors(
  errors: readonly Diagnostic[],
  { sources, mask }: Linted,
  io: Io,
  language: Language,
): Promise<void> {
  const { textReporter } = await import('../../reporters/text.ts');
  io.stderr.write(
    textReporter(
      {
        diagnostics: errors,
        files: 1,
        line: (each, line) => mask(lineIndex(sources.get(each)?.text ?? '').line(line)),
      },
      { language, style: plain, width: io.stderr.columns || 100 },
    ),
  );
}

/** Says why nothing is written, with the errors themselves. */
export async function refuseRendering(
  file: string,
  linted: Linted,
  io: Io,
  language: Language,
  { several, isPrivate }: { readonly several: boolean; readonly isPrivate: boolean },
): Promise<void> {
  const { diagnostics, report } = linted;
  const errors = diagnostics.filter(({ severity }) => severity === 'error');
  if (errors.length > 0) await listErrors(errors, linted, io, language);
  const why =
    errors.length > 0
      ? { en: 'because the report has errors', zh: '报告有错误，没有输出' }
      : { en: 'because a rule failed', zh: '有规则出错，没有查全，没有输出' };
  const way =
    report === undefined
      ? { en: '', zh: '' }
      : isPrivate
        ? {
            en: '; personal data and what is marked as secret are taken out or masked first, with --draft too (--internal --draft renders it for the office itself)',
            zh: '；有个人信息或涉密标志的，先删去或打码，加 --draft 也不输出（单位内部使用，加 --internal --draft）',
          }
        : {
            en: '; --draft renders it all the same, stamped as a draft',
            zh: '；加 --draft 可照样输出，并盖“草稿”字样',
          };
  const of = several
    ? { en: ` of ${printableName(file)}`, zh: `${printableName(file)}：` }
    : { en: '', zh: '' };
  tell(
    io,
    {
      en: `nothing${of.en} was written, ${why.en}${way.en}`,
      zh: `${of.zh}${why.zh}${way.zh}`,
    },
    language,
  );
}
