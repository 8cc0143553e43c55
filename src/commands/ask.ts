import inquirer from 'inquirer';
import type { Template } from '../assets.ts';
import type { Language, Words } from '../diagnostic.ts';
import { UserError } from '../errors.ts';
import { isYearAnswer, type Answers } from './answers.ts';
import type { LastYear } from './last-year.ts';
import { usualTemplate } from './templates.ts';

/** What questions are asked with. */
export interface Asking {
  /** The language of the questions. */
  readonly language: Language;
  readonly templates: readonly Template[];
  /** Last year’s draft, as it was named or as it stands beside the new one. */
  readonly look: (year: number | undefined, from: Answers['from']) => LastYear | undefined;
  /** What is taken where nothing else is answered. */
  readonly usual: (about: Answers & { readonly last: LastYear | undefined }) => {
    readonly organization: string;
    readonly title: string;
  };
}

const questions = {
  year: { en: 'Year reported on', zh: '总结哪一年' },
  yearWrong: { en: 'four digits, such as 2018', zh: '写四位数的年份，如 2018' },
  from: { en: 'Carry over its sections, figures and targets from', zh: '章节、指标、目标由上年稿子结转' },
  language: { en: 'Language of the draft', zh: '稿子用哪种语言' },
  template: { en: 'Kind of report', zh: '报告种类' },
  organization: { en: 'Full name of the organization', zh: '编制单位全称' },
  title: { en: 'Title', zh: '标题' },
  ended: {
    en: 'nothing was written: the questions were not answered; --yes takes the defaults',
    zh: '没有写文件：问题没有答完；--yes 可一律取默认值',
  },
} as const satisfies Readonly<Record<string, Words>>;

const languages: readonly { readonly name: string; readonly value: Language }[] = [
  { name: '中文', value: 'zh' },
  { name: 'English', value: 'en' },
];

/** How a choice is made, below the list. */
const keysTip = { en: {}, zh: { style: { keysHelpTip: () => '↑↓ 选择 • ⏎ 确认' } } } satisfies Readonly<
  Record<Language, object>
>;

/** Asks on the terminal for what is still open. @throws UserError at Ctrl-C and at the end of the input. */
export async function ask(given: Answers, { language, templates, look, usual }: Asking): Promise<Answers> {
  const prompts = new Prompts(language);
  const year =
    given.year ??
    Number(
      await prompts.text('year', {
        validate: (value) => (isYearAnswer(value) ? true : questions.yearWrong[language]),
      }),
    );
  const found = look(year, given.from);
  const wanted =
    found !== undefined && (given.from !== undefined || (await prompts.confirm('from', found.file)));
  const last = wanted ? found : undefined;
  const from: Answers['from'] = last ? last.file : false;
  const fresh = last === undefined && given.template === undefined;
  const own =
    given.language ??
    (fresh
      ? await prompts.choose('language', language === 'zh' ? languages : [...languages].reverse())
      : undefined);
  const choices = templates
    .filter(({ keys }) => keys === own)
    .map((template) => ({ name: `${template.name[language]} (${template.id})`, value: template.id }));
  const template =
    given.template ??
    (fresh ? await prompts.choose('template', choices, usualTemplate(own ?? language).id) : undefined);
  const about = { ...given, year, template, language: own, from, last };
  const offered = last ? usual(about).organization : undefined;
  const organization =
    given.organization ??
    (await prompts.text('organization', offered === undefined ? {} : { default: offered }));
  const named = organization === '' ? undefined : organization;
  const titled = named === undefined ? undefined : usual({ ...about, organization: named }).title;
  const title =
    given.title ?? (titled === undefined ? undefined : await prompts.text('title', { default: titled }));
  return {
    year,
    template,
    organization: named,
    title: title === '' ? undefined : title,
    from,
    language: own,
  };
}

class Prompts {
  readonly #language: Language;
  readonly #prompt = inquirer.createPromptModule({ input: process.stdin, output: process.stderr });

  constructor(language: Language) {
    this.#language = language;
  }

  async text(
    id: 'year' | 'organization' | 'title',
    more: { default?: string; validate?: (value: string) => true | string },
  ): Promise<string> {
    return String(
      await this.#answer({ type: 'input', message: questions[id][this.#language], ...more }),
    ).trim();
  }

  async confirm(id: 'from', about: string): Promise<boolean> {
    const message =
      this.#language === 'zh' ? `${questions[id].zh}：${about}` : `${questions[id].en} ${about}`;
    const transformer = (yes: boolean): string =>
      this.#language === 'zh' ? (yes ? '是' : '否') : yes ? 'yes' : 'no';
    return (await this.#answer({ type: 'confirm', message, default: true, transformer })) === true;
  }

  async choose<T>(
    id: 'language' | 'template',
    choices: readonly { readonly name: string; readonly value: T }[],
    first?: T,
  ): Promise<T> {
    return (await this.#answer({
      type: 'select',
      message: questions[id][this.#language],
      choices,
      default: first,
      theme: keysTip[this.#language],
    })) as T;
  }

  /** An answer, or a clear end where the terminal gives none. */
  async #answer(question: object): Promise<unknown> {
    const stop = (): UserError => new UserError(questions.ended);
    let close: (() => void) | undefined;
    const closed = new Promise<never>((_, reject) => {
      close = () => reject(stop());
      process.stdin.once('end', close).once('close', close);
    });
    try {
      const { answer } = (await Promise.race([
        this.#prompt([{ ...question, name: 'answer' }] as never),
        closed,
      ])) as { answer: unknown };
      return answer;
    } catch (error) {
      throw error instanceof Error && error.name === 'ExitPromptError' ? stop() : error;
    } finally {
      if (close) process.stdin.off('end', close).off('close', close);
    }
  }
}
