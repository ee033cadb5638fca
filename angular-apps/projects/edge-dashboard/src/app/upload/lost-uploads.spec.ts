import { TestBed } from '@angular/core/testing';
import { LostUploads } from './lost-uploads';

/** A page of the same browser. */
function page(): LostUploads {
  TestBed.resetTestingModule();
  return TestBed.inject(LostUploads);
}

function isWarned(): boolean {
  const event = new Event('beforeunload', { cancelable: true });
  dispatchEvent(event);
  return event.defaultPrevented;
}

describe('LostUploads', () => {
  beforeEach(() => localStorage.clear());

  it('warns before the page is closed while anything goes', () => {
    const uploads = page();
    expect(isWarned()).toBe(false);
    uploads.underWay(['a.mp4']);
    expect(isWarned()).toBe(true);
    uploads.underWay([]);
    expect(isWarned()).toBe(false);
  });

  it('tells the next page by name what was cut off, once', async () => {
    page().underWay(['a.mp4', 'b "c".mp4']);
    const next = page();
    expect(next.names()).toEqual([]);
    await vi.waitFor(() => expect(next.names()).toEqual(['a.mp4', 'b "c".mp4']), 2_000);
    const after = page();
    await new Promise((resolve) => setTimeout(resolve, 900));
    expect(after.names()).toEqual([]);
  });

  it('has nothing to tell where all went', () => {
    const uploads = page();
    uploads.underWay(['a.mp4']);
    uploads.underWay([]);
    expect(localStorage).toHaveLength(0);
  });

  it('does not take for lost what another page still sends', async () => {
    const key = 'edge.uploads.other';
    localStorage.setItem(key, '["a.mp4"]');
    const other = new BroadcastChannel('edge.uploads');
    other.onmessage = () => other.postMessage({ here: key });
    const uploads = page();
    await new Promise((resolve) => setTimeout(resolve, 900));
    expect(uploads.names()).toEqual([]);
    expect(localStorage.getItem(key)).not.toBeNull();
    other.close();
  });
});
