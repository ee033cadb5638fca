import { HttpClient, provideHttpClient, withInterceptors } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { ChangeDetectionStrategy, Component } from '@angular/core';
import { ComponentFixture, TestBed } from '@angular/core/testing';
import { Gate, provideGate } from './gate';
import { Identity, LEAVE, RELOAD } from './identity';
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
  const leave = vi.fn();
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
        { provide: LEAVE, useValue: leave },
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
  const ways = async (answer: object) => {
    server.expectOne((asked) => asked.method === 'GET' && asked.url === '/login').flush(answer);
    await new Promise((done) => setTimeout(done));
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
    await ways({ passwords: true, provider: null, refusal: null });
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

  it('leads to the provider, with passwords beside it', async () => {
    await unknown();
    const provider = { name: 'the lab', path: '/login/oidc', available: false };
    await ways({ passwords: true, provider, refusal: 'the lab did not log you in.' });
    const link = page.querySelector('a');
    expect(link?.textContent).toContain('Log in with the lab');
    expect(link?.getAttribute('href')).toMatch(/^\/login\/oidc\?to=%2F/);
    expect(page.querySelector('[role=status]')?.textContent).toContain('does not answer');
    expect(page.querySelector('[role=alert]')?.textContent).toBe('the lab did not log you in.');
    expect(page.querySelector('input[name=password]')).not.toBeNull();
  });

  it('asks for no password where nobody has one', async () => {
    await unknown();
    const provider = { name: 'the lab', path: '/login/oidc', available: true };
    await ways({ passwords: false, provider, refusal: null });
    expect(page.querySelector('a')).not.toBeNull();
    expect(page.querySelector('[role=status]')).toBeNull();
    expect(page.querySelector('input')).toBeNull();
  });

  it('logs out at the provider, too', async () => {
    await known({ ...LOCAL, name: 'anna', proof: 'oidc' });
    const out = TestBed.inject(Identity).logOut();
    server.expectOne('/logout').flush({ leave: 'https://id.example.org/end' });
    await out;
    expect(leave).toHaveBeenCalledWith('https://id.example.org/end');
    expect(reload).not.toHaveBeenCalled();
  });

  it('stays on the way out where a call is refused meanwhile', async () => {
    await known({ ...LOCAL, name: 'anna', proof: 'oidc' });
    const out = TestBed.inject(Identity).logOut();
    server.expectOne('/logout').flush({ leave: 'https://id.example.org/end' });
    TestBed.inject(HttpClient)
      .get('/jobs')
      .subscribe({ error: () => undefined });
    server.expectOne('/jobs').flush(WRONG, UNAUTHORIZED);
    server.expectOne('/whoami').flush(WRONG, UNAUTHORIZED);
    await out;
    await settle();
    expect(leave).toHaveBeenCalledWith('https://id.example.org/end');
    expect(reload).not.toHaveBeenCalled();
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
