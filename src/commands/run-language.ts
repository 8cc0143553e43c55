import type { Language } from '../diagnostic.ts';
import type { Io } from '../io.ts';
import { localeLanguage } from '../messages/locale.ts';

/** The language that a run speaks: the one asked for, else that of the person’s locale, else the first that is known of its drafts, else English. */
export const runLanguage = (
  { lang }: { readonly lang?: Language },
  io: Io,
  ...drafts: readonly (Language | undefined)[]
): Language => lang ?? localeLanguage(io.env, io.locale) ?? drafts.find((each) => each !== undefined) ?? 'en';
