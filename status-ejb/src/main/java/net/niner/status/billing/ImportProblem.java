package net.niner.status.billing;

/**
 * What is wrong with a file of an import.
 *
 * @param line counted from 1; 0 where it is the file as a whole
 * @param column as the file names it; empty where it is the whole line
 * @param why one sentence in English; repeats a cell only where it should be a day or one of some words
 */
public record ImportProblem(String file, int line, String column, String why) {}
