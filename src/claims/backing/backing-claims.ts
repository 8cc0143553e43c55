import { hasSign, signOf } from '../../reading/signs.ts';
import { statementSpans } from '../../reading/statements.ts';
import type { TextAlone } from '../../reading/text-alone.ts';
import type { BackedClaim, Lateness } from './backing.ts';
import { chineseBacking } from './chinese-backing.ts';
import { lateInTime } from './chinese-lateness.ts';
import { behindSign, type Claim, type ClaimReader } from '../claim.ts';
import { englishBacking, lateOnSchedule } from './english-backing.ts';

const chineseSign = signOf(
  ...['超额', '超计划', '超目标', '超任务', '任务', '目标', '计划', '指标'],
  ...['县县', '村村', '户户', '校校', '镇镇', '乡乡', '人人', '家家', '院院', '园园'],
  ...[
    '全部',
    '悉数',
    '全员',
    '全体',
    '件件',
    '无一',
    '全覆盖',
    '清零',
    '尽',
    '半',
    '成',
    '三分之',
    '四分之',
    '均',
    '都',
  ],
  ...[
    '突破',
    '大关',
    '警戒线',
    '标准',
    '限值',
    '跨',
    '迈上',
    '站上',
    '100%',
    '零死',
    '零伤',
    '零事',
    '零投',
    '发生',
    '控制在',
    '预期',
    '要求',
  ],
);
const englishSign = signOf(
  ...[
    'target',
    'plan',
    'goal',
    'budget',
    'fully met',
    'all',
    'every',
    'none',
    'both',
    'fewer',
    'less than',
    'more than',
    'at least',
    'at most',
    'no more',
    'no ',
    'majority',
    'half',
    'third',
    'fifth',
    'tenth',
    'aim',
    'limit',
    'in full',
    'fully',
    'passed',
    'exceed',
    'topped',
    'crossed',
    'broke',
    'surpass',
    'above',
    'past',
    'beyond',
    'most',
    ' in ',
    'out of',
  ],
  ...[
    'quarter',
    'for the first time',
    'ahead',
    'promise',
    'standard',
    'short of',
    'behind',
    'below',
    'miss',
    'pledge',
    'forecast',
  ],
  ...[
    'objective',
    'beat',
    'deliver',
    'full',
    'record',
    'highest',
    'lowest',
    'fewest',
    'largest',
    'smallest',
    'running',
    'row',
    'succession',
    'success',
    'consecutive',
    'each',
    'not one',
    'not a',
  ],
);

/** A count in English words. */
const inWords =
  /\b(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|[a-z]+teen|(?:twen|thir|for|fif|six|seven|eigh|nine)ty)\b/i;

/** Words such as 超额完成, 全部 and “a majority”, with the figures of their sentence that back or deny them. */
export const backedClaims = ({ sentences }: TextAlone): readonly BackedClaim[] =>
  sentences.flatMap((sentence) => {
    const isBare = sentence.figures.length === 0 && sentence.brackets.length === 0;
    if (isBare && !inWords.test(sentence.text)) return [];
    if (!isBare && hasSign(sentence.signs, chineseSign)) return [...chineseBacking(sentence)];
    return hasSign(sentence.signs, englishSign) ? [...englishBacking(sentence)] : [];
  });

/** Words that say that a day was kept, with the months that deny them. */
export interface LateClaim extends Claim, Lateness {}

const timeSign = signOf('如期', '按期', '按时', '准时', 'schedule', 'on time', 'as planned');

/** 计划9月底前交付，实际于11月20日交付，如期完成. */
export const lateClaims: ClaimReader<LateClaim> = behindSign(timeSign, (text) =>
  statementSpans(text).flatMap(([start, end]) => {
    const statement = text.text.slice(start, end);
    return [...lateInTime(statement), ...lateOnSchedule(statement)].map((late) => ({
      ...late,
      span: [start + late.span[0], start + late.span[1]] as const,
      figures: [],
    }));
  }),
);
