/**
 * A piece of video, as one server hands it to another and a server to its decoder: packets of one
 * track from a place where decoding can begin, and which of their frames are wanted. And the index
 * of a video, out of which pieces are cut: its frames, its packets, the places where it may be cut.
 * Sees no decoder, no pixel and no request, and never looks into a packet.
 */
package edgeai.common.piece;
