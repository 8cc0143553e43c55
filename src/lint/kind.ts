import { templates, type Template } from '../assets.ts';
import type { Report } from '../model/report.ts';
import type { Rule, RuleContext } from '../rules/rule.ts';
import type { ReadFile } from './open.ts';
import { fromFolderOf } from './previous.ts';
import { readTemplate } from './settings/template.ts';

/**
 * The kind of report that a draft is: its template by id, the project’s own before those that are built in, or by the
 * path of a file from the draft’s folder; and what is wrong with that file.
 */
export function kindOf(
  { file, data }: Report,
  own: readonly Template[],
  read: ReadFile,
  known: readonly Rule[],
): Pick<RuleContext, 'template' | 'templates' | 'templateProblem'> {
  const all = [...own, ...templates.filter(({ id }) => !own.some((other) => other.id === id))];
  const kind = { template: undefined, templates: all, templateProblem: undefined };
  if (data.template === undefined || !isTemplateFile(data.template))
    return { ...kind, template: all.find(({ id }) => id === data.template) };
  const name = fromFolderOf(file, data.template);
  const text = read(name);
  if (text === undefined)
    return { ...kind, templateProblem: { message: 'file-missing', data: { file: name } } };
  const found = readTemplate(name, text, known);
  if ('template' in found) return { ...kind, template: found.template };
  const [first] = found.diagnostics;
  const about = {
    file: name,
    line: first?.range.start.line ?? 1,
    problem: first?.message.en ?? '',
    problemZh: first?.message.zh ?? '',
  };
  return { ...kind, templateProblem: { message: 'file-wrong', data: about } };
}

/** Whether a draft names its template by a file rather than by an id. */
const isTemplateFile = (template: string): boolean => /\.ya?ml$/.test(template);
