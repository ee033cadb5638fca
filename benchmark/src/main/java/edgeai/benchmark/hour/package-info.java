/** What an hour of video costs of which little is wanted, or of which the first half is done. */
package edgeai.benchmark.hour;
