package net.niner.status.launcher;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.file.Path;

/**
 * The launcher is the site's first visitor: "Ready" is said when a page was really delivered, and the classes that a page
 * needs are loaded by then.
 */
record FirstVisit(URI site, Path log) {
    private static final int TIMEOUT_MILLIS = 30_000;

    void make() {
        try {
            HttpURLConnection request =
                    (HttpURLConnection) site.resolve("/").toURL().openConnection();
            request.setConnectTimeout(TIMEOUT_MILLIS);
            request.setReadTimeout(TIMEOUT_MILLIS);
            if (request.getResponseCode() >= HttpURLConnection.HTTP_INTERNAL_ERROR) {
                throw new Refusal("refused.first-visit", String.valueOf(request.getResponseCode()), log);
            }
            request.disconnect();
        } catch (IOException e) {
            throw new Refusal("refused.first-visit", e, log);
        }
    }
}
