/**
 * What every resource of the API shares: its address, its JSON, and how it says no (RFC 9457). Resources hand out the services' own records where
 * these say what a client needs. The jobs are served from here, since they belong to no feature.
 */
package net.niner.status.web.platform.api;
