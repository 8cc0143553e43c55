import { signOf } from '../../reading/signs.ts';
import type { TextAlone } from '../../reading/text-alone.ts';
import { chineseAnnouncements } from './chinese-announced.ts';
import { behindSign, type Claim } from '../claim.ts';
import { countWords, englishAnnouncements, type WrongCount } from './english-announced.ts';
import { enumerationMarksIn } from './enumerations.ts';

/** One of these stands between a count and what is counted. */
const announcing = signOf(
  '：',
  ':',
  '——',
  '，即',
  '，分别',
  '（',
  '(',
  '、',
  '一是',
  '包括',
  '首先',
  '第一',
  '①',
  'both ',
  ...countWords.map((word) => `${word} `),
);

/** Counts that a text announces beside a list of more or fewer things. */
export const countAnnouncements = behindSign(announcing, (text): readonly (WrongCount & Claim)[] =>
  [...wrongCounts(text)].map((each) => ({ ...each, figures: [] })),
);

/** Linear in the length of the text. */
function* wrongCounts(alone: TextAlone): Generator<WrongCount> {
  const { text } = alone;
  if (/[二两三四五六七八九十\d]\p{Script=Han}/u.test(text)) yield* chineseAnnouncements(alone);
  yield* englishAnnouncements(text, () => alone.once(enumerationMarksIn));
}
