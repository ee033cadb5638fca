// In development everything that is no page goes to a coordinator.
const target = process.env['COORDINATOR_URL'] ?? 'http://127.0.0.1:8000';

export default {
  '^/(?!dashboard|@|node_modules).+': { target, ws: true },
};
