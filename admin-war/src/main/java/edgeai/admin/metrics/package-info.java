/**
 * How the admin server does, in figures: for Prometheus, and in one look for those who take JSON.
 * May look at every package; nobody looks at it. Never counts what another package could count
 * itself.
 */
package edgeai.admin.metrics;
