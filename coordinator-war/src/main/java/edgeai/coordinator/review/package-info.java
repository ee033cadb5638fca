/**
 * What people are shown of jobs: how they stand and why they stand still, their frames, timeline,
 * pictures and download, and the account of all frames. Stands beside the stages: asks job,
 * dispatch and result, has single frames decoded again; nobody but topic asks it. Never changes
 * what a job found.
 */
package edgeai.coordinator.review;
