/**
 * Who may do what, and who did what. People sign in with a password and a second factor; scripts carry a token of a person's. Both end as an
 * {@link net.niner.status.account.Actor}, bound to the thread for one request, and every method of a service that they can reach says with
 * {@link net.niner.status.account.Allowed} what it takes: a button that is hidden protects nothing.
 */
package net.niner.status.account;
