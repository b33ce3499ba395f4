package net.niner.status.launcher.client;

import com.grack.nanojson.JsonArray;
import com.grack.nanojson.JsonObject;
import com.grack.nanojson.JsonParser;
import com.grack.nanojson.JsonParserException;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import net.niner.status.launcher.Refusal;

/**
 * The site's API under {@code /api/v1}. An answer is JSON, or a {@link Problem} when the site says no; a site that cannot be
 * reached, and one that is not ours, is a {@link Refusal}.
 */
final class SiteApi {
    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(5);
    private static final Duration ANSWER_TIMEOUT = Duration.ofSeconds(60);
    private static final int FIRST_ERROR = 400;

    private final HttpClient client =
            HttpClient.newBuilder().connectTimeout(CONNECT_TIMEOUT).build();
    private final URI site;
    private final String token;

    SiteApi(URI site, String token) {
        this.site = site;
        this.token = token;
    }

    JsonArray list(String path) {
        return as(JsonArray.class, answer(request(path).GET()));
    }

    JsonObject get(String path) {
        return as(JsonObject.class, answer(request(path).GET()));
    }

    JsonObject post(String path, String contentType, BodyPublisher body) {
        return as(
                JsonObject.class,
                answer(request(path).header("Content-Type", contentType).POST(body)));
    }

    private HttpRequest.Builder request(String path) {
        String base = site.toString().replaceAll("/+$", "");
        return HttpRequest.newBuilder(URI.create(base + "/api/v1/" + path))
                .timeout(ANSWER_TIMEOUT)
                .header("Accept", "application/json, application/problem+json")
                .header("Authorization", "Bearer " + token);
    }

    private Object answer(HttpRequest.Builder request) {
        try {
            HttpResponse<String> response = client.send(request.build(), BodyHandlers.ofString());
            Object answer = JsonParser.any().from(response.body());
            if (response.statusCode() >= FIRST_ERROR) {
                throw new Problem(as(JsonObject.class, answer));
            }
            return answer;
        } catch (JsonParserException e) {
            throw new Refusal("refused.not-a-site", site);
        } catch (IOException e) {
            throw new Refusal("refused.no-site", site);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Refusal("refused.no-site", site);
        }
    }

    private <T> T as(Class<T> type, Object json) {
        if (type.isInstance(json)) {
            return type.cast(json);
        }
        throw new Refusal("refused.not-a-site", site);
    }
}
