import inquirer from 'inquirer';
import { templates, type Template } from '../assets.ts';
import type { Language, Words } from '../diagnostic.ts';
import { UserError } from '../errors.ts';
import { usualTitle } from '../scaffold/scaffold.ts';

/** What a new draft needs to know; undefined is what nobody said. */
export interface Answers {
  readonly year: number | undefined;
  readonly template: Template | undefined;
  readonly organization: string | undefined;
  readonly title: string | undefined;
}

const questions = {
  year: { en: 'Year reported on', zh: '总结哪一年' },
  yearWrong: { en: 'four digits, such as 2018', zh: '写四位数的年份，如 2018' },
  template: { en: 'Kind of report', zh: '报告种类' },
  organization: { en: 'Full name of the organization', zh: '编制单位全称' },
  title: { en: 'Title', zh: '标题' },
  ended: { en: 'nothing was written: the questions were not answered; --yes takes the defaults', zh: '没有写文件：问题没有答完；--yes 可一律取默认值' },
} as const satisfies Readonly<Record<string, Words>>;

/** How a choice is made, below the list. */
const keysTip = { en: {}, zh: { style: { keysHelpTip: () => '↑↓ 选择 • ⏎ 确认' } } } satisfies Readonly<Record<Language, object>>;

type Prompt = (question: object) => Promise<{ readonly answer: unknown }>;

/** Asks on the terminal for what is still open. @throws UserError at Ctrl-C and at the end of the input. */
export async function ask(given: Answers, language: Language): Promise<Answers> {
  const say = (id: keyof typeof questions): string => questions[id][language];
  const module = inquirer.createPromptModule({ input: process.stdin, output: process.stderr });
  const prompt: Prompt = (question) => module([{ ...question, name: 'answer' }] as never);
  const text = async (id: 'year' | 'organization' | 'title', fallback?: string): Promise<string> => {
    const validate = (value: string): true | string => (id !== 'year' || /^(?:19|2\d)\d{2}$/.test(value) ? true : say('yearWrong'));
    const { answer } = await answered(
      prompt({ type: 'input', message: say(id), validate, ...(fallback !== undefined && { default: fallback }) }),
      say('ended'),
    );
    return String(answer).trim();
  };
  const year = given.year ?? Number(await text('year'));
  const template = given.template ?? (await chooseTemplate(prompt, language));
  const organization = given.organization ?? (await text('organization'));
  const named = organization === '' ? undefined : organization;
  const title = given.title ?? (named === undefined ? undefined : await text('title', usualTitle(template, named, year)));
  return { year, template, organization: named, title };
}

async function chooseTemplate(prompt: Prompt, language: Language): Promise<Template> {
  const ordered = [...templates].sort((a, b) => Number(b.keys === language) - Number(a.keys === language));
  const choices = ordered.map((template) => ({ name: `${template.name[language]} (${template.id})`, value: template }));
  const { answer } = await answered(
    prompt({ type: 'select', message: questions.template[language], choices, theme: keysTip[language] }),
    questions.ended[language],
  );
  return answer as Template;
}

/** An answer, or a clear end where the terminal gives none. */
async function answered<T>(question: Promise<T>, ended: string): Promise<T> {
  const stop = (): UserError => new UserError({ en: ended, zh: ended });
  let close: (() => void) | undefined;
  const closed = new Promise<never>((_, reject) => {
    close = () => reject(stop());
    process.stdin.once('end', close).once('close', close);
  });
  try {
    return await Promise.race([question, closed]);
  } catch (error) {
    throw error instanceof Error && error.name === 'ExitPromptError' ? stop() : error;
  } finally {
    if (close) process.stdin.off('end', close).off('close', close);
  }
}
