/**
 * Turns untrusted video files, streams and webcams into timed JPEG frames, with small grey pictures
 * by which they can be compared where that is wanted. Receives a file from upload or a source from
 * a camera node, hands frames to decode or capture. Owns the child process that decodes (its class
 * path, its limits, its end), the protocol on the child's standard input and output, the
 * allow-lists of containers, protocols and codecs, how frames become what a person sees (fields,
 * colours, shape of pixels, rotation), sampling by time, finding frames again and how much smaller
 * than its frame a picture is made. Never loads a native library in the server's own process: only
 * {@link edgeai.common.video.DecoderMain}, in the child, does.
 */
package edgeai.common.video;
