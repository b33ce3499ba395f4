/**
 * What the pages of the back office share: the frame around them, the cookie of their view state, what is said when something is refused or
 * goes wrong, and that a button pressed twice acts once. Who may see them is decided elsewhere.
 */
package net.niner.status.web.platform.faces;
