/**
 * How this site looks and behaves, as far as people may choose it while it runs. Each setting has a default, some of them from the configuration
 * that the operator starts the site with; what somebody chose is stored and wins, and what nobody touched goes on following the configuration.
 * What is in force is held in memory, so that asking costs nothing. Among the features it stands between {@code account}, whose permissions and
 * audit trail it uses, and {@code server}: {@code probe}, the jobs and the pages ask it, and it knows none of them.
 */
package net.niner.status.setting;
