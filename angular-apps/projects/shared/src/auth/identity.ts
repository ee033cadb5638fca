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

/** How one logs in at the server. */
export interface LoginWays {
  readonly passwords: boolean;
  readonly provider: {
    readonly name: string;
    readonly path: string;
    readonly available: boolean;
  } | null;
  /** Why the last login by the provider came to nothing. */
  readonly refusal: string | null;
}

/** Goes to another page, of another server maybe. */
export const LEAVE = new InjectionToken<(address: string) => void>('leave', {
  providedIn: 'root',
  factory: () => (address) => location.assign(address),
});

/** Under which the address of a page has what came of a login by the provider. */
export const OUTCOME = 'login';

/** Begins the page anew, which is the surest way to forget what another user saw. */
export const RELOAD = new InjectionToken<() => void>('reload', {
  providedIn: 'root',
  factory: () => () => {
    const page = new URL(location.href);
    if (page.searchParams.has(OUTCOME)) {
      page.searchParams.delete(OUTCOME);
      location.replace(page);
    } else {
      location.reload();
    }
  },
});

const UNAUTHORIZED = 401;

/** Who looks at this page, as the server has it. */
@Injectable({ providedIn: 'root' })
export class Identity {
  private readonly http = inject(HttpClient);
  private readonly reload = inject(RELOAD);
  private readonly leave = inject(LEAVE);
  private asking = false;
  private leaving = false;

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
      // a page that is begun anew goes nowhere else
      if (isUnknown(error) && !this.leaving) {
        this.reload();
      }
    } finally {
      this.asking = false;
    }
  }

  /**
   * How one logs in, null where the server does not say.
   *
   * @param outcome of a login by the provider, as it led back with
   */
  async ways(outcome: string): Promise<LoginWays | null> {
    try {
      return await firstValueFrom(this.http.get<LoginWays>('/login', { params: { outcome } }));
    } catch {
      return null;
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
    this.leaving = true;
    let there: string | null = null;
    try {
      const answer = this.http.post<{ leave: string } | null>('/logout', null);
      there = (await firstValueFrom(answer))?.leave ?? null;
    } finally {
      if (there) {
        this.leave(there);
      } else {
        this.reload();
      }
    }
  }
}

function isUnknown(error: unknown): boolean {
  return error instanceof HttpErrorResponse && error.status === UNAUTHORIZED;
}
