import type { diffFormats } from './formats.ts';
import type { Language, Words } from '../diagnostic.ts';
import { valueName } from '../source/grammar.ts';
import type { MetricDiff, MetricStatus } from './diff-metrics.ts';
import type { SectionChange, SectionDiff } from './diff-sections.ts';
import type { TargetDiff, TargetStatus } from './diff-targets.ts';
import type { ComparedReport, ReportDiff } from './diff.ts';
import {
  alignedLines,
  markdownHeading,
  markdownTable,
  oneLine,
  usedColumns,
  type TextTable,
  type Width,
} from './table-formats.ts';

/** A format of the differences between two reports, as one text. */
export type DiffFormat = (diff: ReportDiff, language: Language, width: Width) => string;

const metricStatus: Readonly<Record<MetricStatus, Words>> = {
  changed: { en: 'changed', zh: '有变动' },
  unchanged: { en: 'unchanged', zh: '持平' },
  incomparable: { en: 'not comparable', zh: '不可比' },
  unfilled: { en: 'not filled in', zh: '未填' },
  new: { en: 'new', zh: '新增' },
  gone: { en: 'gone', zh: '不再列' },
};

const targetStatus: Readonly<Record<TargetStatus, Words>> = {
  answered: { en: 'answered', zh: '已交账' },
  open: { en: 'still open', zh: '未完' },
  kept: { en: 'kept', zh: '保持' },
  raised: { en: 'raised', zh: '调高' },
  lowered: { en: 'lowered', zh: '调低' },
  reworded: { en: 'set otherwise', zh: '改了提法' },
  postponed: { en: 'postponed', zh: '推迟' },
  advanced: { en: 'brought forward', zh: '提前' },
  dropped: { en: 'dropped', zh: '取消' },
  new: { en: 'new', zh: '新增' },
};

const sectionChange: Readonly<Record<SectionChange, Words>> = {
  added: { en: 'added', zh: '新增' },
  removed: { en: 'removed', zh: '删去' },
  moved: { en: 'moved', zh: '移动' },
  renamed: { en: 'renamed', zh: '改名' },
  renumbered: { en: 'renumbered', zh: '序号变动' },
};

type Column<Row> = readonly [title: Words, read: (row: Row, language: Language) => string];

const renamed = (id: string, was: string, language: Language): string =>
  was === '' ? id : language === 'zh' ? `${id}（原名${was}）` : `${id} (was ${was})`;

const metricColumns: readonly Column<MetricDiff>[] = [
  [{ en: 'section', zh: '章节' }, ({ section }, language) => section[language]],
  [{ en: 'metric', zh: '指标' }, ({ name, was }, language) => renamed(name, was, language)],
  [{ en: 'before', zh: '原数' }, ({ before }) => before],
  [{ en: 'after', zh: '现数' }, ({ after }) => after],
  [
    { en: 'change', zh: '增减' },
    ({ change, status }, language) =>
      change[language] === '' ? metricStatus[status][language] : change[language],
  ],
  [{ en: 'growth', zh: '增幅' }, ({ growth }, language) => growth[language]],
  [{ en: 'note', zh: '说明' }, ({ note }, language) => note[language]],
];

const targetColumns: readonly Column<TargetDiff>[] = [
  [{ en: 'section', zh: '章节' }, ({ section }, language) => section[language]],
  [{ en: 'target', zh: '目标' }, ({ id, was }, language) => renamed(id, was, language)],
  [{ en: 'change', zh: '变化' }, ({ status }, language) => targetStatus[status][language]],
  [{ en: 'level before', zh: '原目标值' }, ({ before }) => before.level],
  [{ en: 'due before', zh: '原时限' }, ({ before }) => before.due],
  [
    { en: 'outcome', zh: '结果' },
    ({ outcome }, language) => (outcome === '' ? '' : valueName(outcome, language)),
  ],
  [{ en: 'actual', zh: '完成值' }, ({ actual }) => actual],
  [{ en: 'level after', zh: '现目标值' }, ({ after }) => after.level],
  [{ en: 'due after', zh: '现时限' }, ({ after }) => after.due],
];

const sectionColumns: readonly Column<SectionDiff>[] = [
  [{ en: 'before', zh: '原章节' }, ({ before }, language) => before[language]],
  [{ en: 'after', zh: '现章节' }, ({ after }, language) => after[language]],
  [
    { en: 'change', zh: '变化' },
    ({ changes }, language) =>
      changes.map((change) => sectionChange[change][language]).join(language === 'zh' ? '、' : ', '),
  ],
  [{ en: 'text', zh: '文字' }, (row, language) => textWord(row)[language]],
];

function textWord({ text: change, same = 0 }: SectionDiff): Words {
  if (change === 'changed') return { en: `${100 - same}% changed`, zh: `改动${100 - same}%` };
  const words = {
    same: { en: 'the same', zh: '相同' },
    written: { en: 'new', zh: '新写' },
    gone: { en: 'gone', zh: '已无' },
    '': { en: '', zh: '' },
  };
  return words[change];
}

/** What a section is counted as: by its place in the report first, then by its text. */
const sectionWord = ({ changes: [first], text: change }: SectionDiff): Words => {
  if (first !== undefined) return sectionChange[first];
  return change === '' || change === 'same'
    ? { en: 'unchanged', zh: '未变' }
    : { en: 'rewritten', zh: '改写' };
};

const cellsOf = <Row>(columns: readonly Column<Row>[], rows: readonly Row[], language: Language): TextTable =>
  usedColumns({
    head: columns.map(([title]) => title[language]),
    body: rows.map((row) => columns.map(([, read]) => oneLine(read(row, language)))),
  });

interface Block {
  readonly title: Words;
  readonly cells: TextTable;
  readonly counts: string;
}

/** The three tables, each with how many rows there are of each kind. */
function blocksOf({ metrics, targets, sections }: ReportDiff, language: Language): readonly Block[] {
  return [
    {
      title: { en: 'Metrics', zh: '指标' },
      cells: cellsOf(metricColumns, metrics, language),
      counts: countsOf(
        metrics.map(({ status }) => metricStatus[status][language]),
        '项',
        language,
      ),
    },
    {
      title: { en: 'Targets', zh: '目标' },
      cells: cellsOf(targetColumns, targets, language),
      counts: countsOf(
        targets.map(({ status }) => targetStatus[status][language]),
        '项',
        language,
      ),
    },
    {
      title: { en: 'Sections', zh: '章节' },
      cells: cellsOf(sectionColumns, sections, language),
      counts: countsOf(
        sections.map((section) => sectionWord(section)[language]),
        '节',
        language,
      ),
    },
  ];
}

/** How many there are of each kind, in the order in which they are met; `measure` is the Chinese measure word. */
function countsOf(kinds: readonly string[], measure: string, language: Language): string {
  const counts = new Map<string, number>();
  for (const kind of kinds) counts.set(kind, (counts.get(kind) ?? 0) + 1);
  const named = [...counts].map(([kind, count]) =>
    language === 'zh' ? `${kind}${count}${measure}` : `${count} ${kind}`,
  );
  return named.length === 0
    ? language === 'zh'
      ? '无'
      : 'none'
    : named.join(language === 'zh' ? '、' : ', ');
}

const headline = ({ before, after }: ReportDiff, language: Language): string =>
  language === 'zh'
    ? `${before.file}（${before.called.zh}）→ ${after.file}（${after.called.zh}）`
    : `${before.file} (${before.called.en}) → ${after.file} (${after.called.en})`;

const colon = { en: ': ', zh: '：' } as const;

const text: DiffFormat = (diff, language, width) =>
  [
    `${headline(diff, language)}\n`,
    ...blocksOf(diff, language).map(
      ({ title, cells, counts }) =>
        `${title[language]}${colon[language]}${counts}\n${
          cells.body.length === 0
            ? ''
            : alignedLines(cells, width)
                .map((line) => `${line}\n`)
                .join('')
        }`,
    ),
  ].join('\n');

const md: DiffFormat = (diff, language) =>
  [
    `# ${markdownHeading(headline(diff, language))}\n`,
    ...blocksOf(diff, language).map(
      ({ title, cells, counts }) =>
        `## ${title[language]}\n\n${counts}\n${cells.body.length === 0 ? '' : `\n${markdownTable(cells)}`}`,
    ),
  ].join('\n');

const plain = ({ file, year }: ComparedReport): Pick<ComparedReport, 'file' | 'year'> => ({ file, year });

const json: DiffFormat = ({ before, after, metrics, targets, sections }) =>
  `${JSON.stringify({ schema: 1, before: plain(before), after: plain(after), metrics, targets, sections: sections.map((section) => ({ ...section, same: section.same ?? null })) }, null, 2)}\n`;

/** What writes each format of the differences. */
export const diffWriters: Readonly<Record<keyof typeof diffFormats, DiffFormat>> = { text, md, json };
