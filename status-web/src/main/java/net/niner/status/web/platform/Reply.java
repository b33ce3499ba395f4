package net.niner.status.web.platform;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Instant;

/** Sends a {@link Content}: in the form the client can read, or as 304 if the client has it already. */
public final class Reply {

    private Reply() {}

    public static void send(HttpServletRequest request, HttpServletResponse response, Content content)
            throws IOException {
        Content.Form form = content.form(acceptsGzip(request.getHeader("Accept-Encoding")));
        response.setHeader("ETag", form.etag());
        if (content.modified() != null) {
            response.setDateHeader("Last-Modified", content.modified().toEpochMilli());
        }
        if (isKnown(request, content, form.etag())) {
            response.setStatus(HttpServletResponse.SC_NOT_MODIFIED);
            return;
        }
        if (form.encoding() != null) {
            response.setHeader("Content-Encoding", form.encoding());
        }
        response.setContentType(content.type());
        response.setContentLength(form.body().length);
        if (!"HEAD".equals(request.getMethod())) {
            response.getOutputStream().write(form.body());
        }
    }

    /** The validator decides; the date does only for those who sent none (RFC 9110 section 13.1.3). */
    private static boolean isKnown(HttpServletRequest request, Content content, String etag) {
        String known = request.getHeader("If-None-Match");
        return known == null ? isNoNewer(content.modified(), request) : matches(known, etag);
    }

    private static boolean isNoNewer(Instant modified, HttpServletRequest request) {
        try {
            long since = modified == null ? -1 : request.getDateHeader("If-Modified-Since");
            return since >= 0 && modified.getEpochSecond() <= since / 1000;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    /** True if the header names gzip, or anything, with a weight above nought (RFC 9110 section 12.5.3). */
    static boolean acceptsGzip(String header) {
        if (header == null) {
            return false;
        }
        int named = header.indexOf("gzip");
        int at = named >= 0 ? named : header.indexOf('*');
        return at >= 0 && !refused(header, at);
    }

    private static boolean refused(String header, int at) {
        int end = header.indexOf(',', at);
        int q = header.indexOf("q=0", at);
        if (q < 0 || end >= 0 && q > end) {
            return false;
        }
        for (int i = q + 3; i < (end < 0 ? header.length() : end); i++) {
            if (header.charAt(i) >= '1' && header.charAt(i) <= '9') {
                return false;
            }
        }
        return true;
    }

    /** The weak comparison that RFC 9110 section 13.1.2 asks for. */
    static boolean matches(String header, String etag) {
        return header != null && (header.equals(etag) || header.equals("*") || header.contains(etag));
    }
}
