/**
 * Inference as both servers do it: the model that is set is opened and warm, pictures go through
 * whichever engine is in use, which may be replaced meanwhile; counted, timed, and proved by a
 * small picture when somebody asks. Pieces of video are decoded and inferred beside each other:
 * {@link edgeai.common.inference.PieceInference} has places for so many and turns others away,
 * single pictures never. Uses vision for what a model is, video for decoders and health for the
 * proof. Never knows where a picture or a piece comes from.
 */
package edgeai.common.inference;
