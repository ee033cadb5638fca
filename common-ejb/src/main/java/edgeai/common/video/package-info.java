/**
 * Turns untrusted video files into timed JPEG frames. Receives a file from upload, hands frames to
 * decode. Owns the child process that decodes (its class path, its limits, its end), the protocol
 * on the child's standard output, the allow-lists of containers, protocols and codecs, rotation and
 * sampling by time. Never loads a native library in the server's own process: only {@link
 * edgeai.common.video.DecoderMain}, in the child, does.
 */
package edgeai.common.video;
