import { HarnessLoader } from '@angular/cdk/testing';
import { TestbedHarnessEnvironment } from '@angular/cdk/testing/testbed';
import { provideHttpClient } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { ComponentFixture, TestBed } from '@angular/core/testing';
import { MatButtonHarness } from '@angular/material/button/testing';
import { provideRouter } from '@angular/router';
import { Toasts } from 'shared';
import { Job } from '../api/wire';
import { JobsState } from '../state/jobs-state';
import { aJob } from '../testing/samples';
import { JobTable } from './job-table';

const at = (i: number) => new Date(Date.UTC(2026, 10, 24, 10, 0, 0) - i * 1_000).toISOString();

describe('JobTable', () => {
  let fixture: ComponentFixture<JobTable>;
  let buttons: HarnessLoader;
  let http: HttpTestingController;

  beforeEach(() => {
    TestBed.configureTestingModule({
      providers: [provideHttpClient(), provideHttpClientTesting(), provideRouter([])],
    });
    http = TestBed.inject(HttpTestingController);
    fixture = TestBed.createComponent(JobTable);
    buttons = TestbedHarnessEnvironment.loader(fixture);
  });

  function show(jobs: readonly Job[], next?: string): void {
    TestBed.inject(JobsState).refresh.run();
    http.expectOne('/jobs').flush([...jobs], next ? { headers: { 'Next-Cursor': next } } : {});
    fixture.detectChanges();
  }

  const rows = (): string[] =>
    [...fixture.nativeElement.querySelectorAll('tbody tr')].map((row) => row.textContent);
  const press = async (name: string) =>
    (
      await buttons.getHarness(MatButtonHarness.with({ selector: `[aria-label="${name}"]` }))
    ).click();
  const say = async (text: string | RegExp) =>
    (await buttons.getHarness(MatButtonHarness.with({ text }))).click();

  it('says what to do where there is no job', () => {
    show([]);
    expect(fixture.nativeElement.textContent).toContain('No job yet');
    expect(fixture.nativeElement.textContent).toContain('/upload-video');
  });

  it('shows id and size, and no more of a long name than its row has', () => {
    show([aJob({ job_id: '0123456789ab', filename: `${'x'.repeat(251)}.mp4` })]);
    expect(rows()[0]).toContain('0123456789ab');
    expect(rows()[0]).toContain('2.6 MB');
    const link = fixture.nativeElement.querySelector('tbody a');
    expect(link.querySelector('[title]').title).toHaveLength(255);
  });

  it('leads to older ones page by page', async () => {
    show([aJob({ job_id: 'a', submitted_at: at(0) })], 'a');
    await say('Show older');
    http
      .expectOne('/jobs?cursor=a')
      .flush([aJob({ job_id: 'b', filename: 'old.mp4', submitted_at: at(1) })]);
    fixture.detectChanges();
    expect(rows()).toHaveLength(2);
    expect(rows()[1]).toContain('old.mp4');
    expect(await buttons.getAllHarnesses(MatButtonHarness.with({ text: 'Show older' }))).toEqual(
      [],
    );
  });

  it('says where older ones cannot be had', async () => {
    show([aJob()], 'job-1');
    await say('Show older');
    http
      .expectOne('/jobs?cursor=job-1')
      .flush({ detail: 'The database is busy.' }, { status: 503, statusText: 'Unavailable' });
    fixture.detectChanges();
    expect(fixture.nativeElement.querySelector('[role=alert]').textContent).toContain('busy');
  });

  it('says what was wrong or left out although a job completed', () => {
    const warning = 'The video has 2 video tracks, of which only number 1 was looked at.';
    show([aJob({ status: 'completed', warning })]);
    expect(fixture.nativeElement.querySelector('.remark.wait').textContent).toBe(warning);
  });

  it('asks before it cancels', async () => {
    show([aJob()]);
    await press('Cancel street.mp4');
    http.expectNone((request) => request.method === 'DELETE');
    await say('Cancel?');
    http.expectOne({ method: 'DELETE', url: '/jobs/job-1' }).flush({ success: true });
    http.expectOne('/jobs').flush([aJob({ status: 'failed', cancelled: true })]);
    fixture.detectChanges();
    expect(rows()[0]).toContain('cancelled');
  });

  it('takes a removed job off the list at once', async () => {
    show([aJob({ status: 'completed' })]);
    await press('Remove street.mp4');
    await say('Remove?');
    http.expectOne({ method: 'DELETE', url: '/jobs/job-1' }).flush({ success: true });
    fixture.detectChanges();
    expect(rows()).toEqual([]);
  });

  it('says why a job could not be removed', async () => {
    show([aJob({ status: 'completed' })]);
    await press('Remove street.mp4');
    await say('Remove?');
    http
      .expectOne({ method: 'DELETE', url: '/jobs/job-1' })
      .flush({ detail: 'It is being read.' }, { status: 409, statusText: 'Conflict' });
    expect(TestBed.inject(Toasts).shown()[0]?.text).toBe('It is being read.');
  });
});
