/**
 * Inference as both servers do it: the model that is set is opened and warm, pictures go through
 * whichever engine is in use, which may be replaced meanwhile; counted, timed, and proved by a
 * small picture when somebody asks. Uses vision for what a model is and health for the proof. Never
 * knows where a picture comes from, and never turns one away.
 */
package edgeai.common.inference;
