import { Routes } from '@angular/router';

export const routes: Routes = [
  {
    path: '',
    loadComponent: () => import('./overview/overview').then((file) => file.Overview),
    title: 'Admin · Edge Co-Intelligence',
  },
  { path: '**', redirectTo: '' },
];
