package edgeai.worker.camera;

import edgeai.common.video.VideoFrame;

/**
 * A frame of the source.
 *
 * @param opening counts how often the source was opened until this frame
 */
record CapturedFrame(VideoFrame frame, long opening) {}
