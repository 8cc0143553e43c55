import { passesLuhn } from '../src/claims/names/personal-numbers.ts';

/** Numbers of nobody, made rather than written down: they pass every check, their places (99) and banks do not exist. */

const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];

const checkOf = (digits: string): string =>
  '10X98765432'[[...digits].reduce((sum, digit, at) => sum + Number(digit) * Number(WEIGHTS[at]), 0) % 11] ??
  '';

/** An identity number; `check` asks for one that ends so. */
export function identityNumber(birth = '19800229', check?: string): string {
  for (let serial = 100; serial < 1000; serial++) {
    const digits = `990000${birth}${serial}`;
    if (check === undefined || checkOf(digits) === check) return digits + checkOf(digits);
  }
  throw new Error('there is no such number');
}

/** The same with a check character that is wrong. */
export const notIdentity = (): string => {
  const number = identityNumber('19800229', '5');
  return `${number.slice(0, -1)}6`;
};

/** A card number of so many digits. */
export function cardNumber(length = 19, from = '62', passes = true): string {
  const digits = from.padEnd(length - 1, '0');
  return [...'0123456789'].map((check) => digits + check).find((each) => passesLuhn(each) === passes) ?? '';
}

/** A mobile number in a range that no company has. */
export const mobileNumber = (): string => `1390000${'1234'}`;

/** What the sentences of `reviewer` call the numbers by. */
export const filled = (sentence: string): string =>
  sentence
    .replaceAll('\\n', '\n')
    .replaceAll('{id}', identityNumber())
    .replaceAll('{idx}', identityNumber('19630715', 'X'))
    .replaceAll('{badid}', notIdentity())
    .replaceAll('{mobile}', mobileNumber())
    .replaceAll('{mobile2}', '139 0000 1234')
    .replaceAll('{ukmobile}', '07700 900123')
    .replaceAll('{uscell}', '(415) 555-0132')
    .replaceAll('{card}', cardNumber())
    .replaceAll('{card16}', cardNumber(16, '4000'))
    .replaceAll('{badcard}', cardNumber(19, '62', false))
    .replaceAll('{ssn}', ['123', '45', '6789'].join('-'));
