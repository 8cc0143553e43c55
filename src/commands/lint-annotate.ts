import type { Diagnostic, Language, Words } from '../diagnostic.ts';
import { annotate, type Remark } from '../importer/annotate/annotate.ts';
import type { Caution } from '../importer/annotate/cautions.ts';
import type { Revision } from '../importer/annotate/place-revisions.ts';
import { writeFile, type Io } from '../io.ts';
import { printableName } from '../source/printable.ts';
import { tell } from './print-error.ts';
import type { LintOptions, LintRun } from './lint-options.ts';

/** Who the comments are of. */
const AUTHOR = 'report';

/**
 * Writes the copy of a Word file with a comment for each finding that is listed. A file that could not be checked has no copy; where
 * nothing was found, the copy is the file itself. @throws UserError where it cannot be written
 */
export async function writeAnnotated(
  { documents, diagnostics }: LintRun,
  { annotate: out = '', date, quiet, force }: LintOptions,
  io: Io,
  language: Language,
): Promise<void> {
  const [document] = documents;
  if (!document) return;
  const [file, { bytes, revisions }] = document;
  const told = diagnostics.filter(
    (each) => each.file === file && !(quiet === true && each.severity !== 'error'),
  );
  const remarks = told.map((each) => remarkOf(each, revisions.get(each), language));
  const copy = annotate(bytes, remarks, { name: AUTHOR, date });
  await writeFile(io, out, copy.bytes, { force: force === true });
  const name = printableName(out);
  const count = told.length;
  const said =
    language === 'zh'
      ? `已写好 ${name}，${count === 0 ? '没有发现问题，内容与原文件相同' : `批注${count}条${copy.revisions === 0 ? '' : `，修订${copy.revisions}处`}`}`
      : `wrote ${name}, ${count === 0 ? 'the same as the document, as nothing was found' : `with ${counted(count, 'comment')}${copy.revisions === 0 ? '' : ` and ${counted(copy.revisions, 'tracked change')}`}`}`;
  io.stderr.write(`${said}\n`);
  for (const caution of copy.cautions) tell(io, cautions[caution], language);
}

const cautions: Readonly<Record<Caution, Words>> = {
  signed: {
    en: 'the document carries a digital signature, which is not valid for the copy, as its text was changed; the document itself is as it was: have the final text signed anew',
    zh: '原文件有数字签名，副本改动了内容，签名在副本上失效；原文件没有改动，定稿后请重新签名',
  },
  protected: {
    en: 'editing is restricted in the document, and so in the copy: to take or refuse tracked changes, stop the protection first (Review, Restrict Editing)',
    zh: '原文件限制编辑，副本也一样：要接受或拒绝修订，请先停止保护（“审阅”、“限制编辑”）',
  },
};

const counted = (count: number, thing: string): string => `${count} ${thing}${count === 1 ? '' : 's'}`;

const revised: Words = {
  en: 'The text shows the fix as a tracked change: accept or reject it.',
  zh: '正文已用修订标出改法，可以接受，也可以拒绝。',
};

/** A finding as a comment: what is wrong, what to do, and by which rule. */
function remarkOf(
  { message, help, rule, spot }: Diagnostic,
  revision: Revision | undefined,
  language: Language,
): Remark {
  const lines = [message[language], ...(help ? [help[language]] : []), `[${rule}]`];
  return {
    spans: spot ? [...spot.runs, ...(spot.last ? [spot.last] : [])] : [],
    lines: lines.flatMap((line) => line.split('\n')),
    fix: revision && { revision, line: revised[language] },
  };
}
