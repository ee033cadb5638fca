import { provideHttpClient } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { ComponentFixture, TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import { ShelfModel } from '../api/models-api';
import { JobsState } from '../state/jobs-state';
import { aJob, aModel, anAddedModel } from '../testing/samples';
import { ModelsPage } from './models-page';

const COCO = aModel({ running_jobs: 2 });
const GATE = anAddedModel();
const SWITCHED = [
  { ...GATE, in_use: true },
  { ...COCO, in_use: false },
];

describe('ModelsPage', () => {
  let fixture: ComponentFixture<ModelsPage>;
  let page: HTMLElement;
  let http: HttpTestingController;

  beforeEach(() => {
    vi.useFakeTimers();
    TestBed.configureTestingModule({
      providers: [provideHttpClient(), provideHttpClientTesting(), provideRouter([])],
    });
    http = TestBed.inject(HttpTestingController);
    const jobs = TestBed.inject(JobsState);
    jobs.take(aJob({ job_id: 'old', status: 'completed', filename: 'old.mp4' }));
    jobs.take(aJob({ job_id: 'new', status: 'completed', submitted_at: '2026-11-24T11:00:00Z' }));
    jobs.take(aJob({ job_id: 'runs', submitted_at: '2026-11-24T12:00:00Z' }));
    fixture = TestBed.createComponent(ModelsPage);
    page = fixture.nativeElement as HTMLElement;
    answer([COCO, GATE]);
  });
  afterEach(() => vi.useRealTimers());

  function answer(models: readonly ShelfModel[]): void {
    http.expectOne('/models').flush(models);
    fixture.detectChanges();
  }
  const row = (name: string) =>
    [...page.querySelectorAll('tbody tr')].find((one) => one.textContent.includes(name));
  const words = (element: Element | null | undefined) =>
    element?.textContent.replace(/\s+/g, ' ').trim() ?? '';
  function press(label: string | RegExp): void {
    const button = [...page.querySelectorAll('button')].find((one) => {
      const words = one.getAttribute('aria-label') ?? one.textContent.trim();
      return typeof label === 'string' ? words === label : label.test(words);
    });
    expect(button, String(label)).toBeDefined();
    button?.click();
    fixture.detectChanges();
  }

  it('shows what each model is, its licence as its file says it', () => {
    expect(words(row('coco'))).toContain('in use');
    expect(words(row('coco')?.querySelector('.licence'))).toBe('Apache-2.0');
    expect(words(row('gate')?.querySelector('.licence'))).toBe('none named');
    expect(words(row('coco')?.querySelector('.pace'))).toBe('24 ms worker-1');
    expect(words(row('gate')?.querySelector('.pace'))).toBe('not measured');
    press('2 classes of gate');
    expect(words(row('gate')?.querySelector('.labels'))).toBe('person car');
  });

  it('switches once it is confirmed what comes of it, and back in one click', () => {
    press('Use gate');
    expect(words(page.querySelector('.question'))).toContain(
      '2 jobs that have begun end with coco.',
    );
    http.expectNone('/model');
    press('Switch');
    http.expectOne('/model').flush({});
    answer(SWITCHED);
    expect(words(page.querySelector('.back'))).toContain('The pool goes by gate');
    press('Back to coco');
    const call = http.expectOne('/model');
    expect(call.request.body).toEqual({ name: COCO.sha256 });
    call.flush({});
    answer([COCO, GATE]);
    expect(words(page.querySelector('.back'))).toContain('Back to gate');
  });

  it('shows a switch by somebody else, with the way back', () => {
    vi.advanceTimersByTime(3_000);
    answer(SWITCHED);
    expect(words(row('gate'))).toContain('in use');
    press('Dismiss');
    expect(page.querySelector('.back')).toBeNull();
  });

  it('measures on the newest job that was completed, or on the one that is chosen', () => {
    press('Measure gate');
    expect(words(row('gate')?.querySelector('.agreement'))).toBe('measuring');
    const call = http.expectOne(`/models/${GATE.sha256}/bench`);
    expect(call.request.body).toEqual({ job_id: 'new' });
    const result = { sha256: GATE.sha256, frames: 40, agreement: 0.9137, ms_by_worker: {} };
    call.flush({ ...result, job_id: 'new', compared_with: 'coco' });
    answer([COCO, { ...GATE, ms_by_worker: { 'worker-1': 141 } }]);
    expect(words(row('gate')?.querySelector('.agreement'))).toBe('0.914 with coco');
    expect(words(row('gate')?.querySelector('.pace'))).toBe('141 ms worker-1');

    const select = page.querySelector('select');
    expect([...(select?.options ?? [])].map(({ value }) => value)).toEqual(['new', 'old']);
    if (select) {
      select.value = 'old';
      select.dispatchEvent(new Event('change'));
    }
    fixture.detectChanges();
    expect(words(row('gate')?.querySelector('.agreement'))).toBe('–');
    press('Measure gate');
    expect(http.expectOne(`/models/${GATE.sha256}/bench`).request.body).toEqual({ job_id: 'old' });
  });

  it('says in the row why something was not done', () => {
    press('Measure coco');
    const detail = 'The upload of this job is gone; choose a newer one.';
    http
      .expectOne(`/models/${COCO.sha256}/bench`)
      .flush({ detail }, { status: 409, statusText: 'Conflict' });
    answer([COCO, GATE]);
    expect(words(row('coco')?.querySelector('[role=alert]'))).toBe(detail);
  });

  it('removes what may be removed', () => {
    expect(words(row('coco')?.querySelector('.actions'))).toBe('Measure');
    press('Remove gate');
    press('Remove?');
    http.expectOne({ method: 'DELETE', url: `/models/${GATE.sha256}` }).flush(null);
    answer([COCO]);
    expect(row('gate')).toBeUndefined();
  });
});
