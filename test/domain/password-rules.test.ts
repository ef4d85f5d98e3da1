/** Passwords: long enough, not the first ones tried, not one's own name, and nothing else asked of them. */

import { describe, expect, it } from 'vitest';
import { isCommonPassword } from '../../src/domain/common-passwords.ts';
import { passwordFault } from '../../src/domain/password-rules.ts';

const CONTEXT = ['cuc.le@lamgiang.example', 'Lê Thị Thu Cúc', 'Văn phòng Ủy ban nhân dân xã Tân Khê'];
const faultOf = (password: string) => passwordFault(password, CONTEXT)?.key;

describe('a password', () => {
  it.each([
    'bốn con vịt xòe 7 cái ô',
    'kpzxwvqmrt',
    '8305174926',
    'aA1!aA1!bB2@',
    '        x       ',
    '🦆🦆🦢🐧🦉🦇🐗🐺',
    'trâu cày đồng sâu',
    'Cúc nấu bánh chưng đêm 29',
    `${'dài '.repeat(63)}thôi`,
  ])('%j is good', (password) => {
    expect(faultOf(password)).toBeUndefined();
  });

  it('has 8 to 256 characters, counted as people count them', () => {
    expect(faultOf('kpzxwvq')).toBe('password.short');
    expect(faultOf('🦆🦢🐧🦉')).toBe('password.short');
    expect(faultOf('k9'.repeat(5).concat('z'.repeat(246)))).toBeUndefined();
    expect(faultOf('k9'.repeat(5).concat('z'.repeat(247)))).toBe('password.long');
  });

  it.each([
    'password',
    'Password1',
    'P@ssw0rd',
    'passw0rd123',
    'PASSWORD!!!',
    '12345678',
    '123456789',
    '1234567890',
    '87654321',
    '11111111',
    '00000000',
    '12121212',
    '123123123',
    '112233112233',
    '06022027',
    '20270206',
    '0900000001',
    'qwertyuiop',
    'qwerty123',
    'asdfghjkl',
    '1q2w3e4r5t',
    'iloveyou',
    'iloveyou2',
    'admin123',
    'administrator',
    'welcome1',
    'letmein123',
    'abcd1234',
    'abc12345',
    'aaaaaaaa',
    'abababab',
    'matkhau123',
    'mật khẩu',
    'Matkhau@123',
    'anhyeuem',
    'anhyeuem123',
    'anh yêu em',
    'emyeuanh',
    'vietnam123',
    'hanoi2027',
    'saigon123',
    'nguyen123',
    'quantri@123',
    'khongbiet',
    'chucmungnammoi',
    'superman',
    'football',
    'sunshine1',
    'princess',
    'dragon12345',
    'Summer2026!',
    'trustno1',
    'monkey123',
    'liverpool',
    'chelsea1',
    'manchesterunited',
    'viettel123',
    'Changeme!',
    'Default123',
    'ronaldo7',
  ])('%j is among the first that are tried', (password) => {
    expect(faultOf(password)).toBe('password.common');
  });

  it.each([
    'thucuc1989',
    'Lê Thu Cúc',
    'lamgiang@27',
    'TânKhê2027!',
    'cuc.le@lamgiang',
    'lichtruc2027',
    'LịchTrực!',
  ])('%j is a name anyone could guess', (password) => {
    expect(faultOf(password)).toBe('password.context');
  });

  it('is searched in time that does not explode with its length', () => {
    for (const text of ['ab'.repeat(20_000), 'anhyeuem'.repeat(5_000), `${'a'.repeat(40_000)}!`]) {
      expect(typeof isCommonPassword(text)).toBe('boolean');
    }
  });
});
