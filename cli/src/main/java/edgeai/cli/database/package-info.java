/**
 * Backups of what servers store: asked of one that runs, handed to the next start of one. Never
 * opens a database.
 */
package edgeai.cli.database;
