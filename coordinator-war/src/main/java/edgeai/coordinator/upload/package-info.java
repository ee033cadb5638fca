/**
 * Stage 1 of 6. Receives a video over HTTP, streams it to disk, checks what can be told at once
 * (classes against those of the pool's model), and hands it to job. Never holds a file in memory
 * and never trusts a name a client gave.
 */
package edgeai.coordinator.upload;
