import { Pipe, PipeTransform } from '@angular/core';
import { bytes, decimal, milliseconds, whole } from './numbers';
import { duration, exact } from './times';

@Pipe({ name: 'whole' })
export class WholePipe implements PipeTransform {
  readonly transform = whole;
}

@Pipe({ name: 'decimal' })
export class DecimalPipe implements PipeTransform {
  readonly transform = decimal;
}

@Pipe({ name: 'ms' })
export class MillisecondsPipe implements PipeTransform {
  readonly transform = milliseconds;
}

@Pipe({ name: 'bytes' })
export class BytesPipe implements PipeTransform {
  readonly transform = bytes;
}

@Pipe({ name: 'duration' })
export class DurationPipe implements PipeTransform {
  readonly transform = duration;
}

@Pipe({ name: 'exact' })
export class ExactPipe implements PipeTransform {
  readonly transform = exact;
}
