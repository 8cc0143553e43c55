import { dirname, join, relative, resolve } from 'node:path';
import { templateOf, templates, type Template } from '../assets.ts';
import type { Language, Words } from '../diagnostic.ts';
import { UserError } from '../errors.ts';
import { exists, writeText, type Io } from '../io.ts';
import { localeLanguage } from '../messages/locale.ts';
import { listed } from '../model/labels.ts';
import { scaffold, unnamedOrganization, usualTitle } from '../scaffold/scaffold.ts';
import { suggest } from '../source/suggest.ts';

export interface NewOptions {
  readonly template?: string;
  readonly organization?: string;
  readonly title?: string;
  readonly out?: string;
  readonly force?: true;
  readonly yes?: true;
  readonly list?: true;
  readonly lang?: Language;
  readonly version: string;
}

/** `report new <year>`: writes a draft; asks for what no flag gave only where a person can answer. */
export async function newDraft(year: number | undefined, options: NewOptions, io: Io): Promise<number> {
  const language = options.lang ?? localeLanguage(io.env) ?? 'en';
  if (options.list) {
    for (const { id, name } of templates) io.stdout.write(`${id}  ${name[language]}\n`);
    return 0;
  }
  const given = {
    year,
    template: options.template === undefined ? undefined : known(options.template),
    organization: options.organization,
    title: options.title,
    out: options.out,
  };
  // what cannot be written anyway is said before anything is asked
  if (year !== undefined) refuseExisting(io, options.out ?? fileOf(year), options.force === true);
  const asks = io.interactive && options.yes !== true;
  const answers = asks ? await (await import('./ask.ts')).ask(given, language) : given;
  if (answers.year === undefined)
    throw new UserError({ en: 'the year is missing; write, for example, `report new 2018`', zh: '缺少年份；例如：report new 2018' });
  const template = answers.template ?? (templateOf(language === 'zh' ? 'bureau' : 'agency') as Template);
  const organization = answers.organization ?? unnamedOrganization(template);
  const out = options.out ?? fileOf(answers.year);
  const text = scaffold(template, {
    organization,
    title: answers.title ?? usualTitle(template, organization, answers.year),
    year: answers.year,
    schema: schemaAddress(io, out, template.keys, options.version),
  });
  await writeText(io, out, text, options.force === true);
  io.stderr.write(done(out, answers.year)[options.lang ?? localeLanguage(io.env) ?? template.keys]);
  return 0;
}

const fileOf = (year: number): string => `${year}.report.yaml`;

const done = (out: string, year: number): Words => ({
  en: `wrote ${out}: it reports on ${year} and plans ${year + 1}\nfill in what stands in 【】, then run: report lint ${out}\n`,
  zh: `已写好 ${out}：本稿总结${year}年、计划${year + 1}年\n填好【】里的内容，再运行：report lint ${out}\n`,
});

function refuseExisting(io: Io, out: string, force: boolean): void {
  if (!force && exists(io, out))
    throw new UserError({
      en: `“${out}” exists and is left as it is; --force overwrites it, --out names another file`,
      zh: `“${out}”已存在，未作改动；要覆盖请加 --force，另存请用 --out`,
    });
}

function known(id: string): Template {
  const template = templateOf(id);
  if (template) return template;
  const ids = templates.map((each) => each.id);
  const near = suggest(id, ids);
  throw new UserError({
    en: `there is no template “${id}”; ${near === undefined ? `known: ${listed(ids, 'en')}` : `did you mean ${near}?`}`,
    zh: `没有模板“${id}”；${near === undefined ? `已有：${listed(ids, 'zh')}` : `是否想写 ${near}？`}`,
  });
}

/** Where an editor finds the schema from the draft: in a checkout or installation above it, else on the web. */
function schemaAddress(io: Io, out: string, keys: Language, version: string): string {
  const name = keys === 'zh' ? 'report.zh.schema.json' : 'report.schema.json';
  const folder = dirname(resolve(io.cwd, out));
  for (let above = folder; ; above = dirname(above)) {
    for (const place of [
      join(above, 'node_modules/workreport/schemas', name),
      ...(exists(io, join(above, 'bin/report.js')) ? [join(above, 'schemas', name)] : []),
    ])
      if (exists(io, place)) return relative(folder, place).replaceAll('\\', '/');
    if (dirname(above) === above) return `https://unpkg.com/workreport@${version}/schemas/${name}`;
  }
}
