import type { Requirement } from '../../assets.ts';
import { listed, partName } from '../../model/labels.ts';
import type { Report, Section } from '../../model/report.ts';
import { suggest } from '../../source/suggest/suggest.ts';
import { en, zh, type Rule } from '../rule.ts';

export const sectionsRequired: Rule = {
  id: 'sections-required',
  draftOnly: true,
  severity: 'warning',
  scope: 'draft',
  summary: {
    en: 'Have every part and section that this kind of report needs.',
    zh: '该有的部分和章节不能少。',
  },
  why: {
    en: 'Each kind of report has parts that its readers expect or that a rule demands; the template that the draft names lists them. A report without its problems tells half the year.',
    zh: '每类报告都有读者期待或制度要求的部分，列在稿中“模板”所指的模板里。只讲成绩、不讲问题的总结不完整。',
  },
  messages: {
    'part-missing': {
      en: ({ part, template }) => `the part “${part}” is missing, which the template ${template} asks for`,
      zh: ({ partZh, template }) => `缺少“${partZh}”部分，模板 ${template} 要求有`,
      help: {
        en: ({ key }) => `add “${key}:” with an introduction or sections`,
        zh: ({ key }) => `补上“${key}:”，写导语或章节`,
      },
    },
    'section-missing': {
      en: ({ part, section, template }) =>
        `the part “${part}” has no section on ${section}, which the template ${template} asks for`,
      zh: ({ partZh, section, template }) => `“${partZh}”部分缺少“${section}”一节，模板 ${template} 要求有`,
    },
    'template-unknown': {
      en: ({ template }) => `there is no template “${template}”`,
      zh: ({ template }) => `没有模板“${template}”`,
      help: {
        en: ({ known, near }) => (near === '' ? `known: ${known}` : `“${near}” was probably meant`),
        zh: ({ known, near }) => (near === '' ? `已有：${known}` : `应是“${near}”`),
      },
    },
    'file-missing': {
      en: ({ file }) => `there is no template file “${file}”`,
      zh: ({ file }) => `没有模板文件“${file}”`,
      help: {
        en: () => 'write its path from the draft’s folder, or the id of a template',
        zh: () => '写从稿子所在文件夹算起的路径，或写模板的 id',
      },
    },
    'file-wrong': {
      en: ({ file, line, problem }) => `the template ${file} has a mistake in line ${line}: ${problem}`,
      zh: ({ file, line, problemZh }) => `模板 ${file} 第${line}行有错误：${problemZh}`,
    },
  },

  on: {
    *report(reading, { template, templates, templateProblem, own }) {
      const { report } = reading;
      const { template: id } = report.data;
      if (id === undefined) return;
      const path = [...report.path, 'template'] as const;
      if (templateProblem !== undefined) return yield { path, ...templateProblem };
      if (template === undefined) {
        const known = templates.map((other) => other.id);
        yield {
          path,
          message: 'template-unknown',
          data: { template: id, known: listed(known, report.keys), near: suggest(id, known) ?? '' },
        };
        return;
      }
      for (const requirement of template.requires) {
        // a part that is missing is one finding, whatever it should hold
        if (
          isMet(requirement, report) ||
          (requirement.section && report.data[requirement.part] === undefined)
        )
          continue;
        const { en, zh } = partName(requirement.part);
        const data = {
          part: en,
          partZh: zh,
          template: template.id,
          key: own(requirement.part),
          section: requirement.section?.[0] ?? '',
        };
        const severity = requirement.severity && { severity: requirement.severity };
        if (requirement.section)
          yield {
            path: [...report.path, requirement.part],
            at: 'key',
            message: 'section-missing',
            data,
            ...severity,
          };
        else yield { path, message: 'part-missing', data, ...severity };
      }
    },
  },

  examples: {
    en: {
      good: en`
        template: bureau
        summary: { intro: A calm year. }
        problems: { intro: Funds were short. }
        plan: { intro: Work goes on. }
      `,
      bad: en`
        template: bureau
        summary: { intro: A calm year. }
        problems: { intro: Funds were short. }
      `,
      finds: ['5:11 part-missing'],
    },
    zh: {
      good: zh`
        模板: bureau
        总结: { 导语: 全年工作平稳。 }
        问题: { 导语: 经费不足。 }
        计划: { 导语: 继续推进。 }
      `,
      bad: zh`
        模板: bureau
        总结: { 导语: 全年工作平稳。 }
        问题: { 导语: 经费不足。 }
      `,
      finds: ['5:5 part-missing'],
    },
  },
};

/** A part is there when the draft has it; a section, when some title or id of the part holds one of the words. */
function isMet({ part, section }: Requirement, { parts }: Report): boolean {
  const found = parts.filter(({ kind }) => kind === part);
  if (section === undefined) return found.length > 0;
  const holds = ({ data, sections }: Section): boolean =>
    section.some((word) =>
      `${data.id ?? ''}\n${data.title ?? ''}`.toLowerCase().includes(word.toLowerCase()),
    ) || sections.some(holds);
  return found.some((each) => each.sections.some(holds));
}
