/**
 * Who asks, and what they may do: nobody is believed beyond what their request proves. Decides at
 * the edge, before anything else sees a request. Never knows what a request is about.
 */
package edgeai.common.door;
