/**
 * Who asks, and what they may do: nobody is believed beyond what their request proves. Decides at
 * the edge, before anything else sees a request; ends what is open once somebody may no longer.
 * Neighbours: {@code edgeai.access}, whose file it reads; all servers, which ask who asks. Never
 * knows what a request is about.
 */
package edgeai.common.door;
