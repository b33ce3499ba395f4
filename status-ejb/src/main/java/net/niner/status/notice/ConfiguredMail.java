package net.niner.status.notice;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;
import net.niner.status.notice.InvalidMailSetup.Problem;

/** What the operator configured as {@code status.mail.*}: it holds until somebody saves the settings of mail in the back office. */
final class ConfiguredMail {

    private static final Logger LOG = Logger.getLogger(ConfiguredMail.class.getName());
    private static final String PREFIX = "status.mail.";

    /** It is read every few seconds, and complained about once. */
    private static final AtomicReference<List<String>> LAST = new AtomicReference<>();

    private final Function<String, Optional<String>> config;
    private final List<String> complaints = new ArrayList<>();

    private ConfiguredMail(Function<String, Optional<String>> config) {
        this.config = config;
    }

    /** @param config the value of a property */
    static MailAccess read(Function<String, Optional<String>> config) {
        ConfiguredMail mail = new ConfiguredMail(config);
        MailAccess access = mail.access();
        for (Problem problem :
                MailSetupRules.problems(access.setup(), access.relayPassword(), access.bouncePassword())) {
            mail.complaints.add(problem.field() + " " + problem.fault());
        }
        if (mail.complaints.isEmpty()) {
            return access;
        }
        if (!mail.complaints.equals(LAST.getAndSet(mail.complaints))) {
            LOG.log(Level.SEVERE, "status.mail.* is not used, and no mail goes out: {0}", mail.complaints);
        }
        return new MailAccess(MailSetup.NONE, 0, "", "");
    }

    private MailAccess access() {
        MailSetup none = MailSetup.NONE;
        MailSecurity security = security("security", none.relaySecurity());
        MailSecurity bounceSecurity = security("bounce.security", none.bounceSecurity());
        return new MailAccess(
                new MailSetup(
                        text("host"),
                        number(
                                "port",
                                switch (security) {
                                    case NONE -> 25;
                                    case STARTTLS -> none.relayPort();
                                    case TLS -> 465;
                                }),
                        security,
                        text("user"),
                        text("from"),
                        text("from-name"),
                        text("reply-to"),
                        words("owners"),
                        text("bounce.address"),
                        Boolean.parseBoolean(text("verp")),
                        text("bounce.host"),
                        number("bounce.port", bounceSecurity == MailSecurity.TLS ? none.bouncePort() : 143),
                        bounceSecurity,
                        text("bounce.user"),
                        number("per-minute", none.perMinute()),
                        number("domain-per-minute", none.domainPerMinute())),
                0,
                text("password"),
                text("bounce.password"));
    }

    private String text(String name) {
        return config.apply(PREFIX + name).orElse("");
    }

    private List<String> words(String name) {
        return Stream.of(text(name).split("[,\\s]+"))
                .filter(word -> !word.isEmpty())
                .toList();
    }

    private int number(String name, int otherwise) {
        String text = text(name).strip();
        try {
            return text.isEmpty() ? otherwise : Integer.parseInt(text);
        } catch (NumberFormatException e) {
            complaints.add(PREFIX + name + " must be a number");
            return otherwise;
        }
    }

    private MailSecurity security(String name, MailSecurity otherwise) {
        String text = text(name).strip().toUpperCase(Locale.ROOT);
        if (text.isEmpty()) {
            return otherwise;
        }
        Optional<MailSecurity> known = Arrays.stream(MailSecurity.values())
                .filter(security -> security.name().equals(text))
                .findFirst();
        if (known.isEmpty()) {
            complaints.add(PREFIX + name + " must be none, starttls or tls");
        }
        return known.orElse(otherwise);
    }
}
