import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { lint } from '../src/lint/lint.ts';
import { sample } from './depth.ts';

/** What it is called. */
export const file = 'official-page.report.yaml';
/** A page that is right, of three thousand characters, with what the standards know. */
export const page = readFileSync(join(import.meta.dirname, 'style', file), 'utf8');
export const nothing = (): undefined => undefined;

/** What lint finds in a page: each rule with the characters that it stands at. */
export const found = (text: string): readonly string[] => {
  const lines = text.split('\n');
  return lint(file, text, nothing).diagnostics.map(({ rule, range: { start, end } }) => {
    const line = lines[start.line - 1] as string;
    return `${rule} ${start.line}:${start.column} ${start.line === end.line ? line.slice(start.column - 1, end.column - 1) : ''}`;
  });
};

/** A fault set into the page: characters there that become others, and what is found, counted from where they begin. */
export interface Fault {
  readonly rule: string;
  readonly at: number;
  readonly length: number;
  readonly insert: string;
  /** Where in the changed text the finding stands. */
  readonly finds: readonly [start: number, end: number];
}

const bodies = [...page.matchAll(/^( +)(?:正文|导语): \|\n((?:\1 {2}.*\n|\n)+)/gm)].map(
  ({ 0: all, 2: body = '', index }) => ({ start: index + all.length - body.length, text: body }),
);

/** Every place of the bodies where a pattern stands, with what it becomes and the stretch of that which is found. */
function seeds(
  rule: string,
  pattern: RegExp,
  become: (match: RegExpExecArray) => readonly [insert: string, from: number, to: number] | undefined,
): readonly Fault[] {
  return bodies.flatMap(({ start, text }) =>
    [...text.matchAll(pattern)].flatMap((match) => {
      const made = become(match);
      if (made === undefined) return [];
      const [insert, from, to] = made;
      const at = start + match.index;
      return [{ rule, at, length: match[0].length, insert, finds: [at + from, at + to] as const }];
    }),
  );
}

/** Sentences with a fault, each set behind a sentence of the page. */
const behind = (rule: string, sentence: string, wrong: string): readonly Fault[] =>
  seeds(rule, /(?<=[\u4e00-\u9fff])。(?=[\u4e00-\u9fff\n])/g, () => {
    const from = 1 + sentence.indexOf(wrong);
    return [`。${sentence}`, from, from + wrong.length];
  });

const narrow: Readonly<Record<string, string>> = { '，': ',', '；': ';', '：': ':', '（': '(', '）': ')' };
const han = '[\\u4e00-\\u9fff]';

/** The titles of the sections of the page. */
const titles = [...page.matchAll(/(?<=^ +(?:- )?标题: )[\u4e00-\u9fff]+$/gm)].map(({ 0: text, index }) => ({
  at: index,
  length: text.length,
  text,
}));

/** Every fault that can be set into the page. */
export const faults: readonly Fault[] = [
  ...seeds('marks-full-width', /[，；：](?![，”])/g, ({ 0: mark }) => [narrow[mark] as string, 0, 1]),
  ...seeds('marks-single', /[，；](?=[\u4e00-\u9fff])/g, ({ 0: mark }) => [mark + mark, 0, 2]),
  ...seeds('marks-single', /。/g, () => ['，。', 0, 2]),
  ...seeds('spaces-proper', new RegExp(`(?<=${han}{3})(?=${han}{3})`, 'g'), () => [' ', 0, 1]),
  ...seeds('spaces-proper', /(?<=[\u4e00-\u9fff]{2})(?=\d+[条个次家件]\b)/g, () => [' ', 0, 1]),
  ...seeds('digits-narrow', /(?<![\d.,—～])\d(?=[条个座次处家])/g, ({ 0: digit }) => [
    String.fromCharCode(digit.charCodeAt(0) + 0xfee0),
    0,
    1,
  ]),
  ...seeds('labels-marked', /（\d）(?=[\u4e00-\u9fff])/g, ({ 0: label }) => [`${label}、`, 3, 4]),
  ...seeds('labels-marked', /第[一二三]，/g, ({ 0: label }) => [`${label.slice(0, 2)}、`, 2, 3]),
  ...seeds('commas-needed', /”“/g, () => ['”、“', 1, 2]),
  ...seeds('dashes-whole', /(?<=日|，\d{4})—(?=\d)/g, () => ['-', 0, 1]),
  ...seeds('dashes-whole', /——/g, () => ['--', 0, 2]),
  ...seeds('dashes-whole', /……/g, () => ['...', 0, 3]),
  ...seeds('ranges-whole', /95%～98%/g, () => ['95～98%', 0, 3]),
  ...seeds('units-single', /(?<=\d)[个家](?!工作日)(?=[\u4e00-\u9fff])(?!个|家)/g, ({ 0: unit }) => [
    unit + unit,
    0,
    2,
  ]),
  ...seeds('words-single', /(?<=[，。；])([\u4e00-\u9fff]{6,10})，/g, ({ 0: all, 1: clause = '' }) => [
    all + all,
    clause.length,
    2 * clause.length + 1,
  ]),
  ...seeds('paragraphs-stopped', /(?<=。[^\n]*[\u4e00-\u9fff])。(?=\n)/g, () => ['', -1, 0]),
  ...seeds('marks-paired', /“[\u4e00-\u9fff]{2,8}”(?=[\u4e00-\u9fff])/g, ({ 0: all }) => [
    all.slice(0, -1),
    0,
    1,
  ]),
  ...seeds('marks-paired', /（[^（）\n]{3,20}）(?=[\u4e00-\u9fff])/g, ({ 0: all }) => [
    all.slice(0, -1),
    0,
    1,
  ]),
  ...titles.map(({ at, length, text }) => ({
    rule: 'titles-unstopped',
    at,
    length,
    insert: `${text}；`,
    finds: [at + length, at + length + 1] as const,
  })),
  ...behind('words-suited', '截止12月底，整改全部完成。', '截止'),
  ...behind('words-whole', '防止同类问题不再发生。', '防止同类问题不再发生'),
  ...behind('words-single', '召开第四次次会议。', '次次'),
  ...behind('words-single', '推动高质量发发展。', '发发'),
  ...behind('placeholders-filled', '现场会在××镇召开。', '××'),
  ...behind('placeholders-filled', '共计投入X万元。', 'X'),
  ...behind('words-right', '会议布署了后续工作。', '布署'),
  ...behind('words-right', '设施己基本完好。', '己基本'),
  ...behind('words-single', '全力做好群众的的工作。', '的的'),
  ...behind('dates-in-full', '有关工作于16年底启动。', '16年'),
  ...behind('numerals-formed', '水位上升.5%。', '.'),
];

/** Each rule’s faults in turn, as many as a run takes. */
export const taken = [...new Set(faults.map(({ rule }) => rule))].flatMap((rule) => {
  const all = faults.filter((fault) => fault.rule === rule);
  const step = Math.max(1, Math.floor(all.length / Math.max(3, sample(40))));
  return all.filter((_, index) => index % step === 0);
});

/** The page with a fault. */
export const withFault = ({ at, length, insert }: Fault): string =>
  page.slice(0, at) + insert + page.slice(at + length);
