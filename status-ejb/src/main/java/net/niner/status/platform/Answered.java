package net.niner.status.platform;

/**
 * What a request was answered.
 *
 * @param status of HTTP
 * @param location of what was made, null for none
 * @param body JSON
 */
public record Answered(int status, String location, String body) {}
