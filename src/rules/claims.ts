import type { Claim, ClaimReader, ReportClaim } from '../claims/claim.ts';
import type { Finding } from '../diagnostic.ts';
import type { Prose } from '../reading/prose.ts';
import type { Reading } from '../reading/reading.ts';
import type { Options } from './options.ts';
import type { ClaimJudge, RuleContext } from './rule.ts';

/**
 * Judges what each text says by itself. The reader is a pure function of the words, and what it finds is kept with them: a text that did not
 * change is not read again.
 */
export const ofText = <C extends Claim, O extends Options = Options>(
  read: ClaimReader<C>,
  judge: (claim: C, prose: Prose, context: RuleContext<O>) => Iterable<Finding>,
): ClaimJudge<O> => ({
  in: 'text',
  sign: read.sign,
  *judge(prose, context, hold) {
    for (const claim of prose.once(read)) {
      for (const figure of claim.figures) hold({ prose, figure });
      yield* judge(claim, prose, context);
    }
  },
});

/** Judges what takes more than one text to say: the reader may ask everything of the report, and is asked once. */
export const ofReport = <C extends ReportClaim, O extends Options = Options>(
  read: (reading: Reading) => readonly C[],
  judge: (claim: C, context: RuleContext<O>) => Iterable<Finding>,
): ClaimJudge<O> => ({
  in: 'report',
  *judge(reading, context, hold) {
    for (const claim of reading.once(read)) {
      for (const figure of claim.figures) hold(figure);
      yield* judge(claim, context);
    }
  },
});
