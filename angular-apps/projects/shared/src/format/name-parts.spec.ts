import { cutName, nameParts } from './name-parts';

const RECORDER = 'NVR1_ch04_main_20261128021500_20261128031500.mp4';
const FAMILY = '👨‍👩‍👧‍👦';

describe('nameParts', () => {
  it('leaves a short name whole', () => {
    expect(nameParts('gate-1')).toEqual({ head: 'gate-1', tail: '' });
    expect(nameParts('')).toEqual({ head: '', tail: '' });
  });

  it('keeps the end of a long one, which tells it from its neighbours', () => {
    const { head, tail } = nameParts(RECORDER);
    expect(tail).toBe('31500.mp4');
    expect(head + tail).toBe(RECORDER);
  });

  it.each([
    ['李'.repeat(60)],
    [`${'camera '.repeat(9)}${FAMILY.repeat(3)}`],
    ['بوابة المستودع الشمالي رقم اثنان'],
    [`<b>"quoted" & 'so'</b>`],
    ['e\u0301'.repeat(40)],
  ])('cuts between characters, never within one: %s', (name) => {
    const { head, tail } = nameParts(name);
    expect(head + tail).toBe(name);
    const count = (text: string) => [...new Intl.Segmenter().segment(text)].length;
    expect(count(head) + count(tail)).toBe(count(name));
    expect(tail).not.toBe('');
  });
});

describe('cutName', () => {
  it('keeps both ends', () => {
    expect(cutName('gate-1', 20)).toBe('gate-1');
    expect(cutName(RECORDER, 20)).toBe('NVR1_ch04_…31500.mp4');
  });

  it('counts what is wide twice', () => {
    expect(cutName('李'.repeat(60), 11)).toBe('李李李…李李');
    expect(cutName(FAMILY.repeat(60), 9)).toBe(`${FAMILY}${FAMILY}…${FAMILY}${FAMILY}`);
  });
});
