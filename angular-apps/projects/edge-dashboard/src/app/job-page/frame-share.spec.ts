import { provideHttpClient } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { ComponentFixture, TestBed } from '@angular/core/testing';
import { Identity } from 'shared';
import { FrameShare } from './frame-share';

const CALL = '/jobs/j1/frames/7/links';

describe('FrameShare', () => {
  let server: HttpTestingController;
  let fixture: ComponentFixture<FrameShare>;
  let page: HTMLElement;

  beforeEach(() => {
    TestBed.configureTestingModule({
      providers: [provideHttpClient(), provideHttpClientTesting()],
    });
    server = TestBed.inject(HttpTestingController);
    fixture = TestBed.createComponent(FrameShare);
    page = fixture.nativeElement as HTMLElement;
    fixture.componentRef.setInput('jobId', 'j1');
    fixture.componentRef.setInput('frameId', 7);
    fixture.detectChanges();
  });

  const settle = async () => {
    await new Promise((done) => setTimeout(done));
    fixture.detectChanges();
  };
  const share = () => page.querySelector('button')?.click();
  const link = () => page.querySelector<HTMLInputElement>('input')?.value;

  it('shows the link that it made, of this frame alone', async () => {
    share();
    const url = 'https://edge.example.org/share/7.1.x.y.z';
    server.expectOne(CALL).flush({ url, expires_at: '2026-12-06T10:00:00Z' });
    await settle();
    expect(link()).toBe(url);
    expect(page.textContent).toContain('nothing else');
    expect(page.textContent).not.toContain('on this machine');
    fixture.componentRef.setInput('frameId', 8);
    fixture.detectChanges();
    expect(link()).toBeUndefined();
  });

  it('says that a link of this machine is for this machine', async () => {
    share();
    const url = 'http://127.0.0.1:8000/share/7.1.x.y.z';
    server.expectOne(CALL).flush({ url, expires_at: '2026-12-06T10:00:00Z' });
    await settle();
    expect(page.textContent).toContain('can only be opened on this machine');
  });

  it('says why there is none', async () => {
    share();
    const gone = { status: 404, statusText: 'Not Found' };
    server.expectOne(CALL).flush({ detail: 'Job j1 has no frame 7.' }, gone);
    await settle();
    expect(page.querySelector('[role=alert]')?.textContent).toBe('Job j1 has no frame 7.');
  });

  it('is not there for those who only look', () => {
    TestBed.inject(Identity).asker.set({ name: 'tv', roles: ['viewer'], proof: 'token' });
    fixture.detectChanges();
    expect(page.querySelector('button')).toBeNull();
  });
});
