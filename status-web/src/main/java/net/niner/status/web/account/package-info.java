/** Lets operators in. The resources say that they are for operators; how one proves to be one is decided here alone. */
package net.niner.status.web.account;
