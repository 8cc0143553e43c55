import type { Diagnostic, Language, Words } from '../../diagnostic.ts';
import { annotate, type Remark } from '../../importer/annotate/annotate.ts';
import type { Caution } from '../../importer/annotate/cautions.ts';
import type { Revision } from '../../importer/annotate/place-revisions.ts';
import { writeFile, type Io } from '../../io.ts';
import { printableName } from '../../source/printable.ts';
import { tell } from '../print-error.ts';
import type { ProjectDrafts } from '../drafts.ts';
import type { LintOptions, LintRun } from '../lint/lint-options.ts';

/** Who the comments are of. */
const AUTHOR = 'report';

/** What is to be written. */
interface Annotating {
  readonly bytes: Uint8Array;
  readonly remarks: readonly Remark[];
  /** How many findings are on what a draft does not print. */
  readonly apart: number;
}

/**
 * Writes the copy of a Word file, or the Word file of a draft, with a comment for each finding that is listed. A file that could not be
 * checked has no copy; where nothing was found, the copy is the file itself. @throws UserError where it cannot be written
 */
export async function writeAnnotated(
  run: LintRun,
  project: ProjectDrafts,
  options: LintOptions,
  io: Io,
  language: Language,
): Promise<void> {
  const { annotate: out = '', date, force } = options;
  const isDraft = run.byDraft.length > 0;
  const made = isDraft
    ? await ofDraft(run, project, options, io, language)
    : ofDocument(run, options, language);
  if (!made) return;
  const copy = annotate(made.bytes, made.remarks, { name: AUTHOR, date });
  await writeFile(io, out, copy.bytes, { force: force === true });
  const said = (isDraft ? draftSaid : copySaid)(printableName(out), made, copy.revisions);
  io.stderr.write(`${said[language]}\n`);
  for (const caution of copy.cautions) tell(io, cautions[caution], language);
}

/** What is written of a run: with `--quiet` only errors. */
const listedIn = ({ diagnostics }: LintRun, { quiet }: LintOptions): readonly Diagnostic[] =>
  diagnostics.filter((each) => !(quiet === true && each.severity !== 'error'));

function ofDocument(run: LintRun, options: LintOptions, language: Language): Annotating | undefined {
  const [document] = run.documents;
  if (!document) return undefined;
  const [file, { bytes, revisions }] = document;
  const told = listedIn(run, options).filter((each) => each.file === file);
  const remarks = told.map((each) => {
    const { spot } = each;
    const spans = spot ? [...spot.runs, ...(spot.last ? [spot.last] : [])] : [];
    return remarkOf(each, spans, revisions.get(each), language);
  });
  return { bytes, remarks, apart: 0 };
}

async function ofDraft(
  run: LintRun,
  project: ProjectDrafts,
  options: LintOptions,
  io: Io,
  language: Language,
): Promise<Annotating | undefined> {
  const [draft, ...more] = run.byDraft;
  if (!draft) return undefined;
  const { annotatedDraft } = await import('./annotate-draft.ts');
  const made =
    more.length > 0
      ? undefined
      : await annotatedDraft(draft.file, listedIn(run, options), project, options, io, language);
  if (made) return made;
  const lack = more.length > 0 ? severalDrafts : unreadDraft(printableName(draft.file));
  run.failures.push(lack);
  tell(io, lack, language);
  return undefined;
}

const severalDrafts: Words = {
  en: 'no Word file was written: --annotate takes one draft, and there are several; name one',
  zh: '没有写出 Word 文件：--annotate 一次只给一份稿子写批注，这里有几份；请写明其中一份',
};

const unreadDraft = (name: string): Words => ({
  en: `no Word file was written: “${name}” cannot be read as a report; mend what is listed first`,
  zh: `没有写出 Word 文件：“${name}”读不成报告；请先改正列出的问题`,
});

const copySaid = (name: string, { remarks: { length } }: Annotating, revisions: number): Words => ({
  en: `wrote ${name}, ${length === 0 ? 'the same as the document, as nothing was found' : writtenIn(length, revisions).en}`,
  zh: `已写好 ${name}，${length === 0 ? '没有发现问题，内容与原文件相同' : writtenIn(length, revisions).zh}`,
});

function draftSaid(name: string, { remarks: { length }, apart }: Annotating, revisions: number): Words {
  const { en, zh } =
    length === 0
      ? { en: 'without comments, as nothing was found', zh: '没有发现问题，也就没有批注' }
      : writtenIn(length, revisions);
  if (apart === 0) return { en: `wrote ${name}, ${en}`, zh: `已写好 ${name}，${zh}` };
  return {
    en: `wrote ${name}, ${en}; ${apart} on what the draft holds and Word does not print ${apart === 1 ? 'stands' : 'stand'} where it belongs, with ${apart === 1 ? 'its line' : 'their lines'} of the draft`,
    zh: `已写好 ${name}，${zh}；其中${apart}条所指的内容只在稿子里、不印出来，批在相关的标题或数字上，注明了稿子的行号`,
  };
}

const writtenIn = (count: number, revisions: number): Words => ({
  en: `with ${counted(count, 'comment')}${revisions === 0 ? '' : ` and ${counted(revisions, 'tracked change')}`}`,
  zh: `批注${count}条${revisions === 0 ? '' : `，修订${revisions}处`}`,
});

const counted = (count: number, thing: string): string => `${count} ${thing}${count === 1 ? '' : 's'}`;

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

const revised: Words = {
  en: 'The text shows the fix as a tracked change: accept or reject it.',
  zh: '正文已用修订标出改法，可以接受，也可以拒绝。',
};

/** A finding as a comment: what is wrong, what to do, and by which rule. */
export function remarkOf(
  { message, help, rule }: Diagnostic,
  spans: Remark['spans'],
  revision: Revision | undefined,
  language: Language,
): Remark {
  const lines = [message[language], ...(help ? [help[language]] : []), `[${rule}]`];
  return {
    spans,
    lines: lines.flatMap((line) => line.split('\n')),
    fix: revision && { revision, line: revised[language] },
  };
}
