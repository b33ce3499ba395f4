package net.niner.status.notice;

import jakarta.annotation.Resource;
import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.OptionalLong;
import javax.sql.DataSource;
import net.niner.status.platform.Rows;

/** What comes of mail that came back. */
@Stateless
public class Bounces {

    private static final String SUBSCRIBER = "subscriber:";

    private record Returned(long id, NoticeState state, String recipient, String address) {

        static Returned of(ResultSet row) throws SQLException {
            String sentTo = row.getString("sent_to");
            return new Returned(
                    row.getLong("id"),
                    NoticeState.valueOf(row.getString("state")),
                    row.getString("recipient_ref"),
                    sentTo == null ? row.getString("address") : sentTo);
        }
    }

    @Resource(lookup = "jdbc/status")
    private DataSource dataSource;

    @EJB
    private MailSetups setups;

    @EJB
    private AddressFails fails;

    @Inject
    private BounceAddresses addresses;

    @Inject
    private Event<AddressBounced> bounced;

    @Inject
    private Clock clock;

    /** Whether there is a mailbox to read. */
    public boolean configured() {
        return setups.read().setup().readsBounces();
    }

    /** Records a report; twice does no harm. False if it is about no mail of this site. */
    public boolean record(BounceReport report) {
        List<Returned> returned = notices(report);
        returned.forEach(notice -> record(notice, report));
        return !returned.isEmpty();
    }

    private void record(Returned notice, BounceReport report) {
        Instant now = clock.instant();
        if (!report.isHard()) {
            Rows.update(
                    dataSource,
                    "insert into notice_event (notice_id, happened_at, state, what, who) values (?, ?, ?, ?, '')",
                    notice.id(),
                    Rows.time(now),
                    notice.state().name(),
                    NoticeMoves.cut("a mail server says: " + report.action() + " " + report.status()));
            return;
        }
        int moved = new NoticeMoves(dataSource, now, null)
                .move(
                        NoticeState.BOUNCED,
                        "it came back: " + report.status(),
                        "",
                        "id = ? and state in ('SENT', 'UNKNOWN')",
                        notice.id());
        if (moved == 1) {
            if (notice.address() != null) {
                fails.raise(notice.recipient(), notice.address());
            }
            if (notice.recipient().startsWith(SUBSCRIBER)) {
                bounced.fire(new AddressBounced(notice.recipient()));
            }
        }
    }

    private List<Returned> notices(BounceReport report) {
        String select = "select id, state, recipient_ref, address, sent_to from notice where ";
        OptionalLong byAddress = report.addresses().stream()
                .map(addresses::notice)
                .filter(OptionalLong::isPresent)
                .mapToLong(OptionalLong::getAsLong)
                .findFirst();
        if (byAddress.isPresent()) {
            return Rows.query(dataSource, select + "id = ?", Returned::of, byAddress.getAsLong());
        }
        return report.messageId() == null
                ? List.of()
                : Rows.query(dataSource, select + "message_id = ?", Returned::of, report.messageId());
    }
}
