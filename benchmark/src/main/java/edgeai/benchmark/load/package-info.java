/**
 * Sends requests at a pace and keeps what became of them. Runs in this process and, copied, within
 * a server. Never knows what is sent.
 */
package edgeai.benchmark.load;
