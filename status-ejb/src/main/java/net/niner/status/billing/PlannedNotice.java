package net.niner.status.billing;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import net.niner.status.notice.NoticeKind;

/**
 * That somebody is to be told something.
 *
 * @param subject what it is about, as {@link net.niner.status.notice.NoticeKey} has it
 * @param client null for a notice to the owner
 * @param run null where it is not about one
 * @param invoice null where it is not about one
 * @param concerns what it is about: of the client, or for the owner of many
 * @param notBefore when it may go out
 * @param held why it must wait, and is not to be enqueued today
 */
public record PlannedNotice(
        NoticeKind kind,
        String subject,
        String stage,
        int revision,
        ClientFacts client,
        RunFacts run,
        InvoiceFacts invoice,
        List<Concern> concerns,
        Instant notBefore,
        Optional<String> held) {

    /** A client's service. */
    public record Concern(ClientFacts client, ServiceFacts service) {}

    public PlannedNotice {
        concerns = List.copyOf(concerns);
    }

    public List<ServiceFacts> services() {
        return concerns.stream().map(Concern::service).toList();
    }
}
