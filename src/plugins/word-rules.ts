import type { Finding } from '../diagnostic.ts';
import type { AvoidedWord, Officer, Replacement, WordNotes } from '../lint/settings/config.ts';
import { avoidedAt, type Avoided } from '../model/avoided-terms.ts';
import type { Reading } from '../reading/reading.ts';
import type { Rule } from '../rules/rule.ts';
import { isAcrossWords } from '../style/word-edges.ts';
import { personFaults } from './person-faults.ts';

/** The words that an office lays down. */
export interface OwnWords {
  readonly replace: readonly (Replacement & { readonly wrong: string })[];
  readonly avoid: readonly AvoidedWord[];
  readonly persons: readonly Officer[];
}

/** Up to so many Han characters may belong to two other words by chance. */
const BY_CHANCE = 3;

type Noted = Avoided & Pick<WordNotes, 'reason'>;

/** Where words of a list stand in the texts of a report. */
function* wordsIn(reading: Reading, words: readonly Noted[]): Generator<Finding> {
  for (const { path, text } of reading.scalars.texts)
    for (const { span, of } of avoidedAt(text, words)) {
      const { written, term, reason = '' } = of as Noted;
      if (written.length <= BY_CHANCE && /^\p{sc=Han}+$/u.test(written) && isAcrossWords(text, span))
        continue;
      const fix = term === '' ? {} : { fix: { path, span, insert: term, safe: true } };
      yield { path, span, message: 'word', data: { written, right: term, reason }, ...fix };
    }
}

const why = (reason: unknown, otherwise: string): string => (reason === '' ? otherwise : String(reason));
const longestFirst = (words: readonly Noted[]): readonly Noted[] =>
  [...words].sort((a, b) => b.written.length - a.written.length);

/** The rules that hold an office’s own words, those of them for which it has some. */
export function wordRules({ replace, avoid, persons }: OwnWords): readonly Rule[] {
  return [
    ...(replace.length > 0 ? [replacedRule(replace)] : []),
    ...(avoid.length > 0 ? [avoidedRule(avoid)] : []),
    ...(persons.length > 0 ? [personsRule(persons)] : []),
  ];
}

function replacedRule(replace: OwnWords['replace']): Rule {
  const words = longestFirst(
    replace.map(({ wrong, right, reason = '' }) => ({
      written: wrong,
      term: right,
      full: undefined,
      right: [right],
      reason,
    })),
  );
  return {
    id: 'words/replaced',
    severity: 'warning',
    summary: { en: 'Words of the project’s list are written as it says.', zh: '按本单位词表改写。' },
    why: { en: 'The list is the project’s own.', zh: '词表由本单位制定。' },
    messages: {
      word: {
        en: ({ written, right }) => `“${written}” is to be “${right}”`,
        zh: ({ written, right }) => `“${written}”应为“${right}”`,
        help: {
          en: ({ reason, right }) => why(reason, `write “${right}”`),
          zh: ({ reason, right }) => why(reason, `改为“${right}”`),
        },
      },
    },
    on: {
      *report(reading) {
        yield* wordsIn(reading, words);
      },
    },
    examples: {},
  };
}

function avoidedRule(avoid: OwnWords['avoid']): Rule {
  const words = longestFirst(
    avoid.map(({ word, reason = '' }) => ({ written: word, term: '', full: undefined, right: [], reason })),
  );
  return {
    id: 'words/avoided',
    severity: 'warning',
    summary: { en: 'Words that the project avoids are not used.', zh: '不用本单位词表里列为不用的词。' },
    why: { en: 'The list is the project’s own.', zh: '词表由本单位制定。' },
    messages: {
      word: {
        en: ({ written }) => `“${written}” is not to be used`,
        zh: ({ written }) => `“${written}”不用`,
        help: {
          en: ({ reason }) => why(reason, 'write it in other words'),
          zh: ({ reason }) => why(reason, '换一种说法'),
        },
      },
    },
    on: {
      *report(reading) {
        yield* wordsIn(reading, words);
      },
    },
    examples: {},
  };
}

function personsRule(persons: OwnWords['persons']): Rule {
  return {
    id: 'words/persons',
    severity: 'warning',
    summary: {
      en: 'Persons are named, titled and ordered as in the project’s list.',
      zh: '人员姓名、职务、先后与本单位名单一致。',
    },
    why: {
      en: 'A name misspelt, a post of last year, or a wrong order is what readers notice first.',
      zh: '姓名写错、职务没更新、排名颠倒，最先被人看见。',
    },
    messages: {
      spelling: {
        en: ({ found, name }) => `“${found}” is spelt “${name}” in the list of persons`,
        zh: ({ found, name }) => `“${found}”在名单上写作“${name}”`,
        help: {
          en: ({ reason }) =>
            why(reason, 'correct the name; if somebody else is meant, add them to the list'),
          zh: ({ reason }) => why(reason, '改正姓名；确是另一人的，补入名单'),
        },
      },
      post: {
        en: ({ name, found, post }) => `${name} is titled ${found}, and in the list of persons ${post}`,
        zh: ({ name, found, post }) => `${name}的职务写作“${found}”，名单上是“${post}”`,
        help: {
          en: ({ reason }) => why(reason, 'correct the post, or bring the list up to date'),
          zh: ({ reason }) => why(reason, '改正职务，或更新名单'),
        },
      },
      order: {
        en: ({ name, before }) => `${name} stands behind ${before}, and before in the list of persons`,
        zh: ({ name, before }) => `${name}排在${before}之后，名单上在前`,
        help: {
          en: ({ reason }) => why(reason, 'name them in the order of the list'),
          zh: ({ reason }) => why(reason, '按名单先后排列'),
        },
      },
    },
    on: {
      *text(prose) {
        for (const { kind, span, data, insert } of personFaults(prose.text, persons)) {
          if (!prose.isTyped(span)) continue;
          const place = prose.place(span);
          yield {
            ...place,
            message: kind,
            data,
            ...(insert !== undefined && { fix: { ...place, insert, safe: false } }),
          };
        }
      },
    },
    examples: {},
  };
}
