/**
 * How this site looks and behaves, as far as people may choose it while it runs. Each setting has a default, some of them from the configuration
 * that the operator starts the site with; what somebody chose is stored and wins, and what nobody touched goes on following the configuration.
 * What is in force is held in memory, so that asking costs nothing.
 */
package net.niner.status.setting;
