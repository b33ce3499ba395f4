/** Jobs of the billing watch. Their steps ask the services for everything, and print what happened for those who may see clients. */
package net.niner.status.batch.billing;
