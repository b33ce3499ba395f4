package net.niner.status.probe;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The kinds of check, each with the record that holds its settings. */
public enum Kind {
    HTTP(ProbeSpec.Http.class),
    TCP(ProbeSpec.Tcp.class),
    ICMP(ProbeSpec.Icmp.class),
    DNS(ProbeSpec.Dns.class),
    SMTP(ProbeSpec.Smtp.class),
    IMAP(ProbeSpec.Imap.class),
    POP3(ProbeSpec.Pop3.class),
    SIP(ProbeSpec.Sip.class),
    SSH(ProbeSpec.Ssh.class),
    TLS(ProbeSpec.Tls.class);

    private final Class<? extends ProbeSpec> type;
    private final List<SettingSlot> slots;

    Kind(Class<? extends ProbeSpec> type) {
        this.type = type;
        this.slots =
                Arrays.stream(type.getRecordComponents()).map(SettingSlot::new).toList();
    }

    /** The kind that a person calls by this word, in any case. */
    public static Optional<Kind> called(String word) {
        return Arrays.stream(values())
                .filter(kind -> kind.word().equalsIgnoreCase(word))
                .findFirst();
    }

    public static Kind of(ProbeSpec spec) {
        return Arrays.stream(values())
                .filter(kind -> kind.type.isInstance(spec))
                .findFirst()
                .orElseThrow();
    }

    /** What a person calls it: {@code http}, {@code pop3}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The names of its settings, in the order in which they are written. */
    public List<String> settings() {
        return slots.stream().map(SettingSlot::name).toList();
    }

    /** The same, as a form shows them. */
    public List<SettingField> fields() {
        return slots.stream().map(SettingSlot::field).toList();
    }

    Class<? extends ProbeSpec> type() {
        return type;
    }

    List<SettingSlot> slots() {
        return slots;
    }
}
