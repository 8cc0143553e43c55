import type { Reading } from '../../reading/reading.ts';
import { en, zh, type Rule } from '../rule.ts';

export const problemsTold: Rule = {
  id: 'problems-told',
  severity: 'info',
  scope: 'draft',
  summary: { en: 'A report tells of problems, too.', zh: '报告也写问题。' },
  why: {
    en: 'A year in which everything succeeded is not believed, and the plan has nothing to answer to. Where the template asks for a part on problems, that is asked for by sections-required.',
    zh: '只讲成绩、没有一处不足的报告没有人信，计划也失去针对性。模板要求有“问题”部分的，由 sections-required 提示。',
  },
  messages: {
    none: {
      en: () => 'the report tells of no problem and of no goal that was not met',
      zh: () => '全文没有写一个问题、一项未完成',
      help: {
        en: () => 'say what fell short, in a part “problems” or where it belongs',
        zh: () => '写明不足：设“问题”部分，或写在有关章节',
      },
    },
  },

  on: {
    *report(reading, { template }) {
      const { report } = reading;
      const { path, parts, sections, results } = report;
      if (template?.requires.some(({ part }) => part === 'problems')) return;
      if (parts.some(({ kind }) => kind === 'problems') || !parts.some(({ kind }) => kind === 'plan')) return;
      if (sections.filter(({ part }) => part.kind === 'summary').length < LEAST) return;
      if (results.some(({ data: { outcome } }) => outcome !== 'met') || reading.once(tellsOfProblems)) return;
      yield { path: [...path, 'title'], message: 'none' };
    },
  },

  examples: {
    en: {
      good: en`
        summary: { sections: [{ title: Roads, body: Done. }, { title: Parks, body: Done. }, { title: Trees, body: Done. }, { title: Lamps, body: Delayed by rain. }, { title: Bins, body: Done. }] }
        plan: { intro: More lamps. }
      `,
      bad: en`
        summary: { sections: [{ title: Roads, body: Done. }, { title: Parks, body: Done. }, { title: Trees, body: Done. }, { title: Lamps, body: Done. }, { title: Bins, body: Done. }] }
        plan: { intro: More lamps. }
      `,
      finds: ['2:8 none'],
    },
    zh: {
      good: zh`
        总结: { 章节: [{ 标题: 道路, 正文: 完工。 }, { 标题: 公园, 正文: 完工。 }, { 标题: 行道树, 正文: 完工。 }, { 标题: 路灯, 正文: 进度滞后。 }, { 标题: 垃圾桶, 正文: 完工。 }] }
        计划: { 导语: 再装路灯。 }
      `,
      bad: zh`
        总结: { 章节: [{ 标题: 道路, 正文: 完工。 }, { 标题: 公园, 正文: 完工。 }, { 标题: 行道树, 正文: 完工。 }, { 标题: 路灯, 正文: 完工。 }, { 标题: 垃圾桶, 正文: 完工。 }] }
        计划: { 导语: 再装路灯。 }
      `,
      finds: ['2:5 none'],
    },
  },
};

/** A summary of fewer sections is hardly a report. */
const LEAST = 5;

const words =
  /问题|不足|困难|短板|差距|薄弱|滞后|未完成|没有完成|尚未|未能|压力|矛盾|隐患|不够|有待|偏[低慢少]|下降|problem|challeng|difficult|shortfall|delay|missed|not met|behind|fell short|unable|lack|weak|risk|concern|decline|not yet|postponed|failed/i;

const tellsOfProblems = ({ texts }: Reading): boolean => texts.some(({ text }) => words.test(text));
