/** The first page of the back office: what is wrong now and what to do next. Features bring their items; the desk knows no feature. */
package net.niner.status.web.desk;
