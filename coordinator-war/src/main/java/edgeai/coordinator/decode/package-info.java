/**
 * Stage 2 of 6. Receives an uploaded file from job, turns it into timed JPEG frames in a child
 * process, gives each its id and hands it to dispatch. Owns the decoder processes and the frame
 * ids. Never decodes media in the server's own process.
 */
package edgeai.coordinator.decode;
