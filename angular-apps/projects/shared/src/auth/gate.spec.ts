import { HttpClient, provideHttpClient, withInterceptors } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { ChangeDetectionStrategy, Component } from '@angular/core';
import { ComponentFixture, TestBed } from '@angular/core/testing';
import { Gate, provideGate } from './gate';
import { RELOAD } from './identity';
import { identityInterceptor } from './identity-interceptor';

@Component({
  selector: 'app-behind',
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: 'the dashboard',
})
class Behind {}

const LOCAL = { name: null, roles: ['viewer', 'operator', 'admin', 'node'], proof: 'local' };
const UNAUTHORIZED = { status: 401, statusText: 'Unauthorized' };
const WRONG = { detail: 'User or password is wrong.' };

describe('Gate', () => {
  const reload = vi.fn();
  let server: HttpTestingController;
  let fixture: ComponentFixture<Gate>;
  let page: HTMLElement;

  beforeEach(() => {
    reload.mockReset();
    TestBed.configureTestingModule({
      providers: [
        provideHttpClient(withInterceptors([identityInterceptor])),
        provideHttpClientTesting(),
        provideGate('Edge coordinator', Behind),
        { provide: RELOAD, useValue: reload },
      ],
    });
    server = TestBed.inject(HttpTestingController);
    fixture = TestBed.createComponent(Gate);
    page = fixture.nativeElement as HTMLElement;
    fixture.detectChanges();
  });

  const settle = async () => {
    await fixture.whenStable();
    fixture.detectChanges();
  };
  const known = async (asker: object) => {
    server.expectOne('/whoami').flush(asker);
    await settle();
  };
  const unknown = async () => {
    server.expectOne('/whoami').flush({ detail: 'Who asks is not known.' }, UNAUTHORIZED);
    await settle();
  };
  const type = (name: string, text: string) => {
    const field = page.querySelector<HTMLInputElement>(`input[name=${name}]`);
    if (field) {
      field.value = text;
    }
  };
  const send = () => page.querySelector('form')?.dispatchEvent(new Event('submit'));

  it('shows the dashboard where nobody has to log in', async () => {
    expect(page.textContent).not.toContain('the dashboard');
    await known(LOCAL);
    expect(page.textContent).toContain('the dashboard');
    expect(page.querySelector('.insecure')).toBeNull();
  });

  it('warns where the server is open to everybody', async () => {
    await known({ ...LOCAL, proof: 'insecure' });
    expect(page.querySelector('.insecure')?.textContent).toContain('EDGE_INSECURE');
  });

  it('leaves it to the dashboard to say that the server is away', async () => {
    server.expectOne('/whoami').error(new ProgressEvent('error'));
    await settle();
    expect(page.textContent).toContain('the dashboard');
  });

  it('asks who it is, and shows nothing else before', async () => {
    await unknown();
    expect(page.textContent).not.toContain('the dashboard');
    type('user', 'anna');
    type('password', 'wrong horse');
    send();
    const first = server.expectOne('/login');
    expect(first.request.body).toEqual({ user: 'anna', password: 'wrong horse' });
    first.flush(WRONG, UNAUTHORIZED);
    await settle();
    expect(page.querySelector('[role=alert]')?.textContent).toBe(WRONG.detail);
    expect(reload).not.toHaveBeenCalled();

    type('password', 'correct horse');
    send();
    server.expectOne('/login').flush(LOCAL);
    await settle();
    expect(reload).toHaveBeenCalledOnce();
  });

  it('begins anew once whoever looks is not known any more', async () => {
    await known({ ...LOCAL, name: 'anna', proof: 'account' });
    const call = () =>
      TestBed.inject(HttpClient)
        .get('/jobs')
        .subscribe({ error: () => undefined });
    call();
    call();
    server.match('/jobs').forEach((asked) => asked.flush(WRONG, UNAUTHORIZED));
    server.expectOne('/whoami').flush(WRONG, UNAUTHORIZED);
    await settle();
    expect(reload).toHaveBeenCalledOnce();
  });

  it('stays where only one call was refused', async () => {
    await known(LOCAL);
    TestBed.inject(HttpClient)
      .get('/jobs')
      .subscribe({ error: () => undefined });
    server.expectOne('/jobs').flush(WRONG, UNAUTHORIZED);
    server.expectOne('/whoami').flush(LOCAL);
    await settle();
    expect(reload).not.toHaveBeenCalled();
  });
});
