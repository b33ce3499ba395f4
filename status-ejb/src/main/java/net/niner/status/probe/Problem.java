package net.niner.status.probe;

/**
 * One thing that is wrong with a servers file.
 *
 * @param line counted from 1
 * @param field its place, as in {@code servers[0].checks[1].http.url}; empty if the file as a whole is wrong
 * @param message in the user's words, to be read after the field
 */
public record Problem(int line, String field, String message) {}
