import { HttpErrorResponse } from '@angular/common/http';
import { TimeoutError } from 'rxjs';

interface Problem {
  detail: string;
}

function isProblem(body: unknown): body is Problem {
  return typeof body === 'object' && body !== null && 'detail' in body;
}

/** What went wrong with a call, in the server's words where it said any. */
export function problemText(error: unknown): string {
  if (error instanceof TimeoutError) {
    return 'The server does not answer.';
  }
  if (!(error instanceof HttpErrorResponse)) {
    return error instanceof Error ? error.message : String(error);
  }
  if (error.status === 0) {
    return 'The server does not answer.';
  }
  const body = typeof error.error === 'string' ? parsed(error.error) : error.error;
  return isProblem(body) ? String(body.detail) : `The server answered ${error.status}.`;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
