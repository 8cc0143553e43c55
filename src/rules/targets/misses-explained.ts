import { valueName } from '../../source/grammar.ts';
import { en, zh, type Rule } from '../rule.ts';

export const missesExplained: Rule = {
  id: 'misses-explained',
  severity: 'error',
  summary: {
    en: 'Give the reason for every miss and delay, and what is done about a miss.',
    zh: '没有完成的写原因和措施，逾期完成的写原因。',
  },
  why: {
    en: 'A target that was missed, reached in part, dropped or never measured is asked about first. The reason has to be known when the outcome is. What was missed wholly or in part also needs a remedy: who catches up, and by when; what came late needs none.',
    zh: '未完成、部分完成、取消和没有数据的目标，督查时最先被问到。写下结果时就应写明原因；未完成和部分完成的，还要写明补救措施，何时补齐；逾期完成的只写原因。',
  },
  messages: {
    reasonless: {
      en: ({ target, outcome }) => `“${target}” is ${outcome}, and no reason is given`,
      zh: ({ target, outcome }) => `“${target}”的结果是“${outcome}”，没有写原因`,
      help: { en: ({ reason }) => `add “${reason}: …”`, zh: ({ reason }) => `补上“${reason}: ……”` },
    },
    remediless: {
      en: ({ target, outcome }) => `“${target}” is ${outcome}, and no remedy is given`,
      zh: ({ target, outcome }) => `“${target}”的结果是“${outcome}”，没有写措施`,
      help: {
        en: ({ remedy }) => `say who catches up and by when: “${remedy}: …”`,
        zh: ({ remedy }) => `写明怎样补救、何时补齐：“${remedy}: ……”`,
      },
    },
    unexplained: {
      en: ({ target, outcome }) => `“${target}” is ${outcome}, and neither a reason nor a remedy is given`,
      zh: ({ target, outcome }) => `“${target}”的结果是“${outcome}”，原因和措施都没有写`,
      help: {
        en: ({ reason, remedy }) => `add “${reason}: …” and “${remedy}: …”`,
        zh: ({ reason, remedy }) => `补上“${reason}: ……”和“${remedy}: ……”`,
      },
    },
  },

  on: {
    *report({ report: { results, keys } }, { own, isWhole }) {
      for (const { id, path, data } of results) {
        // an outcome that could not be read needs nothing
        const lacks = (needs[data.outcome] ?? []).filter((key) => isEmpty(data[key]));
        if (lacks.length === 0 || !isWhole({ path })) continue;
        const message =
          lacks.length > 1 ? 'unexplained' : lacks[0] === 'reason' ? 'reasonless' : 'remediless';
        const outcome = valueName(data.outcome, keys);
        yield {
          path,
          at: 'key',
          message,
          data: { target: id, outcome, reason: own('reason'), remedy: own('remedy') },
        };
      }
    },
  },

  examples: {
    en: {
      good: en`
        summary:
          sections:
            - title: New depot
              results:
                spending: { outcome: missed, reason: The land came two months late., remedy: The rest is spent by June 2018. }
                new buses: { outcome: dropped, reason: The county buys them instead. }
                roof closed: { outcome: late, date: 2017-09-20, reason: The June storm stopped work. }
      `,
      bad: en`
        summary:
          sections:
            - title: New depot
              results:
                spending: { outcome: missed, reason: The land came two months late. }
                new buses: dropped
                parking spaces: partly
                roof closed: { outcome: late, date: 2017-09-20 }
      `,
      finds: ['9:9 remediless', '10:9 reasonless', '11:9 unexplained', '12:9 reasonless'],
    },
    zh: {
      good: zh`
        总结:
          章节:
            - 标题: 学校建设
              完成情况:
                年度投资: { 结果: 未完成, 原因: 征地延后两个月, 措施: 2018年上半年补齐 }
                校车更新: { 结果: 取消, 原因: 改由镇街承担 }
                主体结构封顶: { 结果: 逾期完成, 日期: 2017-09-20, 原因: 汛期停工一个月 }
      `,
      bad: zh`
        总结:
          章节:
            - 标题: 学校建设
              完成情况:
                年度投资: { 结果: 未完成, 原因: 征地延后两个月 }
                校车更新: 取消
                学位: 部分完成
                主体结构封顶: { 结果: 逾期完成, 日期: 2017-09-20 }
      `,
      finds: ['9:9 remediless', '10:9 reasonless', '11:9 unexplained', '12:9 reasonless'],
    },
  },
};

const needs: Readonly<Record<string, readonly ('reason' | 'remedy')[]>> = {
  met: [],
  late: ['reason'],
  partly: ['reason', 'remedy'],
  missed: ['reason', 'remedy'],
  dropped: ['reason'],
  pending: [],
  'no-data': ['reason'],
};

/** Whether nothing is said: a stroke, “none” or 无 explains as little as nothing. */
const isEmpty = (text: string | undefined): boolean =>
  /^(?:[-—–/.…、。]*|无|暂无|没有|略|不详|none|n\/a|unknown)$/iu.test((text ?? '').trim());
