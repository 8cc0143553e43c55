import { datesSection } from './dates-docs.ts';
import type { Language, Words } from '../diagnostic.ts';
import { levelName, rulePage } from '../rules/page.ts';
import { rules } from '../rules/index.ts';
import { limitsSection } from './limits-docs.ts';
import { markdownSection } from './markdown-docs.ts';
import type { RuleOptions } from '../rules/options.ts';
import { settable } from '../rules/rule.ts';

/** A schema node as the reference page reads it. */
interface Node {
  readonly description?: string;
  readonly examples?: readonly unknown[];
  readonly type?: string | readonly string[];
  readonly enum?: readonly unknown[];
  readonly enumDescriptions?: readonly string[];
  readonly required?: readonly string[];
  readonly properties?: Readonly<Record<string, Node>>;
  readonly $defs?: Readonly<Record<string, Node>>;
  readonly 'x-zh'?: {
    readonly name: string;
    readonly description: string;
    readonly examples?: readonly unknown[];
    readonly enum?: Readonly<Record<string, { readonly name: string; readonly description: string }>>;
  };
  readonly 'x-shorthand'?: string;
  readonly 'x-reference-words'?: Readonly<Record<string, string>>;
}

const note: Words = {
  en: '<!-- Generated from the schema and the rules by `npm run generate`; do not edit. -->',
  zh: '<!-- 由 npm run generate 根据模式和规则生成，请勿手改。 -->',
};

/** Every page that is generated whole, by path. */
export const pages = (): Readonly<Record<string, string>> => ({
  'docs/rules.md': rulesPage('en'),
  'docs/rules.zh.md': rulesPage('zh'),
});

/** Generated regions of pages that are written by hand, by path and name. */
export const regions = (schema: Node): Readonly<Record<string, Readonly<Record<string, string>>>> => ({
  'README.md': { 'rules-zh': rulesTable('zh'), 'rules-en': rulesTable('en') },
  'docs/format.md': { reference: formatReference(schema, 'en') },
  'docs/format.zh.md': { reference: formatReference(schema, 'zh') },
});

/** What an editor completes for each rule of a configuration: its levels, or a list of one and its options. */
export const ruleSchemas = (): Readonly<Record<string, object>> =>
  Object.fromEntries(
    rules.map(({ id, summary, options }) => [
      id,
      {
        description: `${summary.zh} ${summary.en}`,
        type: options ? ['string', 'array'] : 'string',
        enum: options ? undefined : settable,
        ...(options && {
          items: {
            type: ['string', 'object'],
            additionalProperties: false,
            properties: optionSchemas(options),
          },
        }),
      },
    ]),
  );

const optionSchemas = (options: RuleOptions): Readonly<Record<string, object>> =>
  Object.fromEntries(
    Object.entries(options).map(([name, { default: usual, description }]) => [
      name,
      {
        description: `${description.zh} ${description.en}`,
        default: usual,
        ...(Array.isArray(usual) ? { type: 'array', items: { type: 'string' } } : { type: typeof usual }),
      },
    ]),
  );

function rulesPage(language: Language): string {
  const title = { en: '# Rules', zh: '# 规则' }[language];
  const intro = {
    en: '`report explain <rule>` prints these pages. Each example is run by the tests.',
    zh: '`report explain <规则>` 显示的就是这些内容。每个例子都由测试实际运行。',
  }[language];
  return [title, note[language], intro, ...rules.map((rule) => rulePage(rule, language))].join('\n\n');
}

function rulesTable(language: Language): string {
  const head = {
    en: '| rule | level | asks |\n| --- | --- | --- |',
    zh: '| 规则 | 级别 | 要求 |\n| --- | --- | --- |',
  }[language];
  const page = { en: 'docs/rules.md', zh: 'docs/rules.zh.md' }[language];
  return [
    head,
    ...rules.map(
      ({ id, severity, summary }) =>
        `| [\`${id}\`](${page}#${id}) | ${levelName(severity, language)} | ${summary[language]} |`,
    ),
  ].join('\n');
}

/** All keys, and what the program knows of dates, references, Markdown and limits; the examples before it are written by hand. */
function formatReference(schema: Node, language: Language): string {
  const text = {
    en: {
      intro: 'Keys in English; each table gives the Chinese name as well. A file uses one set of keys.',
      head: '| key | Chinese | what it holds | example |',
    },
    zh: {
      intro: '下面列出全部键。稿子用中文键或英文键都可以，一个文件只用一套。',
      head: '| 键 | 英文键 | 内容 | 例 |',
    },
  }[language];
  const sections = [['report', schema] as const, ...Object.entries(schema.$defs ?? {})].map(([name, node]) =>
    shapeSection(name, node, schema, language, text.head),
  );
  return [
    note[language],
    text.intro,
    ...sections,
    datesSection(language),
    wordsSection(schema, language),
    markdownSection(language),
    limitsSection(language),
  ].join('\n\n');
}

function shapeSection(name: string, node: Node, schema: Node, language: Language, head: string): string {
  const zh = node['x-zh'];
  const title = language === 'zh' ? `## ${zh?.name ?? name}` : `## ${name}`;
  const description = language === 'zh' ? zh?.description : node.description;
  const shorthand = node['x-shorthand'];
  const keyName = (key: string): string =>
    language === 'zh' ? (node.properties?.[key]?.['x-zh']?.name ?? key) : key;
  const short =
    shorthand &&
    {
      en: `A scalar in its place is its \`${shorthand}\`.`,
      zh: `只写一个值时，就是它的“${keyName(shorthand)}”。`,
    }[language];
  const required =
    node.required &&
    {
      en: `Required: ${node.required.map((key) => `\`${key}\``).join(', ')}.`,
      zh: `必写：${node.required.map(keyName).join('、')}。`,
    }[language];
  const rows = Object.entries(node.properties ?? {}).map(([key, property]) => row(key, property, language));
  const extra =
    node === schema
      ? {
          en: ' At least one of summary, problems, plan, annexes.',
          zh: '总结、问题、计划、附件至少写一个。',
        }[language]
      : '';
  return [
    title,
    [description, short, required && `${required}${extra}`]
      .filter(Boolean)
      .join(language === 'zh' ? '' : ' '),
    [head, '| --- | --- | --- | --- |', ...rows].join('\n'),
  ].join('\n\n');
}

function row(key: string, node: Node, language: Language): string {
  const zh = node['x-zh'];
  const [own, other] = language === 'zh' ? [zh?.name ?? key, key] : [key, zh?.name ?? ''];
  const description = (language === 'zh' ? zh?.description : node.description) ?? '';
  const values = valueNotes(node, language);
  const examples = (language === 'zh' ? zh?.examples : node.examples) ?? [];
  const shown = examples
    .map((example) => `\`${typeof example === 'string' ? example : JSON.stringify(example)}\``)
    .join(language === 'zh' ? '、' : ', ');
  return `| \`${own}\` | \`${other}\` | ${description}${values && ` ${values}`} | ${shown.replaceAll('|', '\\|')} |`;
}

/** What each value of a choice means. */
function valueNotes({ enum: values, enumDescriptions, 'x-zh': zh }: Node, language: Language): string {
  if (values === undefined || zh?.enum === undefined) return '';
  const notes = values.map((value, index) =>
    valueNote(String(value), enumDescriptions?.[index] ?? '', zh.enum?.[String(value)], language),
  );
  return notes.join(language === 'zh' ? '；' : '; ');
}

const valueNote = (
  value: string,
  en: string,
  zh: { readonly name: string; readonly description: string } | undefined,
  language: Language,
): string =>
  language === 'zh'
    ? `\`${zh?.name ?? value}\`（${value}）${zh?.description ?? ''}`
    : `\`${value}\` (${zh?.name ?? ''}) ${en}`;

function wordsSection(schema: Node, language: Language): string {
  const words = Object.entries(schema['x-reference-words'] ?? {});
  const title = { en: '## Words of references and formulas', zh: '## 引用和算式中的词' }[language];
  const text = {
    en: 'In any text: `{{id}}` prints a metric, `{{id.previous}}` its value of last year, `{{id.level}}` its target, `{{section:id}}` the number of a section, `{{year}}` and `{{next-year}}` the years, `{{table.row.column}}` a cell. `\\{{` is two braces.',
    zh: '任何文字中：`{{标识}}` 印出指标的数值，`{{标识.上年值}}` 印出上年值，`{{标识.目标值}}` 印出目标值，`{{章节:标识}}` 印出章节的序号，`{{年度}}`、`{{下年}}` 印出年份，`{{表.行.列}}` 印出表格中的一格。`\\{{` 印出两个花括号。',
  }[language];
  return [
    title,
    text,
    `| English | 中文 |\n| --- | --- |\n${words.map(([en, zh]) => `| \`${en}\` | \`${zh}\` |`).join('\n')}`,
  ].join('\n\n');
}
