/** The servers in the back office: the list with its order, and one server's form. What visitors see of them is the board's. */
package net.niner.status.web.server;
