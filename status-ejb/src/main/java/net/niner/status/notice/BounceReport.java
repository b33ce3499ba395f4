package net.niner.status.notice;

import jakarta.mail.BodyPart;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a mail server reports about a mail that it could not deliver, or not yet (RFC 3464).
 *
 * @param messageId of the mail that it is about, null where the report does not say it
 * @param addresses where the report itself went to
 * @param action as in {@code failed}, {@code delayed}
 * @param status as in {@code 5.1.1} (RFC 3463), empty where the report does not say it
 */
public record BounceReport(String messageId, List<String> addresses, String action, String status) {

    /** What is read of a part: reports quote whole mails. */
    private static final int MOST_BYTES = 200_000;

    private static final int MOST_PARTS = 10;

    private static final Pattern MESSAGE_ID = Pattern.compile("(?im)^Message-ID:\\s*(<[^<>\\s]+>)");
    private static final Pattern STATUS = Pattern.compile("[245]\\.\\d{1,3}\\.\\d{1,3}");

    /** The mailbox is disabled. One that is full, or a mail that is taken for spam, says nothing about the address. */
    private static final String DISABLED = "5.2.1";

    private static final String ADDRESS = "5.1.";

    /** What is wrong with the sender's address has the same beginning. */
    private static final Set<String> SENDER = Set.of("5.1.7", "5.1.8");

    public BounceReport {
        addresses = List.copyOf(addresses);
    }

    /** Whether that address takes no mail, and will not. */
    boolean isHard() {
        return action.equals("failed")
                && (status.equals(DISABLED) || status.startsWith(ADDRESS) && !SENDER.contains(status));
    }

    /** Empty for a mail that is no report about delivery. */
    static Optional<BounceReport> of(MimeMessage message) throws MessagingException, IOException {
        if (!message.isMimeType("multipart/report") || !(message.getContent() instanceof Multipart parts)) {
            return Optional.empty();
        }
        Map<String, String> fields = null;
        String original = "";
        for (int i = 0; i < Math.min(MOST_PARTS, parts.getCount()); i++) {
            BodyPart part = parts.getBodyPart(i);
            if (part.isMimeType("message/delivery-status")) {
                fields = fields(text(part));
            } else if (part.isMimeType("message/rfc822") || part.isMimeType("text/rfc822-headers")) {
                original = text(part);
            }
        }
        if (fields == null) {
            return Optional.empty();
        }
        Matcher id = MESSAGE_ID.matcher(original);
        Matcher status = STATUS.matcher(fields.getOrDefault("status", ""));
        return Optional.of(new BounceReport(
                id.find() ? id.group(1) : null,
                addresses(message),
                fields.getOrDefault("action", "").strip().toLowerCase(Locale.ROOT),
                status.find() ? status.group() : ""));
    }

    private static List<String> addresses(MimeMessage message) throws MessagingException {
        List<String> addresses = new ArrayList<>();
        for (String header : List.of("Delivered-To", "X-Original-To", "Envelope-To", "To")) {
            String[] values = message.getHeader(header);
            if (values != null) {
                addresses.addAll(List.of(values));
            }
        }
        return addresses;
    }

    /** Those of the first recipient: a notice has one. Continued lines are joined. */
    private static Map<String, String> fields(String text) {
        Map<String, String> fields = new TreeMap<>();
        for (String line : text.replaceAll("\r?\n[ \t]+", " ").split("\r?\n")) {
            int colon = line.indexOf(':');
            if (colon > 0) {
                fields.putIfAbsent(
                        line.substring(0, colon).strip().toLowerCase(Locale.ROOT),
                        line.substring(colon + 1).strip());
            }
        }
        return fields;
    }

    private static String text(Part part) throws IOException, MessagingException {
        try (InputStream in = part.getInputStream()) {
            return new String(in.readNBytes(MOST_BYTES), StandardCharsets.UTF_8);
        }
    }
}
