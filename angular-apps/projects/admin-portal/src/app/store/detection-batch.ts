import { Injectable } from '@angular/core';
import { Observable, Subject } from 'rxjs';
import { Detection } from '../api/wire';

const GATHERED_MS = 200;
const MOST = 500;

/** Gathers what comes in a fifth of a second, so that a busy site redraws five times a second. */
@Injectable({ providedIn: 'root' })
export class DetectionBatch {
  private readonly passed = new Subject<readonly Detection[]>();
  private gathered: Detection[] = [];
  private timer: ReturnType<typeof setTimeout> | undefined;

  readonly batches: Observable<readonly Detection[]> = this.passed;

  add(detection: Detection): void {
    this.gathered.push(detection);
    if (this.gathered.length >= MOST) {
      this.flush();
    } else {
      this.timer ??= setTimeout(() => this.flush(), GATHERED_MS);
    }
  }

  /** Passes on at once: an answer that may hold what is gathered must not overtake it. */
  flush(): void {
    const gathered = this.gathered;
    clearTimeout(this.timer);
    this.timer = undefined;
    this.gathered = [];
    if (gathered.length > 0) {
      this.passed.next(gathered);
    }
  }
}
