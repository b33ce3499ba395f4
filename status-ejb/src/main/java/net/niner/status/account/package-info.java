/** Who may do what. For now there is one key for operators and their scripts; it lies in the data directory, readable by its owner only. */
package net.niner.status.account;
