import { spellingsOf } from '../../claims/names/name-spellings.ts';
import { en, zh, type Rule } from '../rule.ts';

export const namesAgree: Rule = {
  id: 'names-agree',
  severity: 'warning',
  summary: {
    en: 'Spell the name of a person or a body in one way.',
    zh: '人名、机构名前后写法一致。',
  },
  why: {
    en: 'A name in two spellings reads as two people, or two bodies. Compared are persons of one post whose names are easily taken for each other, and names of bodies made of the same characters or words in another order, in English also with one word spelt otherwise. Two names in one list or one sentence are two people, unless each has a post and a clause of its own and only the surname differs.',
    zh: '同一个名称两种写法，会被当成两个人、两个单位。比较的是：职务相同、姓名音近的人；用字相同、次序不同的机构名，英文机构名也比较个别词的拼写。同一句里并列的视为两个人。',
  },
  messages: {
    person: {
      en: ({ name, first }) => `“${name}” is spelt “${first}” before`,
      zh: ({ name, first }) => `此处写“${name}”，前文写“${first}”`,
      help: {
        en: () => 'look up which is right; if there are two people, say how their posts differ',
        zh: () => '核对姓名；确是两个人的，写明各自的单位或分工',
      },
    },
    spelling: {
      en: ({ name, first }) => `“${name}” is written “${first}” before`,
      zh: ({ name, first }) => `此处写“${name}”，前文写“${first}”`,
      help: {
        en: () => 'write the name as the body is registered, everywhere',
        zh: () => '按登记的全称统一',
      },
    },
    body: {
      en: ({ name, first }) => `“${name}” has the characters of “${first}” in another order`,
      zh: ({ name, first }) => `此处写“${name}”，前文写“${first}”，用字相同而次序不同`,
      help: {
        en: () => 'write the name as the body is registered, everywhere',
        zh: () => '按登记的全称统一',
      },
    },
  },

  on: {
    *report(reading) {
      for (const { kind, later, first } of spellingsOf(reading))
        yield {
          path: later.path,
          span: later.span,
          message: kind,
          data: { name: later.name, first: first.name },
          related: [
            { path: first.path, span: first.span, note: { en: 'the other spelling', zh: '另一种写法' } },
          ],
        };
    },
  },

  examples: {
    en: {
      good: en`
        summary: { intro: Director John Smith opened it. Director Jane Smith closed it. }
      `,
      bad: en`
        summary: { intro: Director John Smith opened it. Director Jon Smith closed it. }
      `,
      finds: ['5:59 person'],
    },
    zh: {
      good: zh`
        总结: { 导语: 李小刚局长主持会议。李晓刚副局长讲课。 }
      `,
      bad: zh`
        总结: { 导语: 李小刚局长主持会议。李晓刚局长讲课。 }
      `,
      finds: ['5:21 person'],
    },
  },
};
