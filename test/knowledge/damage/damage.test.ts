/**
 * Damage told by what is wrong: every kind of damage to real documents is seen, and no sound document is suspected.
 */
import {readFileSync} from 'node:fs';
import {describe, expect, it} from 'vitest';
import {assessDamage} from '../../../knowledge/damage/index.js';
import {hasShared, shared, sharedNote} from '../../helpers/shared.js';

const own = readFileSync(new URL('../../../knowledge/howto/bpf.rst', import.meta.url), 'utf8');

function howto(version: string): string {
  return readFileSync(shared(`howto/bpf_devel_QA.${version}`), 'utf8');
}

/** The same numbers from 0 to 1 on every run. */
function seededRandom(): () => number {
  let state = 7;
  return () => (state = (state * 1_103_515_245 + 12_345) % 2_147_483_648) / 2_147_483_648;
}

/** One word in ten, changed at one place. */
function oneWordInTen(text: string, change: (word: string, index: number) => string): string {
  const random = seededRandom();
  return text.replace(/[a-z]{3,}/g, (word) =>
    random() > 0.1 ? word : change(word, Math.floor(random() * (word.length - 1))),
  );
}

const inHosts = /(?<=:\/\/|@)[\w.-]+/g;
const digits: Readonly<Record<string, string>> = {a: '4', e: '3', i: '1', o: '0'};

const mutations: readonly (readonly [string, (text: string) => string])[] = [
  ['r and l as w', (text) => text.replace(/[rl]/g, 'w').replace(/[RL]/g, 'W')],
  ['linux as freax', (text) => text.replaceAll('linux', 'freax').replaceAll('Linux', 'Freax')],
  ['"the" as "the woke"', (text) => text.replace(/\b(the)\b/gi, '$1 woke')],
  ['o as 0 in hosts', (text) => text.replace(inHosts, (host) => host.replaceAll('o', '0'))],
  ['hosts under another', (text) => text.replaceAll('kernel.org', 'kernel.org.example.com')],
  ['letters as digits', (text) => text.replace(/[aeio]/g, (letter) => digits[letter] ?? letter)],
  [
    'letters 13 places on',
    (text) => text.replace(/[a-z]/g, (letter) => String.fromCharCode(97 + ((letter.charCodeAt(0) - 84) % 26))),
  ],
  [
    'swaps in a tenth of the words',
    (text) =>
      oneWordInTen(
        text,
        (word, index) => word.slice(0, index) + word.charAt(index + 1) + word.charAt(index) + word.slice(index + 2),
      ),
  ],
  [
    'another letter in a tenth of the words',
    (text) => oneWordInTen(text, (word, index) => `${word.slice(0, index)}q${word.slice(index + 1)}`),
  ],
  ['s as th', (text) => text.replaceAll('s', 'th')],
  ['kernel as colonel', (text) => text.replaceAll('kernel', 'colonel')],
  ['a letter left out', (text) => text.replaceAll('h', '')],
  ['v as w', (text) => text.replaceAll('v', 'w')],
  ['a merge left open', (text) => text.replace('\n\n', '\n<<<<<<< HEAD\n\n=======\n\n>>>>>>> side\n')],
  ['half a merge', (text) => text.replace('\n\n', '\n=======\n\n>>>>>>> 1234567 (Say more)\n')],
  ['a lost character', (text) => text.replace('a', '\ufffd')],
  ['UTF-8 read as Latin-1', (text) => text.replace('a', 'Ã©')],
];

describe('assessDamage', () => {
  it.each(mutations)('sees %s in our HOWTO', (_, mutate) => {
    expect(assessDamage(mutate(own), [])).not.toEqual([]);
  });

  describe.skipIf(!hasShared)(`real HOWTOs${sharedNote}`, () => {
    it.each(mutations)('sees %s', (_, mutate) => {
      expect(assessDamage(mutate(howto('nearest.rst')), [])).not.toEqual([]);
    });

    it.each(['nearest.rst', 'v7.2.rst', 'v6.1.rst', 'v5.10.rst', 'pre-rst.txt'])('finds %s sound', (name) => {
      expect(assessDamage(howto(name), [])).toEqual([]);
    });

    it('says what is wrong with the copy where r and l became w', () => {
      expect(assessDamage(howto('seed.rst'), [])).toEqual([
        '10 hosts are not known and resemble known ones: vgew.kewnew.owg for kernel.org, kewnew.owg for kernel.org, ' +
          'iogeawbox.net for iogearbox.net and 7 more.',
        '167 common words are misspelt: pwovides for provides, infowmation for information, vawious for various and ' +
          '164 more.',
      ]);
    });
  });

  it('finds our HOWTO sound', () => {
    expect(assessDamage(own, [])).toEqual([]);
  });

  it.each([
    ['nothing', ''],
    [
      'three lines',
      'Notes\n=====\n\nSend patches to the list at <https://lists.example.org/> and wait for a review.\n',
    ],
    [
      'an unknown host',
      'Q: Where is the mirror?\n-----------\nA: On https://mirror.example.edu/linux/ and git.kernel.dk.\n',
    ],
    [
      'neighbours of known hosts',
      'https://linux.de/ https://fm.com/ https://kernel.dk/ https://gitlab.com/ https://email.com/',
    ],
    [
      'titles underlined with seven signs',
      'Subject\n=======\n\nBody.\n\nPatches\n<<<<<<<\n\nMore.\n\nMembers\n>>>>>>>\n\nEnd.\n',
    ],
    [
      'another language',
      'Le noyau est libre. Les correctifs sont envoyés à la liste, puis relus par les mainteneurs.\n'.repeat(20),
    ],
    ['another script', '请把补丁发送到邮件列表。\n'.repeat(50)],
    [
      'one subject throughout',
      'Lock the driver. Load the module. Stop the timer. Free the memory. Read the manual.\n'.repeat(9),
    ],
    ['two typos', 'The maintianer applies the pacth after review, and the author is told by mail.\n'],
  ])('finds %s sound', (_, text) => {
    expect(assessDamage(text, [])).toEqual([]);
  });

  it.each([
    ['https://git.kernel.0rg/', '1 host is not known and resembles a known one: git.kernel.0rg for kernel.org.'],
    [
      'bpf@vger.kernel.org.evil.com',
      '1 host is not known and resembles a known one: vger.kernel.org.evil.com for kernel.org.',
    ],
    ['https://docs.kenrel.org/bpf', '1 host is not known and resembles a known one: docs.kenrel.org for kernel.org.'],
    ['https://githbu.com/llvm', '1 host is not known and resembles a known one: githbu.com for github.com.'],
    [
      'git://git.kernel.org/pub/scm/other/kernel/git/bpf/bpf.git',
      '1 address differs from a known one in one part: git.kernel.org/pub/scm/other/kernel/git/bpf/bpf.git for ' +
        'git.kernel.org/pub/scm/linux/kernel/git.',
    ],
    ['U+FFFD \ufffd and \ufffd', '2 characters were lost when the text was converted.'],
    ['<<<<<<< HEAD\n', 'Conflict markers of a merge stand in the text.'],
    [
      'the woke list, the woke tree, the woke one, the woke end, the woke top',
      '"woke" follows "the" in 5 of 5 places.',
    ],
  ])('says of %j: %s', (text, reason) => {
    expect(assessDamage(text, [])).toEqual([reason]);
  });
});
