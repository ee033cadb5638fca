/**
 * What cameras saw: the event log, the totals, the last hundred events and series over time. Takes
 * detections, tells camera that their sender is alive, hands them to live. Counts each once. Never
 * reads the log to answer a total.
 */
package edgeai.admin.analytics;
