/** The checks for operators: how each of them stands, and how servers and checks come in from a file. */
package net.niner.status.web.probe;
