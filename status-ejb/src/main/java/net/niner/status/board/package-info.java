/**
 * What a visitor sees in one read. The two kinds of truth come together only here, side by side: declared, from what is open, and observed,
 * from the checks. Neither overwrites the other.
 */
package net.niner.status.board;
