/**
 * Stage 2 of 6. Receives an uploaded file from job, turns it into timed JPEG frames in a child
 * process, gives each its id and hands it to dispatch. Owns the decoder processes, the frame ids
 * and how large frames are sent, for which it asks fleet and looks whether anybody watches. Never
 * decodes media in the server's own process, and asks no job: a frame's source says what it needs.
 */
package edgeai.coordinator.decode;
