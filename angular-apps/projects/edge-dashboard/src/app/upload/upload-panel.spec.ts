import { provideHttpClient } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { ComponentFixture, TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import { JobsState } from '../state/jobs-state';
import { aJob } from '../testing/samples';
import { UploadPanel } from './upload-panel';

describe('UploadPanel', () => {
  let fixture: ComponentFixture<UploadPanel>;
  let page: HTMLElement;
  let http: HttpTestingController;

  beforeEach(() => {
    TestBed.configureTestingModule({
      providers: [provideHttpClient(), provideHttpClientTesting(), provideRouter([])],
    });
    http = TestBed.inject(HttpTestingController);
    fixture = TestBed.createComponent(UploadPanel);
    fixture.detectChanges();
    page = fixture.nativeElement as HTMLElement;
  });

  function drop(...files: File[]): Event {
    const event = new Event('drop', { bubbles: true, cancelable: true });
    Object.assign(event, { dataTransfer: { files } });
    page.querySelector('.zone')?.dispatchEvent(event);
    fixture.detectChanges();
    return event;
  }

  function choose(id: string, value: string): void {
    const select = page.querySelector<HTMLSelectElement>(`#${id}`);
    if (select) {
      select.value = value;
      select.dispatchEvent(new Event('change'));
    }
  }

  it('sends what is dropped, with the options chosen', () => {
    choose('sample-fps', '0');
    const event = drop(new File(['x'], 'a.mp4'));
    expect(event.defaultPrevented).toBe(true);
    http.expectOne('/upload-video?sample_fps=0');
    expect(page.querySelector('app-upload-row')?.textContent).toContain('uploading');
  });

  it('says in its row why a file is refused, and offers no second try for a wrong kind', () => {
    drop(new File(['x'], 'a.txt'));
    expect(page.querySelector('[role=alert]')?.textContent).toContain('1 file did not go');
    expect(page.querySelector('.problem')?.textContent).toContain('mp4, mov');
    expect(page.textContent).not.toContain('Try again');
  });

  it('shows what runs before what was refused, of which the last stands for all', () => {
    TestBed.inject(JobsState).take(aJob());
    drop(...Array.from({ length: 12 }, (_, i) => new File(['x'], `${i}.txt`)));
    const rows = [...page.querySelectorAll('.list > *')].map((row) => row.tagName);
    expect(rows).toEqual(['APP-RUNNING-JOB', 'DIV', 'APP-UPLOAD-ROW']);
    const press = (text: string) => {
      const button = [...page.querySelectorAll('button')].find(
        (one) => one.textContent.trim() === text,
      );
      button?.click();
      fixture.detectChanges();
    };
    press('Show all');
    expect(page.querySelectorAll('app-upload-row')).toHaveLength(12);
    press('Dismiss all');
    expect(page.querySelectorAll('app-upload-row')).toHaveLength(0);
  });

  it('shows what runs before what waits, and no more than there is room for', () => {
    const jobs = TestBed.inject(JobsState);
    for (let i = 0; i < 10; i++) {
      jobs.take(aJob({ job_id: `${i}`, status: i === 9 ? 'processing' : 'queued' }));
    }
    fixture.detectChanges();
    const rows = [...page.querySelectorAll('app-running-job')];
    expect(rows).toHaveLength(8);
    expect(rows[0]?.textContent).toContain('processing');
    expect(page.textContent).toContain('and 2 more');
    expect(page.textContent).toContain('1 running, 9 queued');
  });
});
