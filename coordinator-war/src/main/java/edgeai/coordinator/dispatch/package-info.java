/**
 * Stage 3 of 6. Receives frames from decode, gives each to a worker of the fleet, hands what became
 * of it to result. Owns the bounded queues of waiting frames, the attempts and the retries. Never
 * decodes a picture and never writes to the database.
 */
package edgeai.coordinator.dispatch;
