/**
 * The database: connection pool, schema and the one writer that commits in groups. Serves result,
 * job and alert. Never knows what a row means.
 */
package edgeai.coordinator.store;
