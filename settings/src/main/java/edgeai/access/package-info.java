/**
 * Who may call servers: roles, tokens and accounts, and the one file that holds them, which the
 * command writes and servers read. Never knows a request, and never keeps a secret in clear.
 */
package edgeai.access;
