import type { Language, Words } from '../diagnostic.ts';

/** What is said of a draft that was carried over. */
interface CarriedOver {
  readonly out: string;
  /** What the year reported on and the one planned are called. */
  readonly years: readonly [now: Words, next: Words];
  readonly last: {
    readonly file: string;
    readonly errors: number;
    readonly report: { readonly final: boolean };
  };
  readonly carried: Readonly<
    Record<'sections' | 'metrics' | 'tables' | 'results' | 'targets', ReadonlySet<string>>
  >;
}

const names: Readonly<Record<Language, Words>> = {
  zh: { en: 'Chinese', zh: '中文' },
  en: { en: 'English', zh: '英文' },
};

const count = (number: number, one: string, many: string): string => `${number} ${number === 1 ? one : many}`;

const written = (out: string, now: Words, next: Words): Words => ({
  en: `wrote ${out}: it reports on ${now.en} and plans ${next.en}\n`,
  zh: `已写好 ${out}：本稿总结${now.zh}、计划${next.zh}\n`,
});

/** What `report new` says. */
export const newMessages = {
  fresh({ out, years }: Pick<CarriedOver, 'out' | 'years'>): Words {
    const { en, zh } = written(out, ...years);
    return {
      en: `${en}fill in each [TODO: …], then run: report lint ${out}\n`,
      zh: `${zh}填好【】里的内容，再运行：report lint ${out}\n`,
    };
  },

  /** What of last year’s draft was not carried over; nothing where it has no errors. */
  unread: (file: string, errors: number): Words =>
    errors === 0
      ? { en: '', zh: '' }
      : {
          en: `${file} has ${count(errors, 'format error', 'format errors')}; what stands there was not carried over: report lint ${file}\n`,
          zh: `${file} 有${errors}处格式错误，出错之处没有结转：report lint ${file}\n`,
        },

  carried({
    out,
    years,
    last: { file, errors, report },
    carried: { metrics, tables, results, targets },
  }: CarriedOver): Words {
    const { en, zh } = written(out, ...years);
    const tablesEn = tables.size === 0 ? '' : `, ${count(tables.size, 'table', 'tables')}`;
    const tablesZh = tables.size === 0 ? '' : `、${tables.size}张表格`;
    const keptEn =
      targets.size === 0
        ? ''
        : `; ${count(targets.size, 'target due', 'targets due')} later stayed in the plan`;
    const keptZh = targets.size === 0 ? '' : `；跨年度目标${targets.size}项留在计划里`;
    const broken = newMessages.unread(file, errors);
    const openEn = report.final
      ? ''
      : `${file} has no date of publication yet; what still changes there does not change here\n`;
    const openZh = report.final ? '' : `${file} 还没写发布日期；结转之后它再改，本稿不会跟着改\n`;
    return {
      en: `${en}carried over from ${file}: ${count(metrics.size, 'metric', 'metrics')}${tablesEn}, ${count(results.size, 'target', 'targets')} to be answered${keptEn}\n${broken.en}${openEn}write the texts and the figures, then run: report lint ${out}\n`,
      zh: `${zh}由 ${file} 结转：${metrics.size}个指标${tablesZh}，${results.size}项目标待交账${keptZh}\n${broken.zh}${openZh}写好正文、填好数字，再运行：report lint ${out}\n`,
    };
  },

  otherLanguage: (template: string, keys: Language): Words => ({
    en: `the template ${template} is in ${names[keys].en}; leave --language out, or choose another template (report new --list)`,
    zh: `模板 ${template} 是${names[keys].zh}的；请去掉 --language，或另选模板（见 report new --list）`,
  }),
  otherDraft: (file: string, keys: Language): Words => ({
    en: `“${file}” is in ${names[keys].en}, and a draft carries on in the language of last year’s; --no-from starts afresh`,
    zh: `“${file}”是${names[keys].zh}稿，结转的稿子沿用上年的语言；不结转请加 --no-from`,
  }),
  otherTemplate: (file: string, template: string, keys: Language): Words => ({
    en: `“${file}” is in ${names[keys].en}, which the template ${template} is not; choose another (report new --list), or start afresh with --no-from`,
    zh: `“${file}”是${names[keys].zh}稿，模板 ${template} 不是；请另选模板（见 report new --list），不结转请加 --no-from`,
  }),
};
