import { UserError } from '../errors.ts';

/**
 * How large a draft may be. The longest reports known have some 100,000 characters and 300 figures; beyond these limits a file
 * is refused at once, with exit code 2, rather than read for minutes. They hold for each file, but for names, which a draft
 * has with its section files.
 */
export const limits = {
  /** Characters of a draft or section file. */
  characters: 1_000_000,
  /** Keys, values and items of a draft or section file, each time that an alias brings them in. */
  nodes: 100_000,
  /** Metrics, targets and results of a draft. */
  names: 3_000,
  /** Marks of lists and quotations that a line begins with, and the columns before one. */
  marks: 100,
  markColumn: 400,
  /** Characters, rows and columns of a table in a CSV file. */
  csvCharacters: 5_000_000,
  csvRows: 20_000,
  csvColumns: 1_000,
} as const;

const counted: Readonly<
  Record<Exclude<keyof typeof limits, 'marks' | 'markColumn'>, readonly [en: string, zh: string]>
> = {
  characters: ['characters', '个字符'],
  nodes: ['keys and values', '个键和值'],
  names: ['metrics, targets and results', '个指标、目标和完成情况'],
  csvCharacters: ['characters', '个字符'],
  csvRows: ['rows', '行'],
  csvColumns: ['columns', '列'],
};

/** @throws UserError where a file has more of something than it may. */
export function refuseBeyond(what: keyof typeof counted, count: number, file: string): void {
  const most = limits[what];
  if (count <= most) return;
  const [en, zh] = counted[what];
  throw new UserError({
    en: `“${file}” is too large: it may have ${most.toLocaleString('en')} ${en}, and has ${count.toLocaleString('en')}`,
    zh: `“${file}”太大：至多${most}${zh}，这里有${count}${zh}`,
  });
}

const deepLine = new RegExp(`^[ \\t]*(?:(?:[-*+]|\\d{1,9}[.)])[ \\t]+|>[ \\t]*){${limits.marks + 1}}`, 'm');
const deepMark = new RegExp(`^ {${limits.markColumn + 1},}(?:[-*+>]|\\d{1,9}[.)])[ \\t]`, 'm');

/** Refuses a draft with a text in it that nests lists or quotations too deeply to be printed. @throws UserError */
export function refuseDeep(file: string, text: string): void {
  if (!deepLine.test(text) && !deepMark.test(text)) return;
  throw new UserError({
    en: `“${file}” nests lists too deeply: a line may begin with ${limits.marks} list marks at most, and stand ${limits.markColumn} columns in`,
    zh: `“${file}”的列表层次太深：一行开头至多${limits.marks}个列表符号，缩进至多${limits.markColumn}列`,
  });
}
