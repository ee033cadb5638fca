/**
 * {@code ./edge audit}: the audit logs of the servers of this checkout and of the command, as one.
 * Reads files; never asks a server, and never changes one.
 */
package edgeai.cli.audit;
