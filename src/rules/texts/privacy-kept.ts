import { maskNumber } from '../../claims/names/mask-number.ts';
import { personalDataOf, type PersonalKind } from '../../claims/names/personal-data.ts';
import type { Words } from '../../diagnostic.ts';
import { en, zh, type Rule } from '../rule.ts';

const names: Readonly<Record<PersonalKind, Words>> = {
  identity: { en: 'the identity number of a person', zh: '个人身份证号' },
  passport: { en: 'the passport number of a person', zh: '个人护照号' },
  mobile: { en: 'the mobile number of a person', zh: '个人手机号' },
  card: { en: 'the number of a bank card or account', zh: '银行卡号或账号' },
  email: { en: 'the e-mail address of a person', zh: '个人邮箱' },
  'social-security': { en: 'a Social Security number', zh: '美国社会保障号' },
};

export const privacyKept: Rule = {
  id: 'privacy-kept',
  severity: 'unfinished',
  summary: {
    en: 'Publish no identity, mobile, card or Social Security number and no e-mail address of a person.',
    zh: '公开的报告不出现个人的身份证号、手机号、银行卡号、邮箱。',
  },
  why: {
    en: 'Once published, a number is copied within hours and cannot be called back; the Personal Information Protection Law of China (article 28 on what is sensitive) and the US Privacy Act hold the publisher liable. Numbers count where their own check passes (GB 11643, Luhn) or a person is named beside them; hotlines, mailboxes and land lines of offices, numbers that are masked already, and a section that tells how to reach the authors do not. Every output of this program masks the number.',
    zh: '一经公开，几小时内就会被转载，收不回来；《个人信息保护法》第二十八条规定的敏感个人信息，由公开者担责。号码须通过自身的校验（GB 11643、Luhn算法），或者旁边写明是谁的；单位的热线、信箱、座机，已经打码的号码，以及“联系方式”一节，都不算。本程序的任何输出都会给号码打码。',
  },
  messages: {
    shown: {
      en: ({ what, masked }) => `${what} is to be published: ${masked}`,
      zh: ({ whatZh, masked }) => `${whatZh}将随报告公开：${masked}`,
      help: {
        en: () => 'take it out, or mask it in the draft itself (139****1234)',
        zh: () => '删去，或者在稿中打码（如139****1234）',
      },
    },
  },

  on: {
    *report(reading) {
      for (const { kind, path, span, at, written } of personalDataOf(reading))
        yield {
          path,
          ...(span && { span }),
          ...(at && { at }),
          message: 'shown',
          data: { what: names[kind].en, whatZh: names[kind].zh, masked: maskNumber(written) },
        };
    },
  },

  examples: {
    en: {
      good: en`
        published: 2018-01-31
        summary:
          sections:
            - title: Grants
              body: Questions go to grants@agency.gov or 202-555-0143; Mary Green (mobile 415-***-0132) had a grant.
      `,
      bad: en`
        published: 2018-01-31
        summary:
          sections:
            - title: Grants
              body: Mary Green (SSN 123-45-6789) had a grant.
      `,
      finds: ['9:29 shown'],
    },
    zh: {
      good: zh`
        发布日期: 2018-01-31
        总结:
          章节:
            - 标题: 救助
              正文: 救助困难职工36户，户主李海手机139****5678；咨询电话12345、0750-3271234。
      `,
      bad: zh`
        发布日期: 2018-01-31
        总结:
          章节:
            - 标题: 救助
              正文: 救助困难职工36户，户主李海手机13912345678已登记。
      `,
      finds: ['9:27 shown'],
    },
  },
};
