/**
 * Stage 2 of 6. Receives an uploaded file from job, turns it into timed JPEG frames in a child
 * process, gives each its id and hands it to dispatch. Owns the decoder processes, the frame ids
 * and how large frames are sent, for which it asks fleet and stream. Never decodes media in the
 * server's own process.
 */
package edgeai.coordinator.decode;
