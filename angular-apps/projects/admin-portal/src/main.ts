import { bootstrapApplication } from '@angular/platform-browser';
import { Gate } from 'shared';
import { appConfig } from './app/app.config';

bootstrapApplication(Gate, appConfig).catch((error: unknown) => console.error(error));
