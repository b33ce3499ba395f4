package net.niner.status.web.platform.api;

import jakarta.json.bind.Jsonb;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The version of a resource in its ETag, by which two who change it at once notice each other (RFC 9110, section 13.1.1; RFC 6585). */
public final class Versions {

    private static final Pattern TAG = Pattern.compile("\"(\\d{1,9})(?:-[0-9a-f]{8})?\"");
    private static final Jsonb JSON = new JsonForm().getContext(Object.class);

    private Versions() {}

    /** What is shown beside it, as the text of an incident's updates, may change without it: so the tag holds both. */
    static String tag(int version, String json) {
        return "\"%d-%08x\"".formatted(version, json.hashCode());
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

    /** The resource with its tag, or 304 where the client has it so. */
    public static Response answer(int version, String ifNoneMatch, Object body) {
        String json = JSON.toJson(body);
        String tag = tag(version, json);
        boolean known = ifNoneMatch != null && (ifNoneMatch.equals("*") || ifNoneMatch.contains(tag));
        Response.ResponseBuilder answer =
                known ? Response.notModified() : Response.ok(json, MediaType.APPLICATION_JSON_TYPE);
        return answer.header("ETag", tag).build();
    }
}
