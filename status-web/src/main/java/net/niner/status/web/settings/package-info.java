/** The site's settings as a form: what a person typed becomes {@code SiteSettings}, whose own rules say what is wrong, and beside which field it is said. */
package net.niner.status.web.settings;
