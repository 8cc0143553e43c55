import fc from 'fast-check';
/** Whether the suite runs whole: `npm run test:deep` sets it. */
export const deep = process.env['REPORT_TEST_DEPTH'] === 'deep';

/** Some things to try: all of them in a deep run, else every so many. */
export const some = <T>(all: readonly T[], every: number): readonly T[] =>
  deep ? all : all.filter((_, index) => index % every === 0);

/** How often a property is tried: the full count in a deep run, else a sample of it that keeps the suite quick. */
export const sample = (full: number, share = 0.1): number =>
  deep ? full : Math.max(1, Math.round(full * share));

/** The seed of every property, so that a run repeats another; fast-check prints it with what it finds. */
export const seed = 20180117;

/** A share from 0 to below 1, each as likely: doubles of fast-check lie near 0. */
export const share = fc.noBias(fc.nat(0x7ffffffe)).map((part) => part / 0x7fffffff);
