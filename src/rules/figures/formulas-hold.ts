import { resultMessages } from '../../messages/formulas.ts';
import { circleFindings, formulaClaims, judgedFormula } from '../../claims/rates/formula-findings.ts';
import { ofReport } from '../claims.ts';
import { en, zh, type Rule } from '../rule.ts';

export const formulasHold: Rule = {
  id: 'formulas-hold',
  severity: 'error',
  figures: true,
  summary: { en: 'A figure equals what its formula makes.', zh: '数值与算式要相符。' },
  why: {
    en: 'Figures are recomputed with the rounding that the text shows: 1.7 million stands for anything from 1.65 to 1.75 million, a whole number for itself, and claims of 0 and 100% are exact. A sum or a rate that does not hold means that one of its figures was changed and another was not.',
    zh: '程序按正文写出的精度重算：1.7亿元指1.65亿至1.75亿元，整数就是本数，0和100%不打折扣。对不上，说明有的数改了，有的没改。',
  },
  messages: resultMessages,

  on: {
    report: circleFindings,
    claims: [ofReport(formulaClaims, (claim, { reading }) => judgedFormula(claim, reading))],
  },

  examples: {
    en: {
      good: en`
        summary:
          sections:
            - title: Road safety
              body: Inspectors found 695 hazards and closed 691, or 99.4%.
              metrics:
                hazards found: 695
                hazards closed: 691
                share closed: { value: 99.4%, formula: hazards closed / hazards found }
      `,
      bad: en`
        summary:
          sections:
            - title: Road safety
              body: Inspectors found 695 hazards and closed 691, or 100%. The work took $250,000 and 125 hours.
              metrics:
                hazards found: 695
                hazards closed: 691
                share closed: { value: 100%, formula: hazards closed / hazards found }
                cost: $250,000
                time: 125 hours
                total: { formula: cost + time }
      `,
      finds: ['12:32 differs', '15:27 units'],
    },
    zh: {
      good: zh`
        总结:
          章节:
            - 标题: 校园安全
              正文: 发现隐患695处，完成整改691处，整改率99.4%。
              指标:
                发现隐患: 695处
                完成整改: 691处
                整改率: { 数值: 99.4%, 算式: 完成整改 / 发现隐患 }
      `,
      bad: zh`
        总结:
          章节:
            - 标题: 校园安全
              正文: 发现隐患695处，完成整改691处，整改率100%；投入25万元，走访125人。
              指标:
                发现隐患: 695处
                完成整改: 691处
                整改率: { 数值: 100%, 算式: 完成整改 / 发现隐患 }
                投入: 25万元
                走访: 125人
                总数: { 算式: 投入 + 走访 }
      `,
      finds: ['12:20 differs', '15:19 units'],
    },
  },
};
