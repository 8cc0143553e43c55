import { dirname, join, relative } from 'node:path';
import { UserError } from '../../errors.ts';
import { readText, type Io } from '../../io.ts';
import type { AvoidedWord, Officer, WordNotes } from '../../lint/settings/config.ts';
import { sourceMessages } from '../../messages/source.ts';
import type { OwnWords } from '../../plugins/word-rules.ts';
import { readCsv, type CsvTable } from '../../source/csv.ts';
import { printableName } from '../../source/printable.ts';
import type { FoundConfig } from '../config-file.ts';

/** The columns of a list of words, by what may stand above them. */
const columns = {
  wrong: ['wrong', '错误', '错误写法', '不用'],
  right: ['right', '正确', '正确写法'],
  name: ['name', '姓名'],
  post: ['post', '职务'],
  reason: ['reason', '理由'],
  good: ['good', '正例'],
  bad: ['bad', '错例'],
} as const;

type Column = keyof typeof columns;
type Row = Readonly<Partial<Record<Column, string>>>;

/** The office’s own words of a configuration and of its lists; undefined where it has none. @throws UserError where a list is missing or wrong */
export function ownWords({ config, file }: FoundConfig, io: Io): OwnWords | undefined {
  const { replace = {}, avoid = [], persons = [], 'word-lists': lists = [] } = config;
  const words = {
    replace: Object.entries(replace).map(([wrong, of]) => ({ wrong, ...of })),
    avoid: [...avoid],
    persons: [...persons],
  };
  for (const list of lists) addList(words, relative(io.cwd, join(dirname(file), list)) || list, io);
  const count = words.replace.length + words.avoid.length + words.persons.length;
  if (count === 0) return undefined;
  for (const { wrong, right } of words.replace) if (wrong === right) throw sameWord(wrong);
  return words;
}

interface Growing {
  readonly replace: { wrong: string; right: string }[];
  readonly avoid: AvoidedWord[];
  readonly persons: Officer[];
}

function addList(words: Growing, shown: string, io: Io): void {
  for (const { wrong = '', right = '', name = '', post = '', ...rest } of rowsOf(
    shown,
    readText(io, shown),
  )) {
    const notes = notesOf(rest);
    if (name !== '') words.persons.push({ name, ...(post !== '' && { post }), ...notes });
    else if (right === '') words.avoid.push({ word: wrong, ...notes });
    else words.replace.push({ wrong, right, ...notes });
  }
}

const notesOf = ({ reason, good, bad }: Row): WordNotes => ({
  ...(reason && { reason }),
  ...(good && { good }),
  ...(bad && { bad }),
});

function rowsOf(shown: string, text: string): readonly Row[] {
  const { table, problems } = readCsv(shown, text);
  const [problem] = problems;
  if (problem !== undefined) {
    const message = sourceMessages[problem.message];
    throw new UserError({
      en: `a list of words cannot be read, so that nothing was checked: ${message?.en(problem.data) ?? problem.message}`,
      zh: `词表无法读取，没有检查稿子：${message?.zh(problem.data) ?? problem.message}`,
    });
  }
  const heads = [table.stub, ...table.columns].map((head) => columnOf(head, shown));
  if (!heads.includes('wrong') && !heads.includes('name')) throw headless(shown);
  return table.rows.map(([first, cells]) => rowOf(heads, [first, ...cells], shown, table));
}

function rowOf(heads: readonly Column[], cells: readonly string[], shown: string, table: CsvTable): Row {
  const row = Object.fromEntries(heads.map((head, index) => [head, cells[index] ?? '']));
  if ((row['wrong'] ?? '') === '' && (row['name'] ?? '') === '')
    throw emptyRow(shown, table.lines.get(cells[0] ?? '') ?? 0);
  return row;
}

function columnOf(head: string, shown: string): Column {
  const found = (Object.entries(columns) as [Column, readonly string[]][]).find(([, names]) =>
    names.includes(head.trim().toLowerCase()),
  );
  if (found === undefined)
    throw new UserError({
      en: `“${printableName(shown)}” has a column “${printableName(head)}”, which lists of words do not have: write wrong, right, reason, good, bad, or name, post, reason, good, bad in its first row`,
      zh: `“${printableName(shown)}”有一列“${printableName(head)}”，词表没有这一列：首行请写 错误、正确、理由、正例、错例，或 姓名、职务、理由、正例、错例`,
    });
  return found[0];
}

const headless = (shown: string): UserError =>
  new UserError({
    en: `“${printableName(shown)}” has no column “wrong” or “name” in its first row`,
    zh: `“${printableName(shown)}”首行没有“错误”或“姓名”一列`,
  });

const emptyRow = (shown: string, line: number): UserError =>
  new UserError({
    en: `line ${line} of “${printableName(shown)}” names no word and no person`,
    zh: `“${printableName(shown)}”第${line}行没有写词语或姓名`,
  });

const sameWord = (word: string): UserError =>
  new UserError({
    en: `“${printableName(word)}” is to be replaced by itself: correct “replace” in the configuration or its lists`,
    zh: `“${printableName(word)}”的正确写法与错误写法相同：请改正配置或词表里的 replace`,
  });
