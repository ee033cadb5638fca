/**
 * What those who listen are told, a topic per kind of message. Listens to job, result and alert,
 * which only say that something happened, and looks at fleet and metrics; what is told is worked
 * out here, twice a second and only while somebody listens, and handed to live. Nobody looks at it.
 * Never delays a frame.
 */
package edgeai.coordinator.topic;
