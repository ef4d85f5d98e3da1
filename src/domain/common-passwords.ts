/**
 * Passwords that attackers of Vietnamese accounts try first, beside those of the list of leaked ones, told by how they are
 * made: a handful of common words, one after the other, with
 * letters swapped for look-alikes and figures or signs at the ends; or figures in a row, over and over, or as a date.
 * Each word here stands for the thousands of listed passwords built on it (ASVS 5.0 6.2.4).
 */

const WORDS = `
  password passw passwd pass matkhau mat khau matma kodoan khongbiet quenmatkhau doimatkhau admin administrator quantri
  root user test guest demo login dangnhap welcome xinchao letmein master secret bimat default changeme temp public
  qwerty qwert qwertyuiop qwertyui asdf asdfgh asdfghjkl zxcv zxcvbn zxcvbnm qaz wsx edc azerty qwer asd zxc qazwsx abc abcd
  abcdef abcdefgh abcxyz xyz aaa one two three mot hai ba love iloveyou you forever anh yeu em yeuem anhyeuem emyeuanh
  nho mai vo chong con bo me gia dinh giadinh ban toi minh honey baby angel princess sunshine monkey dragon shadow
  superman batman naruto pokemon starwars football baseball soccer bongda chelsea liverpool arsenal barcelona manchester
  united ronaldo messi hello ninja michael jordan jessica charlie thomas daniel ashley summer winter spring autumn
  january february march april may june july august september october november december monday friday sunday flower
  computer internet google facebook zalo youtube samsung apple iphone nokia vnpt viettel mobifone windows microsoft
  office server network cisco router wifi system support service vietnam viet nam hanoi ha noi saigon sai gon danang
  da nang hue haiphong cantho thanglong hoabinh hanhphuc tudo doclap chucmungnammoi nammoi tet trung tam congan quandoi
  nguyen tran pham hoang phan huynh hoa lan hong huong linh tuan dung minh long hung thang manh nam son khanh trang
  thao phuong quynh anhlinh money tien vang dola happy lucky maiyeu online trustno freedom whatever cheese pepper ginger
  jesus maria peter george andrew robert matrix mustang harley ferrari mercedes honda yamaha toyota access cookie
  banana orange purple yellow silver golden diamond tiger eagle falcon killer hunter ranger buster hockey
`
  .trim()
  .split(/\s+/);

const LOOK_ALIKES: Readonly<Record<string, string>> = {
  '0': 'o',
  '1': 'i',
  '3': 'e',
  '4': 'a',
  '5': 's',
  '7': 't',
  '@': 'a',
  $: 's',
  '!': 'i',
};

/** @param folded lower case, without diacritics and spaces. */
export function isCommonPassword(folded: string): boolean {
  const core = withoutEnds(folded);
  if (core === '') return isPlainRow(folded) || isPlainRow(folded.replace(/[^0-9]/g, ''));
  const spelt = spellOut(folded);
  return [core, spellOut(core), spelt, withoutEnds(spelt), core.replace(/[^a-z]/g, '')].some(isMadeOfWords);
}

/** `2027!matkhau@123` → `matkhau`. */
export function withoutEnds(text: string): string {
  return text.replace(/^[^a-z]+|[^a-z]+$/g, '');
}

/** `p4ssw0rd` → `password`. */
export function spellOut(text: string): string {
  return [...text].map((letter) => LOOK_ALIKES[letter] ?? letter).join('');
}

/** Whether the text is common words from end to end; `reached[i]` when its first `i` letters are. */
function isMadeOfWords(text: string): boolean {
  if (/^(.{1,4})\1+$/.test(text)) return true;
  const reached = [true];
  for (let end = 1; end <= text.length; end++) {
    reached[end] = WORDS.some((word) => reached[end - word.length] === true && text.endsWith(word, end));
  }
  return text.length > 0 && reached[text.length] === true;
}

/** 12345678, 87654321, 11111111, 12121212, a day such as 06022027, a telephone number such as 0900000000. */
function isPlainRow(text: string): boolean {
  if (text === '') return false;
  if (/^(.{1,6})\1+.{0,5}$/.test(text)) return true;
  if (/^(19|20)\d{2}(0\d|1[0-2])[0-3]\d$|^[0-3]\d(0\d|1[0-2])(19|20)\d{2}$/.test(text)) return true;
  if (/^0\d{9}$/.test(text)) return true;
  const steps = [...text].slice(1).map((letter, i) => letter.charCodeAt(0) - text.charCodeAt(i));
  return steps.every((step) => step === 1 || step === -9) || steps.every((step) => step === -1 || step === 9);
}
