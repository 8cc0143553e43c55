import type { Language, Words } from '../diagnostic.ts';
import { optionType, type RuleOptions } from './options.ts';
import type { Example, Level, Rule } from './rule.ts';

const levels: Readonly<Record<Level, Words>> = {
  error: { en: 'error', zh: '错误' },
  warning: { en: 'warning', zh: '警告' },
  info: { en: 'info', zh: '提示' },
  off: { en: 'off unless asked for', zh: '默认关闭' },
  unfinished: { en: 'info in a draft, error once published', zh: '草稿为提示，定稿为错误' },
};

/** A rule’s level in words. */
export const levelName = (level: Level, language: Language): string => levels[level][language];

const headings = {
  level: { en: 'Level', zh: '级别' },
  why: { en: 'Why', zh: '为什么' },
  options: { en: 'Options', zh: '选项' },
  good: { en: 'Right', zh: '正确' },
  previous: { en: 'Last year’s draft, 2016.report.yaml', zh: '上年的稿子 2016.report.yaml' },
  bad: { en: 'Wrong', zh: '错误' },
  finds: { en: 'found at', zh: '发现于' },
} satisfies Record<string, Words>;

/** A rule as a page of Markdown: what it asks, why, and a draft of each kind in the language of the page. */
export function rulePage(
  { id, severity, options, summary, why, examples }: Rule,
  language: Language,
): string {
  const say = (words: Words): string => words[language];
  const colon = language === 'zh' ? '：' : ': ';
  return [
    `## ${id}`,
    say(summary),
    `${say(headings.level)}${colon}${levelName(severity, language)}`,
    `### ${say(headings.why)}`,
    say(why),
    ...(options ? optionsSection(id, severity, options, language) : []),
    ...exampleSections(examples, language),
  ]
    .join('\n\n')
    .concat('\n');
}

/** The drafts that show a rule; of a rule for reports of one language only, those of that language. */
function exampleSections(examples: Rule['examples'], language: Language): string[] {
  const example: Example | undefined = examples[language] ?? examples.en ?? examples.zh;
  if (example === undefined) return [];
  const { previous, good, bad, finds } = example;
  const draft = (heading: Words, text: string): string[] => [
    `### ${heading[language]}`,
    `\`\`\`yaml\n${text}\`\`\``,
  ];
  const places = finds.map((find) => find.split(' ')[0]).join(language === 'zh' ? '、' : ', ');
  return [
    ...(previous === undefined ? [] : draft(headings.previous, previous)),
    ...draft(headings.good, good),
    ...draft(headings.bad, bad),
    `${headings.finds[language]}${language === 'zh' ? '' : ' '}${places}`,
  ];
}

/** What can be set, each with its type, its default and what it does, and how. */
function optionsSection(id: string, severity: Level, options: RuleOptions, language: Language): string[] {
  const [open, colon, close, usually] =
    language === 'zh' ? ['（', '：', '）', '，默认 '] : [' (', ': ', ')', ', usually '];
  const items = Object.entries(options).map(
    ([name, option]) =>
      `- \`${name}\`${open}${optionType(option)[language]}${usually}\`${JSON.stringify(option.default)}\`${close}${language === 'zh' ? colon : colon}${option.description[language]}`,
  );
  const example = Object.entries(options).map(
    ([name, { example: value }]) => `${name}: ${JSON.stringify(value).replaceAll(',', ', ')}`,
  );
  return [
    `### ${headings.options[language]}`,
    items.join('\n'),
    `\`\`\`yaml\n# report.config.yaml\nrules:\n  ${id}: [${severity}, { ${example.join(', ')} }]\n\`\`\``,
  ];
}

/** All rules, one a line: id, level, what it asks. */
export function ruleList(rules: readonly Rule[], language: Language): string {
  const width = Math.max(...rules.map(({ id }) => id.length));
  return rules.map(({ id, summary }) => `${id.padEnd(width)}  ${summary[language]}\n`).join('');
}
