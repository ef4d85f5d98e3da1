import { describe, expect, it } from 'vitest';
import { findTraces } from '../../src/domain/name-traces.ts';

const PERSON = {
  id: 'quach-ngoc-diep',
  name: 'Quách Ngọc Diệp',
  phone: '0900 000 077',
  email: 'diep.quach@lamgiang.example',
};
const OTHERS = ['Tạ Thị Diệp', 'Lò Văn An'];

const found = (text: string): string[] =>
  findTraces(text, PERSON, OTHERS).map(({ start, end }) => text.slice(start, end));

describe('where a text may speak of someone', () => {
  it.each([
    ['the whole name in capitals', 'gặp QUÁCH NGỌC DIỆP nhé', ['QUÁCH NGỌC DIỆP']],
    ['the whole name without diacritics', 'gap quach ngoc diep nhe', ['quach ngoc diep']],
    ['the last two words', 'chị Ngọc Diệp trực thay', ['Ngọc Diệp']],
    ['the given name with a capital', 'Diệp bận, đổi cho Tư', ['Diệp']],
    ['the given name after initials', 'hỏi Q.N.Diệp', ['Diệp']],
    ['the given name after “chị”, small', 'nhờ chị diệp ký', ['diệp']],
    ['the given name after “chi”, without diacritics', 'nho chi diep ky', ['diep']],
    ['decomposed letters', 'gặp Diệp nhé'.normalize('NFD'), ['Diệp'.normalize('NFD')]],
    ['at the very end, decomposed', 'nhờ Diệp'.normalize('NFD'), ['Diệp'.normalize('NFD')]],
    ['the phone, grouped otherwise', 'gọi 0900.000.077 hay +84 900000077', ['0900.000.077', '+84 900000077']],
    [
      'the mail address and its first part',
      'thư Diep.Quach@lamgiang.example, diep.quach@x',
      ['Diep.Quach@lamgiang.example', 'diep.quach'],
    ],
    ['the code', '{"staff":"quach-ngoc-diep"}', ['quach-ngoc-diep']],
  ])('finds %s', (_, text, expected) => {
    expect(found(text)).toEqual(expected);
  });

  it.each([
    ['someone else’s whole name', 'hỏi Tạ Thị Diệp'],
    ['another name with the same letters', 'anh Điệp trực'],
    ['a word that begins like it', 'Diệpo, Diệp2'],
    ['a small word that is no name', 'màu xanh diệp lục'],
    ['another number', 'gọi 10900000077, 090000007'],
    ['nothing', ''],
  ])('leaves %s', (_, text) => {
    expect(found(text)).toEqual([]);
  });

  it('tells both where a colleague of the same given name is written beside', () => {
    expect(found('Tạ Thị Diệp và Diệp')).toEqual(['Diệp']);
  });
});
