package net.niner.status.notice;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.TypedQuery;
import java.time.Clock;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import net.niner.status.account.Allowed;
import net.niner.status.account.Audit;
import net.niner.status.account.Permission;
import net.niner.status.platform.Page;

/** The subscribers as the people see them who may see addresses. */
@Stateless
public class SubscriberDesk {

    private static final String ALL = " from Subscriber s where s.addressKey like :words escape '!'";
    private static final String IN_STATE = ALL + " and s.state = :state";
    private static final String LATEST_FIRST = " order by s.createdAt desc, s.id desc";

    @PersistenceContext(unitName = "status")
    private EntityManager em;

    @Inject
    private Audit audit;

    @Inject
    private Clock clock;

    /**
     * Latest first.
     *
     * @param words a part of the address, empty for all
     * @param state null for all
     */
    @Allowed(Permission.BILLING)
    public Page<Subscriber> find(String words, SubscriberState state, int first, int most) {
        String like = "%"
                + words.strip()
                        .toLowerCase(Locale.ROOT)
                        .replace("!", "!!")
                        .replace("%", "!%")
                        .replace("_", "!_")
                + "%";
        String where = state == null ? ALL : IN_STATE;
        TypedQuery<Long> count = em.createQuery("select count(s)" + where, Long.class);
        TypedQuery<Subscriber> page = em.createQuery("select s" + where + LATEST_FIRST, Subscriber.class);
        for (TypedQuery<?> query : List.of(count, page)) {
            query.setParameter("words", like);
            if (state != null) {
                query.setParameter("state", state);
            }
        }
        page.setHint("eclipselink.batch.type", "IN")
                .setHint("eclipselink.batch", "s.topics")
                .setHint("eclipselink.batch", "s.servers");
        return new Page<>(
                most == 0
                        ? List.of()
                        : page.setFirstResult(first).setMaxResults(most).getResultList(),
                count.getSingleResult().intValue());
    }

    /** How many there are; a state without any is not in it. A number tells nothing about anybody. */
    public Map<SubscriberState, Integer> counts() {
        Map<SubscriberState, Integer> counts = new EnumMap<>(SubscriberState.class);
        em.createQuery("select s.state, count(s) from Subscriber s group by s.state", Object[].class)
                .getResultList()
                .forEach(row -> counts.put((SubscriberState) row[0], ((Long) row[1]).intValue()));
        return counts;
    }

    /** Nothing is sent there any more. Says whether that is new. */
    @Allowed(Permission.BILLING)
    public boolean end(long id) {
        Subscriber subscriber = em.find(Subscriber.class, id);
        boolean ended = subscriber != null && subscriber.end(SubscriptionEnd.STAFF, clock.instant());
        if (ended) {
            em.flush();
            audit.record("subscriber.end", "subscriber " + id, Map.of(), Map.of());
        }
        return ended;
    }
}
