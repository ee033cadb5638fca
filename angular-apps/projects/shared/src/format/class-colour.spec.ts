import { classColour } from './class-colour';

describe('classColour', () => {
  it('gives traffic its own colours', () => {
    expect(classColour('car')).toBe('#0072b2');
    expect(classColour('person')).toBe('#d55e00');
  });

  // "dog".hashCode() is 99644 in Java, which draws the boxes: the ninth of twelve
  it('follows the hash of Java for all others', () => {
    expect(classColour('dog')).toBe('#e31a1c');
    expect(classColour('')).toBe('#f0e442');
  });

  it('takes no name of an object’s own properties for a class', () => {
    expect(classColour('constructor')).toMatch(/^#[0-9a-f]{6}$/);
  });
});
