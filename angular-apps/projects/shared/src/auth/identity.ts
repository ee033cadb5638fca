import { HttpClient, HttpErrorResponse } from '@angular/common/http';
import { Injectable, InjectionToken, inject, signal } from '@angular/core';
import { firstValueFrom } from 'rxjs';
import { problemText } from '../api/problem';

/** What the server takes whoever looks at this page for. */
export interface Asker {
  readonly name: string | null;
  readonly roles: readonly string[];
  readonly proof: string;
}

/** Begins the page anew, which is the surest way to forget what another user saw. */
export const RELOAD = new InjectionToken<() => void>('reload', {
  providedIn: 'root',
  factory: () => () => location.reload(),
});

const UNAUTHORIZED = 401;

/** Who looks at this page, as the server has it. */
@Injectable({ providedIn: 'root' })
export class Identity {
  private readonly http = inject(HttpClient);
  private readonly reload = inject(RELOAD);
  private asking = false;

  /** Null while that is not known, and while the server does not say. */
  readonly asker = signal<Asker | null>(null);
  /** `open` is to be shown the dashboard, `closed` must log in. */
  readonly door = signal<'asking' | 'open' | 'closed'>('asking');

  async ask(): Promise<void> {
    try {
      this.asker.set(await firstValueFrom(this.http.get<Asker>('/whoami')));
      this.door.set('open');
    } catch (error) {
      // a server that is away is what the dashboard itself tells of
      this.door.set(isUnknown(error) ? 'closed' : 'open');
    }
  }

  /** Looks again after a call was refused; who was logged out sees the login and nothing else. */
  async doubt(): Promise<void> {
    if (this.door() !== 'open' || this.asking) {
      return;
    }
    this.asking = true;
    try {
      await firstValueFrom(this.http.get('/whoami'));
    } catch (error) {
      if (isUnknown(error)) {
        this.reload();
      }
    } finally {
      this.asking = false;
    }
  }

  /** Gives what is wrong in words, or nothing once the dashboard is on its way. */
  async logIn(user: string, password: string): Promise<string> {
    try {
      await firstValueFrom(this.http.post('/login', { user, password }));
      this.reload();
      return '';
    } catch (error) {
      return problemText(error);
    }
  }

  async logOut(): Promise<void> {
    try {
      await firstValueFrom(this.http.post('/logout', null));
    } finally {
      this.reload();
    }
  }
}

function isUnknown(error: unknown): boolean {
  return error instanceof HttpErrorResponse && error.status === UNAUTHORIZED;
}
