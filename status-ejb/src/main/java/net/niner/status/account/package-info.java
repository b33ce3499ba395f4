/**
 * Who may do what, and who did what. People sign in with a password and a second factor; scripts carry a token of a person's. Both end as an
 * {@link net.niner.status.account.Actor}, bound to the thread for one request, and every method of a service that they can reach says with
 * {@link net.niner.status.account.Allowed} what it takes: a button that is hidden protects nothing.
 *
 * <p>Whatever the database holds of secrets opens nothing by itself: passwords are kept with Argon2id, random words as SHA-256, the secret of an
 * authenticator encrypted with a key that lies beside the database. Pages and resources call {@link net.niner.status.account.SignIn},
 * {@link net.niner.status.account.Links}, {@link net.niner.status.account.UserSessions}, {@link net.niner.status.account.Users},
 * {@link net.niner.status.account.Credentials}, {@link net.niner.status.account.ApiTokens} and {@link net.niner.status.account.Audit}; the
 * other services here are theirs.
 */
package net.niner.status.account;
