// In development everything that is no page goes to an admin server.
const target = process.env['ADMIN_URL'] ?? 'http://127.0.0.1:8001';

export default {
  '^/(?!dashboard|@|node_modules).+': { target, ws: true },
};
