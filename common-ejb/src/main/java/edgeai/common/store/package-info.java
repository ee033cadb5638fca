/**
 * An embedded database and the one writer that commits to it in groups. Owns connections, schema
 * migration and durability. Never knows what a row means.
 */
package edgeai.common.store;
