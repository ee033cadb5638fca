/**
 * Stage 5 of 6. Receives settled frames from dispatch and posted results from workers, stores each
 * once in the ledger, keeps the running totals, and tells stream, alert and job. Never decides who
 * gets a frame.
 */
package edgeai.coordinator.result;
