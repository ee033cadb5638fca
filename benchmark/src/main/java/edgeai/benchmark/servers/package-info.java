/** What servers cost that do nothing yet, and what a large upload costs them. */
package edgeai.benchmark.servers;
