/**
 * The database of a server, in a file (H2) or elsewhere (PostgreSQL), and the one writer that
 * commits to it in groups. Owns connections, schema migration, durability, and all in which the two
 * differ ({@code Dialect}). Never knows what a row means.
 */
package edgeai.common.store;
