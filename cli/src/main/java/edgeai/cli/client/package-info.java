/**
 * Speaks to servers over HTTP, with a limit on every wait.
 *
 * <p>Used by whatever follows or asks servers. Never starts or ends one.
 */
package edgeai.cli.client;
