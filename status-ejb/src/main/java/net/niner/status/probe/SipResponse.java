package net.niner.status.probe;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What of a SIP response matters here (RFC 3261, 7.2 and 7.3).
 *
 * @param status code and reason, such as “200 OK”
 * @param callId null if it is missing
 * @param cseq null if it is missing
 * @param length of the body, as claimed; 0 if it says nothing sensible
 */
record SipResponse(int code, String status, String callId, String cseq, int length) {

    private static final Pattern STATUS = Pattern.compile("SIP/2\\.0 ([1-6][0-9]{2}( .*)?)", Pattern.CASE_INSENSITIVE);

    /** @param lines the status line and the headers */
    static SipResponse of(List<String> lines) throws ProbeException {
        String status = status(lines.get(0));
        Map<String, String> headers = headers(lines.subList(1, lines.size()));
        String cseq = headers.get("cseq");
        return new SipResponse(
                Integer.parseInt(status.substring(0, 3)),
                status,
                headers.getOrDefault("call-id", headers.get("i")),
                cseq == null ? null : cseq.replaceAll("\\s+", " "),
                length(headers.getOrDefault("content-length", headers.get("l"))));
    }

    /**
     * Code and reason.
     *
     * @throws ProbeException if that is not how a response begins
     */
    static String status(String line) throws ProbeException {
        Matcher status = STATUS.matcher(line);
        if (!status.matches()) {
            throw ProbeException.down("answer is not SIP: “" + line + "”", null);
        }
        return status.group(1);
    }

    /** By their names in small letters; of several with one name the first. A line that is none is passed over. */
    private static Map<String, String> headers(List<String> lines) {
        Map<String, String> headers = new HashMap<>();
        for (String line : lines) {
            int colon = line.indexOf(':');
            if (colon > 0) {
                headers.putIfAbsent(
                        line.substring(0, colon).strip().toLowerCase(Locale.ROOT),
                        line.substring(colon + 1).strip());
            }
        }
        return headers;
    }

    boolean provisional() {
        return code < 200;
    }

    private static int length(String header) {
        return header != null && header.matches("[0-9]{1,9}") ? Integer.parseInt(header) : 0;
    }
}
