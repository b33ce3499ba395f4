/**
 * What {@code mvn -Prun} needs and the shipped jar does not: a way to run the site below Maven as if Maven were not there.
 */
package net.niner.status.launcher.maven;
