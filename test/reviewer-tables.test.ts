import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Diagnostic } from '../src/diagnostic.ts';
import { lint } from '../src/lint/lint.ts';

/** A page with a table: what is to be found on it, none where it is sound. */
interface Page {
  readonly title: string;
  readonly wrong: readonly string[];
  readonly sections: readonly { readonly title: string; readonly body: string }[];
}

/** Pages part at `### title`; a line `! words` names a finding by the words it stands at, a line `==== title` begins a section. */
function pagesOf(name: string, language: 'zh' | 'en'): readonly Page[] {
  const text = readFileSync(join(import.meta.dirname, 'reviewer', `${name}.${language}.txt`), 'utf8');
  return text
    .split(/^### /m)
    .slice(1)
    .map((page) => {
      const [title = '', ...lines] = page.split('\n');
      const wrong = lines.filter((line) => line.startsWith('! ')).map((line) => line.slice(2));
      const [first = '', ...rest] = lines
        .filter((line) => !line.startsWith('! '))
        .join('\n')
        .split(/^==== /m);
      const sections = [
        { title: language === 'zh' ? '概况' : 'Work', body: first.trim() },
        ...rest.map((section) => {
          const [head = '', ...body] = section.split('\n');
          return { title: head, body: body.join('\n').trim() };
        }),
      ];
      return { title, wrong, sections };
    });
}

/** What lint says of a page above an info, each with the words that it stands at. */
function findsOn({ sections }: Page, language: 'zh' | 'en'): readonly string[] {
  const draft = JSON.stringify({
    schema: 1,
    title: 'T',
    organization: 'O',
    year: 2017,
    published: '2018-01-20',
    language,
    summary: { sections },
  });
  // the draft is one line
  const words = ({ range: { start, end } }: Diagnostic): string =>
    draft.slice(start.column - 1, end.column - 1);
  return lint('2017.report.yaml', draft, () => undefined)
    .diagnostics.filter(({ severity }) => severity !== 'info')
    .map((each) => `${each.rule} ${words(each)}`);
}

const kinds: Readonly<Record<string, string>> = {
  'tables-in-bodies': 'tables-add-up',
  'tables-agree': 'tables-agree',
};

/** The files of a kind: what it was built on, and what was kept apart; traps are all sound. */
const files: readonly (readonly [file: string, rule: string])[] = [
  ...Object.entries(kinds).flatMap(([kind, rule]) => [
    [kind, rule] as const,
    [`${kind}-kept`, rule] as const,
  ]),
  ['tables-traps', ''],
];

describe('tables in bodies', () => {
  for (const [file, rule] of files)
    for (const language of ['zh', 'en'] as const)
      it(`${file}, ${language}: ${rule} finds what is wrong, and nothing is said of what is sound`, () => {
        const pages = pagesOf(file, language);
        const failed = pages.filter((page) => {
          const wanted = page.wrong.map((words) => `${rule} ${words}`);
          return findsOn(page, language).join('\n') !== wanted.join('\n');
        });
        expect(failed.map((page) => [page.title, findsOn(page, language)])).toEqual([]);
        expect(pages.length).toBeGreaterThan(15);
      });
});
