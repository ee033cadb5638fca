import { Routes } from '@angular/router';

export const routes: Routes = [
  {
    path: '',
    loadComponent: () => import('./overview/overview').then((file) => file.Overview),
    title: 'Edge coordinator',
  },
  {
    path: 'jobs/:id',
    loadComponent: () => import('./job-page/job-page').then((file) => file.JobPage),
  },
  {
    path: 'models',
    loadComponent: () => import('./models/models-page').then((file) => file.ModelsPage),
    title: 'Models · Edge coordinator',
  },
  { path: '**', redirectTo: '' },
];
