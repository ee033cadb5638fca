/**
 * How many events an admin server takes, and what reads of totals cost however much is stored. Rows
 * are made inside databases of servers that do not run; the clients are as cheap as can be, since
 * they share the machine with the server.
 */
package edgeai.benchmark.events;
