package net.niner.status.notice;

import jakarta.annotation.Resource;
import jakarta.ejb.EJB;
import jakarta.ejb.EJBException;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import net.niner.status.account.User;
import net.niner.status.notice.InvalidSubscription.Fault;
import net.niner.status.notice.InvalidSubscription.Problem;
import net.niner.status.platform.Rows;
import net.niner.status.server.Server;
import net.niner.status.server.Visibility;

/**
 * What visitors do about mail from the site: ask for it, confirm, choose anew, leave. It needs no permission, but what the links in mails carry; and
 * whoever asks learns nothing about an address: the answer is the same whether it is known or not.
 */
@Stateless
public class Subscribers {

    /** As long may whoever was asked take to confirm, since they were mailed last. */
    static final Duration UNCONFIRMED = Duration.ofDays(7);

    /** As long is known who left, for whoever wonders why mail stopped. */
    static final Duration ENDED = Duration.ofDays(30);

    private static final Logger LOG = Logger.getLogger(Subscribers.class.getName());

    private static final Pattern REF = Pattern.compile("subscriber:(\\d{1,18})");
    private static final Pattern CONFIRM_REF = Pattern.compile(SubscriptionLetters.CONFIRM_REF + "(\\d{1,18})");

    @PersistenceContext(unitName = "status")
    private EntityManager em;

    @Resource(lookup = "jdbc/status")
    private DataSource dataSource;

    @EJB
    private Subscribers self;

    @EJB
    private SubscriptionLetters letters;

    @EJB
    private NoticeRetention retention;

    @Resource
    private ManagedExecutorService executor;

    @Inject
    private AskingSources sources;

    @Inject
    private SignedRefs refs;

    @Inject
    private Clock clock;

    /**
     * Sends a link to the address: to confirm, or, where it is confirmed already, to what it is subscribed to, which stays as it is; the more were
     * asked for, the less often. That is done after the answer: how long the answer takes tells nothing about the address.
     *
     * @param source the network address that it is asked from, which is not kept
     * @return what ends when that is done, or has failed
     * @throws InvalidSubscription if the address or the choice cannot be used
     * @throws TooManySubscriptions if as many were asked for from there as may be within an hour
     */
    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    public CompletableFuture<Void> ask(String address, SubscriptionChoice choice, String source) {
        List<Problem> problems = new ArrayList<>();
        Optional<MailAddress> valid = MailAddress.of(address);
        if (valid.isEmpty()) {
            problems.add(new Problem("address", fault(address)));
        }
        problems.addAll(self.problems(choice));
        InvalidSubscription.refuse(problems);
        sources.ask(source);
        MailAddress known = valid.orElseThrow();
        return CompletableFuture.runAsync(() -> recordAfterAll(known, choice), executor);
    }

    private void recordAfterAll(MailAddress address, SubscriptionChoice choice) {
        try {
            try {
                self.record(address, choice);
            } catch (EJBException somebodyElseDidToo) {
                self.record(address, choice);
            }
        } catch (RuntimeException e) {
            LOG.log(Level.SEVERE, "a subscription that was asked for is lost", e);
        }
    }

    private static Fault fault(String address) {
        if (address.isBlank()) {
            return Fault.ADDRESS_MISSING;
        }
        return address.strip().length() > Recipient.ADDRESS_LENGTH ? Fault.ADDRESS_LONG : Fault.ADDRESS;
    }

    /** What is wrong with a choice. */
    public List<Problem> problems(SubscriptionChoice choice) {
        List<Problem> problems = new ArrayList<>();
        if (choice.topics().isEmpty()) {
            problems.add(new Problem("topics", Fault.TOPICS_MISSING));
        }
        if (!User.LANGUAGES.contains(choice.language())) {
            problems.add(new Problem("language", Fault.LANGUAGE));
        }
        if (!choice.everyServer() && choice.codes().isEmpty()) {
            problems.add(new Problem("servers", Fault.SERVERS_MISSING));
        } else if (!choice.everyServer()
                && servers(choice.codes()).size() < choice.codes().size()) {
            problems.add(new Problem("servers", Fault.NO_SUCH_SERVER));
        }
        return problems;
    }

    /** Fails where somebody else asks for the same address at once; the next try finds what that one left. */
    @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
    public void record(MailAddress address, SubscriptionChoice choice) {
        Instant now = clock.instant();
        Optional<Subscriber> known = em.createQuery(
                        "select s from Subscriber s where s.addressKey = :key", Subscriber.class)
                .setParameter("key", address.key())
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .getResultStream()
                .findFirst();
        Subscriber subscriber = known.orElseGet(() -> new Subscriber(address, now));
        if (!subscriber.isActive()) {
            if (subscriber.state() == SubscriberState.ENDED) {
                subscriber.askAgain(now);
            }
            subscriber.choose(choice.language(), choice.topics(), choice.everyServer(), servers(choice.codes()));
        }
        if (known.isEmpty()) {
            em.persist(subscriber);
        }
        if (subscriber.mayBeMailed(now)) {
            letters.write(subscriber, now);
        }
        em.flush();
    }

    /** Whom a link to confirm was sent to; empty for what is no such link, or for one that is no longer waiting for it. */
    public Optional<Subscriber> toConfirm(String token) {
        return find(token, CONFIRM_REF).filter(subscriber -> subscriber.state() != SubscriberState.ENDED);
    }

    /** The address is its owner's. Says the link to what they chose; empty as {@link #toConfirm}. */
    public Optional<String> confirm(String token) {
        Optional<Subscriber> subscriber = toConfirm(token);
        subscriber.ifPresent(one -> one.confirm(clock.instant()));
        return subscriber.map(one -> refs.token(Recipient.subscriber(one.id())));
    }

    /** Whose link that is; also one that ended, but not one that is not there any more. */
    public Optional<Subscriber> of(String token) {
        return find(token, REF);
    }

    /** True for what the site has sealed, whether that subscriber still is there or not. */
    public boolean isLink(String token) {
        return refs.ref(token).filter(ref -> REF.matcher(ref).matches()).isPresent();
    }

    /**
     * Says whether there was somebody to choose.
     *
     * @throws InvalidSubscription if the choice cannot be used
     */
    public boolean change(String token, SubscriptionChoice choice) {
        Optional<Subscriber> active = of(token).filter(Subscriber::isActive);
        if (active.isPresent()) {
            // a server that was taken out of service since stays chosen by whoever had it
            InvalidSubscription.refuse(problems(choice));
            active.get().choose(choice.language(), choice.topics(), choice.everyServer(), servers(choice.codes()));
        }
        return active.isPresent();
    }

    /** However often: whoever has left is out. False for what is no link. */
    public boolean unsubscribe(String token) {
        of(token).ifPresent(subscriber -> subscriber.end(SubscriptionEnd.SUBSCRIBER, clock.instant()));
        return isLink(token);
    }

    /** Mail to the address came back. */
    public void bounced(@Observes AddressBounced event) {
        number(event.ref(), REF)
                .map(id -> em.find(Subscriber.class, id))
                .ifPresent(subscriber -> subscriber.end(SubscriptionEnd.BOUNCE, clock.instant()));
    }

    /**
     * Forgets who never confirmed within seven days, and who left more than thirty days ago, and what was sent to them.
     *
     * @return how many
     */
    public int purge() {
        Instant now = clock.instant();
        List<Long> gone = Rows.query(
                        dataSource,
                        "select id from subscriber where state = 'PENDING' and created_at < ? and mailed_at < ?"
                                + " or state = 'ENDED' and ended_at < ? for update",
                        row -> row.getLong(1),
                        Rows.time(now.minus(UNCONFIRMED)),
                        Rows.time(now.minus(UNCONFIRMED)),
                        Rows.time(now.minus(ENDED)))
                .stream()
                .filter(id -> !isBeingMailed(id))
                .toList();
        gone.forEach(id -> retention.forget(Recipient.subscriber(id)));
        Rows.batch(
                dataSource, "delete from subscriber where id = ?", gone, (statement, id) -> Rows.bind(statement, id));
        return gone.size();
    }

    /** Then there is an address to forget later. */
    private boolean isBeingMailed(long id) {
        return !Rows.query(
                        dataSource,
                        "select 1 from notice where recipient_ref = ? and state = 'SENDING' fetch first 1 rows only",
                        row -> true,
                        Recipient.subscriber(id))
                .isEmpty();
    }

    /** Those that one can choose: clients depend on them, and they are in service. */
    public List<Server> choosable() {
        return em.createQuery(
                        "select s from Server s where s.visibility = :public and (s.retiredOn is null or s.retiredOn > :today)"
                                + " order by s.position, s.code",
                        Server.class)
                .setParameter("public", Visibility.PUBLIC)
                .setParameter("today", Rows.day(clock.instant()))
                .getResultList();
    }

    private List<Server> servers(Set<String> codes) {
        return codes.isEmpty()
                ? List.of()
                : em.createQuery(
                                "select s from Server s where s.visibility = :public and s.code in :codes order by s.position, s.code",
                                Server.class)
                        .setParameter("public", Visibility.PUBLIC)
                        .setParameter("codes", codes)
                        .getResultList();
    }

    private Optional<Subscriber> find(String token, Pattern pattern) {
        return refs.ref(token).flatMap(ref -> number(ref, pattern)).map(id -> em.find(Subscriber.class, id));
    }

    private static Optional<Long> number(String ref, Pattern pattern) {
        Matcher matcher = pattern.matcher(ref);
        return matcher.matches() ? Optional.of(Long.valueOf(matcher.group(1))) : Optional.empty();
    }
}
