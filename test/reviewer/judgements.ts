import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** What a reader thought of a finding on a published text. */
export type Verdict = 'right' | 'wrong';

/** Findings on published texts by their marks, and how much text they were raised on. */
export interface Judgements {
  readonly files: number;
  readonly characters: number;
  readonly findings: ReadonlyMap<string, { readonly rule: string; readonly verdict: Verdict }>;
}

/** Where they stand: no word of the texts. */
export const judgementsFile = join(import.meta.dirname, 'judgements.tsv');

/** What stands in the file. */
export function readJudgements(text = readFileSync(judgementsFile, 'utf8')): Judgements {
  const [head = '', ...lines] = text.trimEnd().split('\n');
  const [, files, characters] = head.split('\t');
  return {
    files: Number(files),
    characters: Number(characters),
    findings: new Map(
      lines.map((line) => {
        const [mark = '', rule = '', verdict] = line.split('\t');
        return [mark, { rule, verdict: verdict === 'right' ? 'right' : 'wrong' }];
      }),
    ),
  };
}

/** The file of such judgements. */
export function judgementsText({ files, characters, findings }: Judgements): string {
  const lines = [...findings].map(([mark, { rule, verdict }]) => [mark, rule, verdict].join('\t'));
  return `# files, characters\t${files}\t${characters}\n${lines
    .sort()
    .map((line) => `${line}\n`)
    .join('')}`;
}
