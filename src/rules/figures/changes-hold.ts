import type { Finding } from '../../diagnostic.ts';
import type { ChangeClaim } from '../../claims/changes/change-claims.ts';
import { ofItsSubject } from '../../claims/changes/change-subjects.ts';
import {
  afterWords,
  asWritten,
  beforeWords,
  calculation,
  compared,
  plainWords,
  resultWords,
} from '../../claims/changes/change-words.ts';
import { both, reachWords, standsNote } from '../../claims/claim-words.ts';
import { saidChanges } from '../../claims/changes/said-changes.ts';
import { directionClaims, goesThatWay, type DirectionClaim } from '../../claims/changes/said-directions.ts';
import type { Prose } from '../../reading/prose.ts';
import type { Sentence } from '../../reading/sentences.ts';
import { changeHolds, changeKind, changeOf, printChangeLike, stoodFor } from '../../quantity/value/change.ts';
import { ofReport, ofText } from '../claims.ts';
import { en, zh, type Rule } from '../rule.ts';

export const changesHold: Rule = {
  id: 'changes-hold',
  severity: 'error',
  figures: true,
  summary: {
    en: 'A change in the text leads from the old value to the new one.',
    zh: '正文中的增减与前后两数相符。',
  },
  why: {
    en: 'Last year’s number left in a copied sentence shows up here: the value, last year’s value (from the metric or from last year’s draft) or two figures of the text with their years, and the stated increase or decrease are computed again, absolute, relative, in percentage points, as a multiple or as the average of several years, with the rounding that they show. Where only a direction is told, “fell from 683 to 712”, it is held against the two figures.',
    zh: '照抄上年句子、漏改数字，在这里能查出来：本年数、上年数（取自指标或上年的稿子，或者就写在正文里，如“2018年1348家”）与所写的增减数、增减幅度、百分点、倍数、年均增幅，按各自的精度重新计算；只写“由380件上升到280件”的，看方向对不对。',
  },
  messages: {
    differs: {
      en: ({ compared, result, reach, change }) =>
        `${String(compared).replace('…', `${result}${reach}`)}, not ${change}`,
      zh: ({ sumZh, resultZh, reachZh, change }) => `${sumZh} = ${resultZh}${reachZh}，写作${change}`,
      help: {
        en: ({ result }) => `write ${result}, or check both figures`,
        zh: ({ resultZh }) => `改为${resultZh}，或核对前后两数`,
      },
    },
    direction: {
      en: ({ before, after, direction }) =>
        `${after} is ${direction === 'up' ? 'less' : 'more'} than ${before}, ${direction === 'up' ? 'not an increase' : 'not a decrease'}`,
      zh: ({ beforeZh, afterZh, direction }) =>
        `${afterZh}${direction === 'up' ? '低于' : '高于'}${beforeZh}，不是${direction === 'up' ? '增加' : '减少'}`,
      help: { en: () => 'check the wording and both figures', zh: () => '核对增减用语和前后两数' },
    },
  },

  on: {
    claims: [
      ofReport(saidChanges, ({ claims, sentence, prose }) => {
        for (const claim of claims) {
          const wrong = changeHolds(claim, claim) === false ? ofItsSubject(claim, sentence) : undefined;
          // a change that fails against several figures is one mistake
          if (wrong) return findingOf(wrong, sentence, prose);
        }
        return [];
      }),
      ofText(directionClaims, (claim, prose) => (goesThatWay(claim) ? [] : [wrongWayOf(claim, prose)])),
    ],
  },

  examples: {
    en: {
      good: en`
        summary:
          sections:
            - title: Ridership
              body: Buses carried 3,460 pupils a day, 307 more than in 2016, an increase of 9.7%.
              metrics:
                pupils: { value: 3460, previous: 3153 }
      `,
      bad: en`
        summary:
          sections:
            - title: Ridership
              body: Buses carried 3,460 pupils a day, an increase of 12% from 3,153. Complaints fell from 683 to 712.
      `,
      finds: ['8:62 differs', '8:106 direction'],
    },
    zh: {
      good: zh`
        总结:
          章节:
            - 标题: 高考
              正文: 入围3460人，比2016年增加307人，增长9.7%。
              指标:
                入围: { 数值: 3460人, 上年值: 3153人 }
      `,
      bad: zh`
        总结:
          章节:
            - 标题: 高考
              正文: 入围3460人，比2016年增加317人。信访量由380件上升到280件。
              指标:
                入围: { 数值: 3460人, 上年值: 3153人 }
      `,
      finds: ['8:27 differs', '8:43 direction'],
    },
  },
};

function* findingOf(claim: ChangeClaim, sentence: Sentence, prose: Prose): Generator<Finding> {
  const { before, after, change, direction } = claim;
  const computed = changeOf(claim, claim);
  if (!computed) return;
  const order = after.number.compare(before.number);
  const wrongWay =
    claim.by === undefined &&
    changeKind(before, change) !== 'times' &&
    order !== 0 &&
    order > 0 !== (direction === 'up');
  const words = { before: beforeWords(claim, sentence), after: afterWords(claim, sentence, prose) };
  const [sum, result] = [
    calculation(claim, words.after.zh, words.before.zh),
    resultWords(printChangeLike(computed, change), change),
  ];
  const plain = plainWords(claim, words);
  const shown = asWritten(change, prose);
  const reach = reachWords(computed.interval, shown);
  const place = prose.place(change.span);
  const at = before.path ? { path: before.path } : before.span && prose.place(before.span);
  yield {
    ...place,
    message: wrongWay ? 'direction' : 'differs',
    data: {
      change: shown.text,
      direction,
      before: plain.before,
      beforeZh: words.before.zh,
      after: plain.after,
      afterZh: words.after.zh,
      compared: compared(claim, plain),
      sumZh: sum,
      result: result.en,
      resultZh: result.zh,
      reach: reach.en,
      reachZh: reach.zh,
    },
    related: [
      ...(wrongWay ? [] : standsNote(place, shown, stoodFor(change))),
      { ...prose.place(after.span), note: words.after },
      ...(at ? [{ ...at, note: words.before }] : []),
      ...(claim.by ? [{ ...prose.place(claim.by.span), note: both(claim.by.text) }] : []),
    ],
  };
}

/** Two figures that go the other way than the words between them. */
function wrongWayOf({ before, after, direction, sentence, named }: DirectionClaim, prose: Prose): Finding {
  const words = {
    before: beforeWords({ before }, sentence),
    after: afterWords({ before, after, ...(named !== undefined && { named }) }, sentence, prose),
  };
  const plain = plainWords({ before, after }, words);
  return {
    ...prose.place(after.span),
    message: 'direction',
    data: {
      direction,
      before: plain.before,
      beforeZh: words.before.zh,
      after: plain.after,
      afterZh: words.after.zh,
    },
    related: before.span ? [{ ...prose.place(before.span), note: words.before }] : [],
  };
}
