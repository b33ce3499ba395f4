/** The job that publishes scheduled posts. */
package net.niner.status.batch.post;
