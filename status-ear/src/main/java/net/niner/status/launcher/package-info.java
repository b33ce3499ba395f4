/**
 * The executable jar: what stands between {@code java -jar status.jar} and a site that answers. The launcher resolves the
 * settings, checks whatever can be checked before anything is started (port, data directory, database, files), says in one
 * sentence what is wrong if something is, boots Payara Micro, deploys the application, and only then opens HTTP, on one
 * address, with nothing else listening. (Whoever adds a sign-in: with a listener that opens after the deployment the
 * server's Jakarta Security mechanism is silent, and {@code logout()} fails; asking the identity stores works.) The server is an implementation detail that a visitor or operator need not know: its chatter
 * goes to a log file, its name into no header. {@link net.niner.status.launcher.Main} alone is compiled for Java 8, so that
 * an old Java can say that it is too old.
 */
package net.niner.status.launcher;
