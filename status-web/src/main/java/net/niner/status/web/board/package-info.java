/**
 * The public page, and the same facts as JSON. The {@code board} decides what is to be said; here it is put into words, in the visitor's
 * language. The page carries no session and no form, so that one rendering serves everybody for a second.
 */
package net.niner.status.web.board;
