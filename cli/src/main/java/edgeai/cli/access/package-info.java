/**
 * Who may call the servers of this checkout: makes, lists and revokes tokens and accounts, and has
 * tokens for servers and command themselves. Never sends a request.
 */
package edgeai.cli.access;
