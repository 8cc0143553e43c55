import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { lint } from '../src/lint/lint.ts';

/** A sentence as a reviewer would meet it, alone in a report, with what is to be found in it. */
export interface PageSentence {
  /** The kind of mistake, as the list of kinds names it. */
  readonly kind: string;
  /** The rule that finds it. */
  readonly rule: string;
  readonly isWrong: boolean;
  readonly language: 'zh' | 'en';
  /** Sections are parted by `||`. */
  readonly text: string;
}

/** The sentences of a file of `test/reviewer`: kind, rule, wrong or sound, text. */
export const sentencesOf = (file: string): readonly PageSentence[] =>
  readFileSync(join(import.meta.dirname, 'reviewer', file), 'utf8')
    .trim()
    .split('\n')
    .map((line) => {
      const [kind = '', rule = '', label, text = ''] = line.split('\t');
      const language = /\p{Script=Han}/u.test(text) ? 'zh' : 'en';
      return { kind, rule, isWrong: label === 'wrong', language, text };
    });

const heads = {
  zh: '格式: 1\n标题: 报告\n编制单位: 某局\n年度: 2018\n总结:\n  章节:\n',
  en: 'schema: 1\ntitle: Report\norganization: Agency\nyear: 2018\nsummary:\n  sections:\n',
};

/** A report on 2018 with one section for each stretch of a text. */
export const draftOf = ({ language, text }: PageSentence): string =>
  heads[language] +
  text
    .split('||')
    .map((body, index) =>
      language === 'zh'
        ? `    - { 标题: 工作${index + 1}, 正文: ${JSON.stringify(body)} }\n`
        : `    - { title: Work ${index + 1}, body: ${JSON.stringify(body)} }\n`,
    )
    .join('');

/** The rules on figures and texts that speak of a sentence, as warning or error (of those that only inform, where asked). */
export function rulesOn(sentence: PageSentence, withInfos = false): readonly string[] {
  const { diagnostics } = lint('2018.report.yaml', draftOf(sentence), () => undefined, {
    today: '2018-12-31',
  });
  return diagnostics
    .filter(({ rule, severity }) => (withInfos || severity !== 'info') && !others.has(rule))
    .map(({ rule }) => rule);
}

/** What a sentence alone in a report lacks in any case. */
const others = new Set(['figures-declared', 'sections-required', 'as-of-given']);
