/**
 * Backups of what servers store: asked of one that runs, handed to the next start of one, or made
 * and filled in by a server that is started for that alone. Never opens a database.
 */
package edgeai.cli.database;
