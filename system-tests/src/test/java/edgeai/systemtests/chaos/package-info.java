/**
 * Nothing is lost, whatever goes wrong: real servers, a fault in the middle of a job, and what the
 * ledger says afterwards. {@link edgeai.systemtests.chaos.Faults} is the list; {@code ./edge chaos}
 * prints the table.
 */
package edgeai.systemtests.chaos;
