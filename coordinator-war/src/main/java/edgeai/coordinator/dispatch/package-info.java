/**
 * Stage 3 of 6. Receives frames from decode, gives each to a worker of the fleet, hands what became
 * of it to result. Owns the bounded queues of waiting frames, the attempts, retries and hedges.
 * Never decodes a picture and never writes to the database.
 */
package edgeai.coordinator.dispatch;
