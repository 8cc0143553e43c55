import { writeFileSync } from 'node:fs';
import { judgementsText, readJudgements, type Judgements, type Verdict } from './judgements.ts';
import { realFindings } from './real-findings.ts';

/**
 * Judges findings on published texts: lists those that nobody has judged, or stores what a reader thinks of some of them. What is
 * raised no longer goes.
 *
 *   REPORT_REAL_TEXTS=<folder> node test/reviewer/judge.mjs [right|wrong <mark>…]
 */
export async function judge(
  file: string,
  text: string,
  argv: readonly string[],
  folder: string,
): Promise<void> {
  const [verdict, ...marks] = argv;
  if (verdict !== undefined && verdict !== 'right' && verdict !== 'wrong')
    throw new Error('write right or wrong, then the marks');
  const known = readJudgements(text);
  const { files, characters, findings } = await realFindings(folder);
  const judged = new Map<string, { readonly rule: string; readonly verdict: Verdict }>();
  const open = new Set(marks);
  for (const { mark, name, diagnostic, line } of findings) {
    const before = known.findings.get(mark);
    if (verdict !== undefined && open.delete(mark)) judged.set(mark, { rule: diagnostic.rule, verdict });
    else if (before !== undefined) judged.set(mark, before);
    else {
      const { start } = diagnostic.range;
      console.log(`${mark} ${diagnostic.rule} ${name}: ${diagnostic.message.zh}`);
      console.log(`    …${line.slice(Math.max(0, start.column - 80), start.column + 100)}…`);
    }
  }
  if (open.size > 0) throw new Error(`no finding has the mark ${[...open].join(', ')}`);
  const now: Judgements = { files, characters, findings: judged };
  writeFileSync(file, judgementsText(now));
  console.log(`${judged.size} of ${findings.length} judged`);
}
