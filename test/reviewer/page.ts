import type { Judgements } from './judgements.ts';
import { kinds } from './kinds.ts';
import { sumOf, type Measure, type Share } from './measure.ts';
import { SEEDED } from './seeds/index.ts';
import { words } from './page-words.ts';

type Language = 'zh' | 'en';

/** What the page is made of. */
export interface Accuracy {
  readonly seeded: readonly Measure[];
  readonly held: readonly Measure[];
  readonly judgements: Judgements;
}

const grouped = (value: number): string => value.toLocaleString('en-US');
const percent = ({ of, right }: Share): string => (of === 0 ? '' : `${((right * 100) / of).toFixed(1)}%`);
const shareOf = ({ of, right }: Share): string => (of === 0 ? '' : `${right}/${of}`);

/** A table whose first columns are words. */
const table = (rows: readonly (readonly string[])[], names = 1): string => {
  const [head = [], ...body] = rows;
  const rule = head.map((_, at) => (at < names ? '---' : '---:'));
  return [head, rule, ...body].map((row) => `| ${row.join(' | ')} |`).join('\n');
};

/** Measures of a kind in both languages together. */
function cells(measures: readonly Measure[]): string[] {
  return [
    shareOf(sumOf(measures.map(({ found }) => found))),
    shareOf(sumOf(measures.map(({ silent }) => silent))),
  ];
}

function kindRows(language: Language, { seeded, held }: Accuracy): string[][] {
  const link = (rule: string): string => `[\`${rule}\`](rules${language === 'zh' ? '.zh' : ''}.md#${rule})`;
  const rows = Object.entries(kinds).map(([name, kind]) => {
    const of = (measures: readonly Measure[]): Measure[] => measures.filter((each) => each.kind === name);
    return [
      kind[language],
      kind.rules.map(link).join(language === 'zh' ? '、' : ', '),
      ...cells(of(seeded)),
      ...cells(of(held)),
    ];
  });
  const total = [...cells(seeded), ...cells(held)];
  const shares = [seeded, held].flatMap((measures) => [
    percent(sumOf(measures.map(({ found }) => found))),
    percent(sumOf(measures.map(({ silent }) => silent))),
  ]);
  return [
    words.kindHead[language],
    ...rows,
    [words.total[language], '', ...total],
    [words.share[language], '', ...shares],
  ];
}

function languageRows(language: Language, { seeded, held }: Accuracy): string[][] {
  const rows = (['zh', 'en'] as const).map((of) => [
    words.languages[of][language],
    ...[seeded, held].flatMap((measures) => cells(measures.filter((each) => each.language === of))),
  ]);
  return [words.languageHead[language], ...rows];
}

function ruleRows(language: Language, { judgements }: Accuracy): string[][] {
  const all = [...judgements.findings.values()];
  const rules = [...new Set(all.map(({ rule }) => rule))].sort();
  const row = (name: string, of: typeof all): string[] => {
    const share = { of: of.length, right: of.filter(({ verdict }) => verdict === 'right').length };
    return [name, String(share.of), String(share.right), String(share.of - share.right), percent(share)];
  };
  return [
    words.ruleHead[language],
    ...rules.map((name) =>
      row(
        `\`${name}\``,
        all.filter(({ rule }) => rule === name),
      ),
    ),
    row(words.total[language], all),
  ];
}

/** The page in a language. */
export function accuracyPage(language: Language, accuracy: Accuracy): string {
  const { files, characters, findings } = accuracy.judgements;
  const wrong = [...findings.values()].filter(({ verdict }) => verdict === 'wrong').length;
  const held = sumOf(accuracy.held.flatMap(({ found, silent }) => [found, silent])).of;
  const text = words.page[language];
  return [
    text.head({ seeded: SEEDED, held }),
    table(kindRows(language, accuracy), 2),
    text.languages,
    table(languageRows(language, accuracy)),
    text.real({
      files: String(files),
      characters: grouped(characters),
      raised: String(findings.size),
      each: wrong === 0 ? '' : grouped(Math.round(characters / wrong)),
    }),
    table(ruleRows(language, accuracy)),
    text.foot,
    '',
  ].join('\n\n');
}
