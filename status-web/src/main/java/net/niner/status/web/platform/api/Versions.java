package net.niner.status.web.platform.api;

import jakarta.ws.rs.core.Response;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The version of a resource as its ETag, by which two who change it at once notice each other (RFC 9110, section 13.1.1; RFC 6585). */
public final class Versions {

    private static final Pattern TAG = Pattern.compile("\"(\\d{1,9})\"");

    private Versions() {}

    public static String tag(int version) {
        return "\"" + version + "\"";
    }

    /**
     * @param ifMatch the header
     * @throws Refused if there is none, or if it is no tag of ours
     */
    public static int required(String ifMatch) {
        if (ifMatch == null) {
            throw Refused.preconditionRequired();
        }
        Matcher tag = TAG.matcher(ifMatch.strip());
        if (!tag.matches()) {
            throw Refused.preconditionFailed();
        }
        return Integer.parseInt(tag.group(1));
    }

    /** The resource with its tag, or 304 where the client has that version. */
    public static Response answer(int version, String ifNoneMatch, Object body) {
        Response.ResponseBuilder answer = tag(version).equals(ifNoneMatch) ? Response.notModified() : Response.ok(body);
        return answer.header("ETag", tag(version)).build();
    }
}
