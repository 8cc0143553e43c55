import type { Diagnostic } from '../../src/diagnostic.ts';
import { lint } from '../../src/lint/lint.ts';
import { filled } from '../personal-numbers.ts';

/** A passage as a reviewer reads it: wrong in the places between ⟦ and ⟧, or sound. */
export interface Passage {
  readonly kind: string;
  readonly language: 'zh' | 'en';
  readonly wrong: boolean;
  /** The draft that it stands in, its marks taken out. */
  readonly draft: string;
  /** The stretches of the draft that are wrong, in UTF-16 units, end excluded. */
  readonly places: readonly (readonly [start: number, end: number])[];
}

/** What a passage is put into: the year of the report, whether it is published, summary or plan. */
export interface Setting {
  readonly year?: string;
  readonly published?: string;
  readonly part?: string;
}

const KEYS = {
  zh: {
    head: (year: string) =>
      `格式: 1\n标题: 云岭市${year}年工作报告\n编制单位: 云岭市人民政府办公室\n年度: ${year}\n`,
    published: '发布日期',
    summary: '总结',
    plan: '计划',
    sections: '章节',
    title: '标题',
    body: '正文',
    first: '基本情况',
  },
  en: {
    head: (year: string) =>
      `schema: 1\ntitle: Annual report ${year}\norganization: Westmere Council\nyear: ${year}\n`,
    published: 'published',
    summary: 'summary',
    plan: 'plan',
    sections: 'sections',
    title: 'title',
    body: 'body',
    first: 'The year',
  },
} as const;

/** The draft in which a text stands: `§ title` begins a section, a line `.` is blank. */
export function draftOf(language: 'zh' | 'en', text: string, setting: Setting = {}): string {
  const keys = KEYS[language];
  const published = setting.published === undefined ? '' : `${keys.published}: ${setting.published}\n`;
  const sections = `§ ${keys.first}\n${text}`.split(/^§ /mu).slice(1);
  return [
    `${keys.head(setting.year ?? '2025')}${published}${setting.part === 'plan' ? keys.plan : keys.summary}:`,
    `  ${keys.sections}:`,
    ...sections.flatMap((section) => {
      const [title = '', ...lines] = section.trimEnd().split('\n');
      return [
        `    - ${keys.title}: ${title}`,
        `      ${keys.body}: |`,
        ...lines.map((line) => (line === '.' ? '' : `        ${line}`)),
      ];
    }),
    '',
  ].join('\n');
}

/** A draft with marks, without them, and where they stood. */
export function unmarked(marked: string): Pick<Passage, 'draft' | 'places'> {
  const places: (readonly [number, number])[] = [];
  let draft = '';
  for (const piece of marked.split(/(?=⟦)|(?<=⟧)/u)) {
    const inner = piece.startsWith('⟦') ? piece.slice(1, -1) : piece;
    if (inner !== piece) places.push([draft.length, draft.length + inner.length]);
    draft += inner;
  }
  return { draft, places };
}

/** A passage in its draft. */
export function passageOf(
  kind: string,
  language: 'zh' | 'en',
  wrong: boolean,
  text: string,
  setting: Setting = {},
): Passage {
  return { kind, language, wrong, ...unmarked(filled(draftOf(language, text, setting))) };
}

const settingOf = (words: string): Setting & { readonly draft?: string } =>
  Object.fromEntries(
    words
      .split(' ')
      .filter(Boolean)
      .map((word) => (word.includes('=') ? word.split('=') : [word, ''])),
  );

/**
 * The passages of a file. `# kind language year key=value …` says what those below it are; `x` is wrong, `o` is sound, `x{part=plan}`
 * sets something for one. Lines indented by two go on with it; with `{draft}` they are a whole draft.
 */
export function passagesIn(file: string): readonly Passage[] {
  const passages: Passage[] = [];
  let [kind, language, setting]: [string, 'zh' | 'en', Setting] = ['', 'zh', {}];
  for (const block of file.split(/\n(?! {2})/u)) {
    const head = /^# (\S+) (zh|en) (\d+)(.*)$/u.exec(block);
    if (head) {
      [kind, language] = [String(head[1]), head[2] === 'en' ? 'en' : 'zh'];
      setting = { year: String(head[3]), ...settingOf(String(head[4])) };
      continue;
    }
    if (block.trim() === '') continue;
    const [line = '', ...more] = block.trimEnd().split('\n');
    const entry = /^([xo])(?:\{(.*?)\})?(?: (.*))?$/u.exec(line);
    if (entry === null) throw new Error(`no passage begins so: ${line.slice(0, 10)}`);
    const own = settingOf(entry[2] ?? '');
    const first = entry[3] === undefined ? [] : [entry[3]];
    const text = [...first, ...more.map((each) => each.slice(2))].join('\n');
    passages.push(
      own.draft === undefined
        ? passageOf(kind, language, entry[1] === 'x', text, { ...setting, ...own })
        : { kind, language, wrong: entry[1] === 'x', ...unmarked(filled(`${text}\n`)) },
    );
  }
  return passages;
}

/** What came of a passage: found in its place by a rule that looks for it; what else was said, of warning and above or by such a rule. */
export interface Outcome {
  readonly passage: Passage;
  readonly found: boolean;
  readonly others: readonly Diagnostic[];
}

const offsetOf = (lines: readonly number[], { line, column }: { line: number; column: number }): number =>
  (lines[line - 1] ?? 0) + column - 1;

/** Lints a passage and sees whether one of these rules tells of its place. */
export function outcomeOf(passage: Passage, rules: readonly string[]): Outcome {
  const starts = [0, ...[...passage.draft.matchAll(/\n/gu)].map(({ index }) => index + 1)];
  const { diagnostics } = lint('2025.report.yaml', passage.draft, () => undefined);
  const hits = (each: Diagnostic): boolean =>
    rules.includes(each.rule) &&
    [each, ...each.related].some(({ range }) =>
      passage.places.some(
        ([start, end]) => offsetOf(starts, range.start) < end && offsetOf(starts, range.end) > start,
      ),
    );
  return {
    passage,
    found: diagnostics.some(hits),
    others: diagnostics.filter(
      (each) => !hits(each) && (each.severity !== 'info' || rules.includes(each.rule)),
    ),
  };
}
