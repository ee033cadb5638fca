import { Detection } from '../api/wire';

const GATHERED_MS = 200;
const MOST = 500;

/** Gathers what comes in a fifth of a second, so that a busy site redraws five times a second. */
export class DetectionBatch {
  private gathered: Detection[] = [];
  private timer: ReturnType<typeof setTimeout> | undefined;

  constructor(private readonly pass: (detections: readonly Detection[]) => void) {}

  add(detection: Detection): void {
    this.gathered.push(detection);
    if (this.gathered.length >= MOST) {
      this.flush();
    } else {
      this.timer ??= setTimeout(() => this.flush(), GATHERED_MS);
    }
  }

  private flush(): void {
    const gathered = this.gathered;
    clearTimeout(this.timer);
    this.timer = undefined;
    this.gathered = [];
    this.pass(gathered);
  }
}
