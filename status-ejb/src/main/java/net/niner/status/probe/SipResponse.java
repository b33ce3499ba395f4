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
    private static final Pattern HEADER = Pattern.compile("([^\\s:]+)\\s*:\\s*(.*?)\\s*");

    /** @param lines the status line and the headers */
    static SipResponse of(List<String> lines) throws ProbeException {
        Matcher status = STATUS.matcher(lines.get(0));
        if (!status.matches()) {
            throw ProbeException.down("answer is not SIP: “" + lines.get(0) + "”", null);
        }
        Map<String, String> headers = new HashMap<>();
        for (String line : lines.subList(1, lines.size())) {
            Matcher header = HEADER.matcher(line);
            if (header.matches()) {
                headers.putIfAbsent(header.group(1).toLowerCase(Locale.ROOT), header.group(2));
            }
        }
        String cseq = headers.get("cseq");
        return new SipResponse(
                Integer.parseInt(status.group(1).substring(0, 3)),
                status.group(1),
                headers.getOrDefault("call-id", headers.get("i")),
                cseq == null ? null : cseq.replaceAll("\\s+", " "),
                length(headers.getOrDefault("content-length", headers.get("l"))));
    }

    boolean provisional() {
        return code < 200;
    }

    private static int length(String header) {
        return header != null && header.matches("[0-9]{1,9}") ? Integer.parseInt(header) : 0;
    }
}
