/** The first sign of a note: a plane of private signs, of which no document makes use. */
const FIRST = 0xf0000;
const MOST = 0xfffd;

/** What stands in a text for the mark of a note, counted from 1: one sign that is neither a digit nor a letter, so that nothing takes it for a figure. */
export const noteSign = (count: number): string => String.fromCodePoint(FIRST + Math.min(count, MOST));

/** Every sign of a note. */
export const noteSigns = /[\u{F0001}-\u{FFFFD}]/gu;

/** The number that a sign of a note stands for. */
export const noteNumber = (sign: string): number => (sign.codePointAt(0) ?? FIRST) - FIRST;
