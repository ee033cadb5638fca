/**
 * Stage 5 of 6. Receives settled frames from dispatch and posted results from workers, stores each
 * once in the ledger, counts it for its source, keeps the running totals, and tells who listens.
 * Never decides who gets a frame, and asks no job: a frame's source says what is wanted.
 */
package edgeai.coordinator.result;
