import { join } from 'node:path';
import { templateOf, templates, type Template } from '../assets.ts';
import type { Diagnostic, Language, Words } from '../diagnostic.ts';
import { UserError } from '../errors.ts';
import { readText, yamlFilesIn, type Io } from '../io.ts';
import { readTemplate, type OwnTemplate } from '../lint/settings/template.ts';
import { listed } from '../model/labels.ts';
import { rules } from '../rules/index.ts';
import type { Rule } from '../rules/rule.ts';
import { suggest } from '../source/suggest/suggest.ts';

/** The templates in a folder that the configuration names; `own` are the rules of its plugins, once they are known. @throws UserError where there is no such folder, or one has mistakes. */
export function templatesIn(
  io: Io,
  folder: string,
  config: string,
  own?: readonly Rule[],
): readonly OwnTemplate[] {
  const names = yamlFilesIn(io, folder);
  if (names === undefined)
    throw new UserError({
      en: `there is no folder “${folder}”, which ${config} names under “templates”`,
      zh: `没有文件夹“${folder}”，${config} 的 templates 写的是它`,
    });
  const found = names.map((name) => templateFrom(io, join(folder, name), own));
  for (const [index, { id, file }] of found.entries()) {
    const first = found.findIndex((other) => other.id === id);
    if (first < index)
      throw new UserError({
        en: `“${found[first]?.file}” and “${file}” have the same id “${id}”`,
        zh: `“${found[first]?.file}”和“${file}”的 id 都是“${id}”`,
      });
  }
  return found;
}

/** The template in a file. @throws UserError where it is missing or has mistakes. */
export function templateFrom(io: Io, file: string, own?: readonly Rule[]): OwnTemplate {
  const read = readTemplate(file, readText(io, file), own && [...rules, ...own]);
  if ('template' in read) return read.template;
  const lines = mistakesIn(read.diagnostics);
  throw new UserError({
    en: `the template has mistakes and cannot be used:${lines.en}`,
    zh: `模板有错误，不能使用：${lines.zh}`,
  });
}

/** The built-in templates and the project’s own, which go before one of the same id. */
export const withOwn = (own: readonly OwnTemplate[]): readonly Template[] =>
  [...templates.filter(({ id }) => !own.some((other) => other.id === id)), ...own].sort((a, b) =>
    a.id < b.id ? -1 : 1,
  );

/** The template that is meant by an id, or by the path of a file. @throws UserError where there is none. */
export function templateNamed(io: Io, name: string, own: readonly OwnTemplate[]): Template {
  if (/\.ya?ml$/.test(name)) return templateFrom(io, name);
  const all = withOwn(own);
  const template = all.find(({ id }) => id === name);
  if (template) return template;
  const ids = all.map(({ id }) => id);
  const near = suggest(name, ids);
  throw new UserError({
    en: `there is no template “${name}”; ${near === undefined ? `known: ${listed(ids, 'en')}` : `did you mean ${near}?`}`,
    zh: `没有模板“${name}”；${near === undefined ? `已有：${listed(ids, 'zh')}` : `是否想写 ${near}？`}`,
  });
}

/** The template of drafts in a language where nobody names one. */
export const usualTemplate = (language: Language): Template =>
  templateOf(language === 'zh' ? 'bureau' : 'agency') as Template;

/** Whether a template is a project’s own rather than built in. */
export const isOwn = (template: Template): template is OwnTemplate => 'draft' in template;

/** Mistakes in a file of settings, one a line. */
export function mistakesIn(diagnostics: readonly Diagnostic[]): Words {
  const lines = (language: Language): string =>
    diagnostics
      .map(
        ({ file, range: { start }, message, help }) =>
          `\n  ${file}:${start.line}:${start.column} ${message[language]}${help ? (language === 'zh' ? `（${help.zh}）` : ` (${help.en})`) : ''}`,
      )
      .join('');
  return { en: lines('en'), zh: lines('zh') };
}
