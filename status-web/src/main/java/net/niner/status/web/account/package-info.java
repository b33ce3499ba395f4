/**
 * Who comes into the back office, and how: signing in and out, one's account and tokens, people, the audit trail. Resources of the API say that
 * they answer to tokens; whose a token is and what a browser's cookie stands for is found out here alone.
 */
package net.niner.status.web.account;
