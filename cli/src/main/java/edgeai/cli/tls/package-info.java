/**
 * Certificates that the command makes for a pool of this machine, and whom it knows by them. Starts
 * no server.
 */
package edgeai.cli.tls;
