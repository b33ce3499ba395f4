/** Jobs about billing: thin over the services of the domain; what they print names clients, and is for those who may know them. */
package net.niner.status.batch.billing;
