import { provideHttpClient } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import { Ledger } from '../api/wire';
import { JobsState } from '../state/jobs-state';
import { LedgerState } from '../state/ledger-state';
import { aJob, aLedger } from '../testing/samples';
import { LedgerPanel } from './ledger-panel';
import { ledgerState } from './ledger-view';

const LOST = { job_id: 'job-1', submitted: 75, completed: 73, failed: 0 };
const TWICE = { job_id: 'job-2', submitted: 75, completed: 75, failed: 1 };

describe('LedgerPanel', () => {
  beforeEach(() =>
    TestBed.configureTestingModule({
      providers: [provideHttpClient(), provideHttpClientTesting(), provideRouter([])],
    }),
  );

  function show(ledger?: Ledger): HTMLElement {
    const fixture = TestBed.createComponent(LedgerPanel);
    if (ledger) {
      TestBed.inject(LedgerState).refresh.run();
      TestBed.inject(HttpTestingController).expectOne('/ledger').flush(ledger);
    }
    fixture.detectChanges();
    return fixture.nativeElement as HTMLElement;
  }

  const words = (element: Element) =>
    [...element.children].map((child) => child.textContent.trim()).join(' ');
  const state = (page: HTMLElement) => page.querySelector('ui-state');
  const terms = (page: HTMLElement, list: string) =>
    [...page.querySelectorAll(`${list} div`)].map((term) => [words(term), term.className]);

  it('tells how many of the completed frames were not inferred, where any were', () => {
    const of = (page: HTMLElement) => page.querySelector('.of')?.textContent;
    expect(of(show(aLedger({ reused: 310 })))).toContain('310 completed ones not inferred');
  });

  it('is an equation', () => {
    expect(terms(show(aLedger()), '.sum')).toEqual([
      ['Submitted 1,200', ''],
      ['Completed 1,190', 'equals'],
      ['Failed 4', 'plus'],
      ['Open 6', 'plus'],
    ]);
  });

  it('says what it cost', () => {
    const page = show(aLedger());
    expect(terms(page, '.since').map(([text]) => text)).toEqual([
      'Answered twice, one dropped 3',
      'Sent to a second worker 5',
      'Tried again 7',
    ]);
    expect(state(page)?.textContent).toBe('balanced');
  });

  it('is not alarmed by frames that were cancelled with their job', () => {
    const job = aJob({ status: 'failed', cancelled: true, failed_frames: 4 });
    TestBed.inject(JobsState).take(job);
    const page = show(aLedger());
    expect(terms(page, '.sum')[2]).toEqual(['Failed, cancelled 4', 'plus']);
    expect(page.querySelector('.some')).toBeNull();
  });

  it('leads to the jobs that do not balance, and says by how much', () => {
    TestBed.inject(JobsState).take(aJob({ status: 'completed' }));
    const page = show(aLedger({ balanced: false, unbalanced: [LOST, TWICE] }));
    expect(state(page)?.textContent).toBe('2 jobs do not balance');
    expect(state(page)?.className).toBe('fail');
    expect([...page.querySelectorAll('li')].map(words)).toEqual([
      'street.mp4 75 ≠ 73 + 0 2 frames missing',
      'job-2 75 ≠ 75 + 1 1 frame too many',
    ]);
    expect([...page.querySelectorAll('li a')].map((link) => link.getAttribute('href'))).toEqual([
      '/jobs/job-1',
      '/jobs/job-2',
    ]);
  });

  it('is not there until the ledger is known', () => {
    expect(show().children).toHaveLength(0);
  });
});

describe('the state of the ledger', () => {
  it.each([
    [aLedger({ balanced: false, unbalanced: [LOST] }), '1 job does not balance'],
    [aLedger({ balanced: false }), 'does not balance'],
  ])('is %#', (ledger, label) => {
    expect(ledgerState(ledger)).toEqual({ tone: 'fail', label });
  });
});
