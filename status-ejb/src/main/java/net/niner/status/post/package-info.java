/**
 * What the site publishes. A post knows nothing of incidents, maintenance or billing: whatever publishes does so through {@link
 * net.niner.status.post.Publishing}, and people through {@link net.niner.status.post.Posts}, which asks for the permission and writes the audit
 * trail. Permalink and GUID are given at the first publication and never change. The body is kept as it was written; what a visitor gets is
 * its sanitised rendering, made when it is saved.
 */
package net.niner.status.post;
