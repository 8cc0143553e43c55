import type { Language, Words } from '../diagnostic.ts';
import { rulePage } from '../rules/page.ts';
import { isOwnRule } from '../rules/rule.ts';
import type { LintReport } from './reporter.ts';

/** What formats for programs tell of a rule, or of a stage before the rules. */
export interface AboutRule {
  readonly summary: Words;
  readonly why: Words;
  /** Where its page stands on the web; undefined for a project’s own rule, which has none. */
  readonly url?: Words;
  /** Its page in Markdown. */
  readonly page: (language: Language) => string;
}

/** Stages of lint before the rules. */
const stages: Readonly<Record<string, Pick<AboutRule, 'summary' | 'why'>>> = {
  yaml: {
    summary: { en: 'Write YAML that can be read.', zh: '稿子须是能读的 YAML。' },
    why: {
      en: 'What is not YAML cannot be read, and what reads otherwise than it looks would print something else than was meant.',
      zh: '不合 YAML 写法的，程序读不出来；读出来与看上去不一样的，印出来就不是本意。',
    },
  },
  schema: {
    summary: {
      en: 'Use the keys and values of the format.',
      zh: '键和值须合乎稿子的格式。',
    },
    why: {
      en: 'A key or value that the format does not have would be left out of the report without a word.',
      zh: '格式里没有的键和值，不会出现在报告里，也没有人会发觉。',
    },
  },
};

/** What stands in for a rule that is not known: its name says what there is to say. */
const unknown = { summary: { en: '', zh: '' }, why: { en: '', zh: '' } };

/** What there is to tell of a rule. */
export function aboutRule(
  id: string,
  { rule: find, version }: Pick<LintReport, 'rule' | 'version'>,
): AboutRule {
  const rule = find(id);
  if (rule !== undefined) {
    const url = isOwnRule(rule.id) ? undefined : docsUrl(version, 'rules', `#${id}`);
    return {
      summary: rule.summary,
      why: rule.why,
      ...(url && { url }),
      page: (language) => rulePage(rule, language),
    };
  }
  const stage = stages[id];
  const { summary, why } = stage ?? unknown;
  return {
    summary,
    why,
    ...(stage && { url: docsUrl(version, 'format') }),
    page: (language) => `## ${id}\n\n${summary[language]}\n\n${why[language]}\n`,
  };
}

/** A page of the documentation of this version, as the registry serves it. */
const docsUrl = (version: string, page: string, anchor = ''): Words => ({
  en: `https://unpkg.com/workreport@${version}/docs/${page}.md${anchor}`,
  zh: `https://unpkg.com/workreport@${version}/docs/${page}.zh.md${anchor}`,
});
