/**
 * What keeps the admin server running and shows how it does: executors, start, health, metrics. May
 * look at every package; none of them looks back.
 */
package edgeai.admin.ops;
