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
export async function ask(given: Answers, asking: Asking): Promise<Answers> {
  const prompts = new Prompts(asking.language);
  const year = given.year ?? (await askYear(prompts, asking));
  const last = await askLast(given, year, prompts, asking);
  const from: Answers['from'] = last?.file ?? false;
  const kind = last === undefined ? await askKind(given, prompts, asking) : given;
  const { template, language } = kind;
  const about = { ...given, year, template, language, from, last };
  const organization = await askOrganization(about, prompts, asking);
  const title = await askTitle({ ...about, organization }, prompts, asking);
  return { year, template, organization, title, from, language };
}

/** What is known while questions are asked. */
type Known = Answers & { readonly last: LastYear | undefined };

async function askYear(prompts: Prompts, { language }: Asking): Promise<number> {
  const validate = (value: string): true | string =>
    isYearAnswer(value) ? true : questions.yearWrong[language];
  return Number(await prompts.text('year', { validate }));
}

/** Last year’s draft where it is to be carried over; one that was named is. */
async function askLast(
  { from }: Answers,
  year: number,
  prompts: Prompts,
  { look }: Asking,
): Promise<LastYear | undefined> {
  const found = look(year, from);
  if (found === undefined || from !== undefined) return found;
  return (await prompts.confirm('from', found.file)) ? found : undefined;
}

/** Language and template of a draft that carries nothing over; a template that was named has its own language. */
async function askKind(
  given: Answers,
  prompts: Prompts,
  { language, templates }: Asking,
): Promise<Pick<Answers, 'language' | 'template'>> {
  if (given.template !== undefined) return given;
  const offered = language === 'zh' ? languages : [...languages].reverse();
  const own = given.language ?? (await prompts.choose('language', offered));
  const choices = templates
    .filter(({ keys }) => keys === own)
    .map((template) => ({ name: `${template.name[language]} (${template.id})`, value: template.id }));
  return { language: own, template: await prompts.choose('template', choices, usualTemplate(own).id) };
}

/** The organization; undefined where the answer is empty. */
async function askOrganization(
  about: Known,
  prompts: Prompts,
  { usual }: Asking,
): Promise<string | undefined> {
  const offered = about.last ? { default: usual(about).organization } : {};
  return (about.organization ?? (await prompts.text('organization', offered))) || undefined;
}

/** The title, which is only asked for where the organization is known. */
async function askTitle(about: Known, prompts: Prompts, { usual }: Asking): Promise<string | undefined> {
  if (about.title !== undefined || about.organization === undefined) return about.title || undefined;
  return (await prompts.text('title', { default: usual(about).title })) || undefined;
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
      // a terminal whose input ends leaves nothing to wait for
      process.once('beforeExit', close);
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
      if (close) {
        process.stdin.off('end', close).off('close', close);
        process.off('beforeExit', close);
      }
    }
  }
}
