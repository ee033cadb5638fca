import { besideIn } from './place';

const VIEW = { width: 390, height: 800 };
const BOX = { width: 200, height: 40 };

describe('the place of a question', () => {
  it.each([
    ['in the middle', { right: 300, top: 100, height: 30 }, { left: 100, top: 95 }],
    ['at the left edge', { right: 40, top: 100, height: 30 }, { left: 8, top: 95 }],
    ['beyond the right edge', { right: 700, top: 100, height: 30 }, { left: 182, top: 95 }],
    ['at the top', { right: 300, top: -5, height: 30 }, { left: 100, top: 8 }],
    ['at the bottom', { right: 300, top: 790, height: 30 }, { left: 100, top: 752 }],
  ])('is wholly in view where the button is %s', (_, button, place) => {
    expect(besideIn(button, BOX, VIEW)).toEqual(place);
  });
});
