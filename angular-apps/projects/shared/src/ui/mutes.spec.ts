import { TestBed } from '@angular/core/testing';
import { Mutes } from './mutes';

const KEY = 'edge.muted';

describe('Mutes', () => {
  beforeEach(() => localStorage.clear());
  afterEach(() => localStorage.clear());

  it('are kept in this browser until they are taken back', () => {
    TestBed.inject(Mutes).set('alerts', true);
    TestBed.resetTestingModule();
    const again = TestBed.inject(Mutes);
    expect([again.has('alerts'), again.has('cameras')]).toEqual([true, false]);
    again.set('alerts', false);
    expect([...again.all()]).toEqual([]);
    expect(localStorage.getItem(KEY)).toBe('[]');
  });

  it('are a hundred at most, the newest', () => {
    const mutes = TestBed.inject(Mutes);
    for (let i = 0; i < 120; i++) {
      mutes.set(`kind ${i}`, true);
    }
    expect([mutes.all().size, mutes.has('kind 19'), mutes.has('kind 20')]).toEqual([
      100,
      false,
      true,
    ]);
  });

  it.each(['no JSON', '{"a":1}', 'null'])('are none where the browser kept %s', (kept) => {
    localStorage.setItem(KEY, kept);
    expect(TestBed.inject(Mutes).all().size).toBe(0);
  });

  it('hold for this page where the browser keeps nothing', () => {
    const full = () => {
      throw new DOMException('', 'QuotaExceededError');
    };
    vi.spyOn(Storage.prototype, 'setItem').mockImplementation(full);
    TestBed.inject(Mutes).set('alerts', true);
    vi.restoreAllMocks();
    expect(TestBed.inject(Mutes).has('alerts')).toBe(true);
  });
});
