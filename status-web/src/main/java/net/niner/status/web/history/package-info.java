/** What visitors read of one server: how it stands, both uptimes, ninety days, and its latencies. */
package net.niner.status.web.history;
