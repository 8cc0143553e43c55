import type { Language, Words } from '../diagnostic.ts';
import { UserError } from '../errors.ts';
import { readText, type Io } from '../io.ts';
import { lineIndex } from '../lint/lines.ts';
import { messageOf } from '../lint/stamp.ts';
import { sourceMessages } from '../messages/source.ts';
import { parse } from '../source/parse.ts';
import { suggest } from '../source/suggest/suggest.ts';

/** What a person can be asked about a new draft; undefined is what nobody said. */
export interface Answers {
  readonly year: number | undefined;
  /** The id of a template, or the path of its file. */
  readonly template: string | undefined;
  readonly organization: string | undefined;
  readonly title: string | undefined;
  /** The path of last year’s draft; false is none, even where there is one. */
  readonly from: string | false | undefined;
  readonly language: Language | undefined;
}

/** The names of answers, as drafts and options have them. */
const names: ReadonlyMap<string, keyof Answers> = new Map([
  ['year', 'year'],
  ['年度', 'year'],
  ['template', 'template'],
  ['模板', 'template'],
  ['organization', 'organization'],
  ['编制单位', 'organization'],
  ['title', 'title'],
  ['标题', 'title'],
  ['from', 'from'],
  ['上年', 'from'],
  ['language', 'language'],
  ['语言', 'language'],
]);

/** Whether a text is the year of a report. */
export const isYearAnswer = (text: string): boolean => /^(?:19|2\d)\d{2}$/.test(text);

/** Reads a file of answers, `name: answer` a line. @throws UserError where it is no such file, or an answer is unknown or impossible. */
export function readAnswers(io: Io, file: string): Partial<Answers> {
  const text = readText(io, file);
  const { root, problems } = parse(text);
  const lines = lineIndex(text);
  const stop = (at: number, { en, zh }: Words): UserError => {
    const { line, column } = lines.position(at);
    return new UserError({ en: `${file}:${line}:${column} ${en}`, zh: `${file}:${line}:${column} ${zh}` });
  };
  const [problem] = problems;
  if (problem) {
    const { en, zh } = messageOf(sourceMessages, problem.message);
    throw stop(problem.start, { en: en(problem.data ?? {}), zh: zh(problem.data ?? {}) });
  }
  if (root === undefined) return {};
  if (root.kind !== 'map')
    throw stop(root.start, {
      en: 'write one answer a line, as in “organization: City Agency”',
      zh: '每行写一个答案，如“编制单位: 某某局”（冒号用半角，后面空一格）',
    });
  const answers: Record<string, unknown> = {};
  for (const { key, value } of root.entries) {
    const name = names.get(key.value);
    if (name === undefined) throw stop(key.start, unknownAnswer(key.value));
    if (name in answers)
      throw stop(key.start, { en: `“${key.value}” is answered twice`, zh: `“${key.value}”答了两次` });
    if (value.kind !== 'scalar')
      throw stop(value.start, { en: `“${key.value}” takes one text`, zh: `“${key.value}”只能写一段文字` });
    if (value.value.trim() === '') continue;
    const read = answerOf(name, value.value.trim());
    if ('wrong' in read) throw stop(value.start, read.wrong);
    answers[name] = read.answer;
  }
  return answers;
}

function unknownAnswer(written: string): Words {
  const near = suggest(written, names.keys());
  const known = (zh: boolean): string =>
    [...names.keys()].filter((name) => /^[a-z]/.test(name) !== zh).join(zh ? '、' : ', ');
  return {
    en: `there is no question “${written}”; ${near === undefined ? `known: ${known(false)}` : `did you mean ${near}?`}`,
    zh: `没有“${written}”这一问；${near === undefined ? `可答：${known(true)}` : `是否想写“${near}”？`}`,
  };
}

function answerOf(
  name: keyof Answers,
  text: string,
): { readonly answer: unknown } | { readonly wrong: Words } {
  if (name === 'year')
    return isYearAnswer(text)
      ? { answer: Number(text) }
      : {
          wrong: {
            en: `“${text}” is not a year; write, for example, 2018`,
            zh: `“${text}”不是年份；例如 2018`,
          },
        };
  if (name === 'from') return { answer: /^(?:false|否)$/.test(text) ? false : text };
  if (name !== 'language') return { answer: text };
  const language = /^(?:zh|中文)$/.test(text) ? 'zh' : /^(?:en|英文|English)$/.test(text) ? 'en' : undefined;
  return language
    ? { answer: language }
    : {
        wrong: {
          en: `“${text}” is not a language that drafts are written in; choose zh or en`,
          zh: `没有语言“${text}”；可写 zh（中文）或 en（英文）`,
        },
      };
}
