/**
 * The commands for a site that runs. They know nothing but its HTTP API: the token from the data directory is their only
 * privilege, and whatever they do a script can do with {@code curl}. The exit code tells success (0) from failure (1: the job
 * failed, the site refused or cannot be reached) and from a wrong call (2). Progress is drawn on a terminal only.
 */
package net.niner.status.launcher.client;
