package net.niner.status.probe;

import jakarta.json.spi.JsonProvider;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.apache.hc.core5.http.ClassicHttpRequest;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.HttpHeaders;
import org.apache.hc.core5.http.NoHttpResponseException;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.apache.hc.core5.http.message.BasicClassicHttpRequest;

/**
 * Proves that a web address answers as it should. Each probe opens a connection of its own, since that is part of what it proves, follows no
 * redirect, and reads the body only where something is expected of it: otherwise the latency ends with the head of the answer.
 */
final class HttpProbe implements Probe<ProbeSpec.Http> {

    private static final String SECURE = "https";
    private static final String SELF = "self";

    private final JsonProvider json = JsonProvider.provider();

    @Override
    public Finding probe(ProbeSpec.Http spec, Attempt attempt) throws ProbeException {
        boolean self = SELF.equals(spec.url().getScheme());
        URI url = self ? below(attempt.self(), spec.url()) : spec.url();
        boolean secure = SECURE.equalsIgnoreCase(url.getScheme());
        int port = url.getPort() >= 0 ? url.getPort() : secure ? 443 : 80;
        try (Wire wire = self ? attempt.connectSelf(port) : attempt.connect(url.getHost(), port)) {
            if (secure) {
                wire.startTls(Attempt.bare(url.getHost()));
            }
            return ask(spec, url, wire);
        } catch (NoHttpResponseException e) {
            throw ProbeException.down("connection closed without an answer", e);
        } catch (IOException e) {
            throw attempt.failure(e);
        } catch (HttpException e) {
            throw ProbeException.down("answer is not HTTP: " + e.getMessage(), e);
        }
    }

    private Finding ask(ProbeSpec.Http spec, URI url, Wire wire) throws IOException, HttpException {
        HttpExchange exchange = new HttpExchange(wire, request(spec, url));
        ClassicHttpResponse response = exchange.head();
        Duration latency = wire.elapsed();
        String status = (response.getCode() + " " + Objects.requireNonNullElse(response.getReasonPhrase(), "")).strip();
        if (response.getCode() != spec.status()) {
            return Finding.down(status + ", " + spec.status() + " expected");
        }
        if (spec.redirect() != null && !leadsTo(spec.redirect(), response, url)) {
            return Finding.down("redirects to " + location(response) + ", " + spec.redirect() + " expected");
        }
        BodyExpectation expectation = new BodyExpectation(spec, json);
        if (expectation.isEmpty()) {
            return Finding.up(latency, status);
        }
        Optional<String> complaint = expectation.complaint(exchange.body(response), charset(response));
        return complaint
                .map(wrong -> Finding.down(status + ", but " + wrong))
                .orElseGet(() -> Finding.up(wire.elapsed(), status));
    }

    private static ClassicHttpRequest request(ProbeSpec.Http spec, URI url) {
        String path = url.getRawPath().isEmpty() ? "/" : url.getRawPath();
        String query = url.getRawQuery() == null ? "" : "?" + url.getRawQuery();
        ClassicHttpRequest request = new BasicClassicHttpRequest(spec.method(), path + query);
        request.setHeader(HttpHeaders.HOST, url.getPort() < 0 ? url.getHost() : url.getHost() + ":" + url.getPort());
        request.setHeader(HttpHeaders.CONNECTION, "close");
        request.setHeader(HttpHeaders.USER_AGENT, "status-site");
        request.setHeader(HttpHeaders.ACCEPT, "*/*");
        if (spec.body() != null) {
            byte[] body = spec.body().getBytes(StandardCharsets.UTF_8);
            request.setEntity(new ByteArrayEntity(body, null));
            request.setHeader(HttpHeaders.CONTENT_TYPE, "text/plain; charset=UTF-8");
            request.setHeader(HttpHeaders.CONTENT_LENGTH, body.length);
        }
        for (Map.Entry<String, Secret> header : spec.headers().entrySet()) {
            // this site believes a proxy on this machine, and the probe is no proxy
            if (!"self".equals(spec.url().getScheme()) || !header.getKey().matches("(?i)forwarded|x-forwarded-.*")) {
                request.setHeader(header.getKey(), header.getValue().reveal());
            }
        }
        return request;
    }

    private static boolean leadsTo(URI expected, ClassicHttpResponse response, URI url) {
        try {
            return url.resolve(expected).equals(url.resolve(location(response)));
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private static String location(ClassicHttpResponse response) {
        Header location = response.getFirstHeader(HttpHeaders.LOCATION);
        return location == null ? "nowhere" : location.getValue();
    }

    private static Charset charset(ClassicHttpResponse response) {
        Header type = response.getFirstHeader(HttpHeaders.CONTENT_TYPE);
        ContentType parsed = type == null ? null : ContentType.parseLenient(type.getValue());
        return parsed == null || parsed.getCharset() == null ? StandardCharsets.UTF_8 : parsed.getCharset();
    }

    private static URI below(URI base, URI self) {
        String root = base.toString().replaceFirst("/+$", "");
        String query = self.getRawQuery() == null ? "" : "?" + self.getRawQuery();
        return URI.create(root + self.getRawPath() + query);
    }
}
