/**
 * What packets of video say in the language of their codec: whether a packet shows a frame, in
 * which order, whether anything refers to it, and whether decoding can begin there. Handed packets
 * by video's index. Pure Java, and decodes nothing: what it does not read to its end is not proven,
 * and it says so ({@link edgeai.common.syntax.UnprovenException}). Never guesses by what a
 * container marks.
 */
package edgeai.common.syntax;
