import { Reading } from '../src/reading/reading.ts';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { SourceDocument } from '../src/importer/block.ts';
import { importDocument } from '../src/importer/import.ts';
import { readHtmlText } from '../src/importer/readers/html/read-html.ts';
import { readMarkdown } from '../src/importer/readers/markdown/read-markdown.ts';
import { readPlainText } from '../src/importer/readers/read-text.ts';
import { lint } from '../src/lint/lint.ts';
import type { Report, Section } from '../src/model/report.ts';
import { htmlRenderer } from '../src/render/html/html.ts';
import { markdownRenderer } from '../src/render/markdown/markdown.ts';
import { textRenderer as plain } from '../src/render/text.ts';
import { sample } from './depth.ts';

const words = [
  '水库',
  '学校',
  '整改',
  '隐患',
  '资金',
  '培训',
  '道路',
  '绿化',
  '窗口',
  '热线',
  '社区',
  '台账',
  '图书',
  '设备',
  '演练',
  '巡查',
];
const phrase = (least: number, most: number): fc.Arbitrary<string> =>
  fc.array(fc.constantFrom(...words), { minLength: least, maxLength: most }).map((all) => all.join(''));
const sentence = fc
  .tuple(
    phrase(2, 5),
    phrase(2, 4),
    fc.option(fc.tuple(fc.integer({ min: 2, max: 9999 }), fc.constantFrom('项', '人', '万元', '处')), {
      nil: undefined,
    }),
  )
  .map(([a, b, figure]) => `${a}，${b}${figure === undefined ? '' : `${figure[0]}${figure[1]}`}。`);
const body = fc.array(
  fc.array(sentence, { minLength: 1, maxLength: 4 }).map((all) => all.join('')),
  { minLength: 1, maxLength: 3 },
);

interface Made {
  readonly title: string | undefined;
  readonly body: readonly string[];
  readonly sections: readonly Made[];
}

// without a title one sentence is the whole text: of two, the first reads as a title
const leaf: fc.Arbitrary<Made> = fc.oneof(
  { weight: 5, arbitrary: fc.record({ title: phrase(2, 6), body, sections: fc.constant([]) }) },
  {
    weight: 1,
    arbitrary: fc.record({
      title: fc.constant(undefined),
      body: sentence.map((only) => [only]),
      sections: fc.constant([]),
    }),
  },
);
const isLone = ([first, ...more]: readonly Made[]): boolean =>
  first !== undefined && first.title === undefined && more.length === 0;
const item: fc.Arbitrary<Made> = fc
  .record({ title: phrase(2, 6), body, sections: fc.array(leaf, { maxLength: 3 }) })
  // a number before one sentence that has no fellow is read as text
  .map((made) => ({ ...made, sections: isLone(made.sections) ? [] : made.sections }));
const chapter: fc.Arbitrary<Made> = fc.record({
  title: phrase(2, 6),
  body: fc.constant([]),
  sections: fc.array(item, { minLength: 1, maxLength: 4 }),
});
const made = fc.record({
  summary: fc.array(chapter, { minLength: 1, maxLength: 3 }),
  plan: fc.option(fc.array(chapter, { minLength: 1, maxLength: 3 }), { nil: undefined }),
  runIn: fc.boolean(),
  intro: fc.option(sentence, { nil: undefined }),
});

const lines = ({ title, body: paragraphs, sections }: Made, indent: string): string[] => {
  const entries = [
    ...(title === undefined ? [] : [`标题: ${title}`]),
    ...(paragraphs.length === 0
      ? []
      : [
          '正文: |',
          ...paragraphs.flatMap((paragraph, index) => [...(index > 0 ? [''] : []), `  ${paragraph}`]),
        ]),
    ...(sections.length === 0 ? [] : ['章节:', ...sections.flatMap((section) => lines(section, '  '))]),
  ];
  return entries.map((line, index) => (line === '' ? '' : `${indent}${index === 0 ? '- ' : '  '}${line}`));
};

/** A draft whose report was made at random. */
function draftOf({
  summary,
  plan,
  runIn,
  intro,
}: typeof made extends fc.Arbitrary<infer T> ? T : never): string {
  const part = (title: string, chapters: readonly Made[], opening?: string): string[] => [
    `  标题: ${title}`,
    ...(opening === undefined ? [] : [`  导语: ${opening}`]),
    '  章节:',
    ...chapters.flatMap((each) => lines(each, '    ')),
  ];
  return [
    '格式: 1',
    '标题: 某局2017年工作总结和2018年工作计划',
    '编制单位: 某局',
    '年度: 2017',
    ...(runIn ? [] : ['编号: { 接排: 否 }']),
    '总结:',
    ...part('2017年工作总结', summary, intro),
    ...(plan === undefined ? [] : ['计划:', ...part('2018年工作计划', plan)]),
    '',
  ].join('\n');
}

const reportOf = (text: string): Report => {
  const { report, diagnostics } = lint('a.report.yaml', text, () => undefined, { rules: [] });
  expect(diagnostics).toEqual([]);
  return report as Report;
};

const outlineOf = ({ parts }: Report): unknown[] => {
  const node = (section: Section): unknown => [
    section.data.number ?? section.number,
    section.data.title?.replace(/。$/, ''),
    section.sections.map(node),
  ];
  // an introduction that states figures comes back as a section without number and title, in which they are declared
  const isHeaded = ({ number, data }: Section): boolean => number !== '' || data.title !== undefined;
  return parts.map((part) => [part.kind, part.data.title, part.sections.filter(isHeaded).map(node)]);
};

const options = { draft: false, internal: false };
const bare = (text: string): string => text.replaceAll(/\s/g, '');

const ways: readonly (readonly [name: string, read: (report: Report) => SourceDocument])[] = [
  ['text', (report) => readPlainText(plain(new Reading(report), options))],
  ['Markdown', (report) => readMarkdown(markdownRenderer(new Reading(report), options))],
  ['HTML', (report) => readHtmlText(htmlRenderer(new Reading(report), options))],
];

describe('a report made at random', () => {
  it.each(ways)('comes back from %s with the same outline and the same text', (_, read) => {
    fc.assert(
      fc.property(made, (given) => {
        const report = reportOf(draftOf(given));
        const { text } = importDocument(read(report), {
          from: 'a',
          today: '2017-06-30',
          schema: () => 'x',
          keepAll: false,
          figures: true,
          organization: '某局',
        });
        const again = reportOf(text);
        expect(outlineOf(again)).toEqual(outlineOf(report));
        expect(bare(plain(new Reading(again), options))).toBe(bare(plain(new Reading(report), options)));
      }),
      { numRuns: sample(60), seed: 20180117 },
    );
  });
});
