package net.niner.status.probe;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.xbill.DNS.DClass;
import org.xbill.DNS.Flags;
import org.xbill.DNS.Message;
import org.xbill.DNS.Name;
import org.xbill.DNS.Rcode;
import org.xbill.DNS.Record;
import org.xbill.DNS.SOARecord;
import org.xbill.DNS.Section;
import org.xbill.DNS.TXTRecord;
import org.xbill.DNS.TextParseException;
import org.xbill.DNS.Type;

/** Proves what one nameserver answers, or that all nameservers of a zone serve the same serial. */
final class DnsProbe implements Probe<ProbeSpec.Dns> {

    @Override
    public Finding probe(ProbeSpec.Dns spec, Attempt attempt) throws ProbeException {
        try {
            return spec.zone() == null ? askName(spec, attempt) : askZone(spec, attempt);
        } catch (TextParseException e) {
            throw ProbeException.unknown("not a DNS name: " + e.getMessage(), e);
        }
    }

    private static Finding askName(ProbeSpec.Dns spec, Attempt attempt) throws ProbeException, TextParseException {
        int type = Type.value(spec.type());
        Set<String> expected = expected(spec.expected(), type);
        Record question = Record.newRecord(Name.fromString(spec.name(), Name.root), type, DClass.IN);
        DnsExchange exchange =
                new DnsExchange(attempt, Nameserver.parse(spec.server()), Message.newQuery(question), attempt.left());
        Set<String> found = records(exchange.answer(), type);
        Duration latency = exchange.elapsed();
        if (found.isEmpty()) {
            return Finding.down("no " + spec.type() + " record of " + spec.name());
        }
        return expected.isEmpty() || found.equals(expected)
                ? Finding.up(latency, String.join(", ", found))
                : Finding.down(String.join(", ", found) + "; " + String.join(", ", expected) + " expected");
    }

    private static Finding askZone(ProbeSpec.Dns spec, Attempt attempt) throws ProbeException, TextParseException {
        Name zone = Name.fromString(spec.zone(), Name.root);
        Map<String, Long> serials = new LinkedHashMap<>();
        List<ProbeException> failures = new ArrayList<>();
        Duration slowest = Duration.ZERO;
        for (int i = 0; i < spec.servers().size(); i++) {
            String server = spec.servers().get(i);
            Message query = Message.newQuery(Record.newRecord(zone, Type.SOA, DClass.IN));
            query.getHeader().unsetFlag(Flags.RD);
            Duration share = attempt.left().dividedBy(spec.servers().size() - i);
            try {
                DnsExchange exchange = new DnsExchange(attempt, Nameserver.parse(server), query, share);
                serials.put(server, serial(exchange.answer()));
                slowest = exchange.elapsed().compareTo(slowest) > 0 ? exchange.elapsed() : slowest;
            } catch (ProbeException e) {
                failures.add(e.of(server));
            }
        }
        return failures.isEmpty() ? agreement(serials, slowest) : worst(failures);
    }

    private static Finding agreement(Map<String, Long> serials, Duration slowest) {
        Set<Long> distinct = new HashSet<>(serials.values());
        return distinct.size() == 1
                ? Finding.up(
                        slowest,
                        "serial " + distinct.iterator().next() + " on "
                                + (serials.size() == 1 ? "1 nameserver" : serials.size() + " nameservers"))
                : Finding.down("serials differ: "
                        + serials.entrySet().stream()
                                .map(serial -> serial.getKey() + " " + serial.getValue())
                                .collect(Collectors.joining(", ")));
    }

    /** A nameserver that failed outweighs one that could not be asked. */
    private static Finding worst(List<ProbeException> failures) {
        Outcome outcome =
                failures.stream().anyMatch(failure -> failure.finding().outcome() == Outcome.DOWN)
                        ? Outcome.DOWN
                        : Outcome.UNKNOWN;
        String details = failures.stream()
                .map(ProbeException::finding)
                .filter(finding -> finding.outcome() == outcome)
                .map(Finding::detail)
                .collect(Collectors.joining("; "));
        return new Finding(outcome, null, details);
    }

    private static long serial(Message answer) throws ProbeException {
        refuse(answer);
        for (Record record : answer.getSection(Section.ANSWER)) {
            if (record instanceof SOARecord soa) {
                return soa.getSerial();
            }
        }
        throw ProbeException.down("no SOA record, so it does not serve the zone", null);
    }

    private static Set<String> records(Message answer, int type) throws ProbeException {
        refuse(answer);
        return answer.getSection(Section.ANSWER).stream()
                .filter(record -> record.getType() == type)
                .map(DnsProbe::text)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static void refuse(Message answer) throws ProbeException {
        if (answer.getRcode() != Rcode.NOERROR) {
            throw ProbeException.down("answered " + Rcode.string(answer.getRcode()), null);
        }
    }

    /** Reads what is expected as zone files write it, so that two ways to write the same are the same. */
    private static Set<String> expected(List<String> texts, int type) throws ProbeException {
        Set<String> expected = new TreeSet<>();
        for (String text : texts) {
            try {
                boolean bareText = type == Type.TXT && !text.startsWith("\"");
                expected.add(bareText ? text : text(Record.fromString(Name.root, type, DClass.IN, 0, text, Name.root)));
            } catch (IOException e) {
                throw ProbeException.unknown("“" + text + "” is no " + Type.string(type) + " record", e);
            }
        }
        return expected;
    }

    /** Names compare without regard to case, texts do not; how a text is cut into strings means nothing. */
    private static String text(Record record) {
        return record instanceof TXTRecord txt
                ? String.join("", txt.getStrings())
                : record.rdataToString().toLowerCase(Locale.ROOT);
    }
}
