/**
 * The small kernel that every feature shares: the clock, the migrations, the way to the database. Nothing here knows a server or a
 * check.
 */
package net.niner.status.platform;
