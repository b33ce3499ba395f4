package net.niner.status.notice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import jakarta.annotation.Resource;
import jakarta.ejb.EJB;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import javax.sql.DataSource;
import net.niner.status.account.Actor;
import net.niner.status.account.Caller;
import net.niner.status.account.Forbidden;
import net.niner.status.account.Permission;
import net.niner.status.notice.InvalidSubscription.Fault;
import net.niner.status.platform.Rows;
import net.niner.status.server.Role;
import net.niner.status.server.ServerChanges;
import net.niner.status.server.ServerDraft;
import net.niner.status.server.Servers;
import net.niner.status.server.Visibility;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Subscriptions from the form to the end, through the database. */
@ExtendWith(ArquillianExtension.class)
class SubscribersIT {

    @EJB
    private Subscribers subscribers;

    @EJB
    private SubscriberDesk desk;

    @EJB
    private ServerChanges serverChanges;

    @EJB
    private Servers servers;

    @EJB
    private NoticeRetention retention;

    @Inject
    private SignedRefs refs;

    @Inject
    private SubscriberJudge judge;

    @Inject
    private Event<AddressBounced> bounced;

    @Resource
    private ManagedExecutorService executor;

    @Resource(lookup = "jdbc/status")
    private DataSource dataSource;

    private static int source;

    @BeforeEach
    void actAsAPerson() {
        Caller.bind(new Actor(null, "ann@example.org", "192.0.2.7", Set.of(Permission.values())));
        if (servers.find("SUB-1").isEmpty()) {
            add("SUB-1", Visibility.PUBLIC);
            add("SUB-INT", Visibility.INTERNAL);
        }
    }

    @AfterEach
    void actAsNobody() {
        Caller.forget();
    }

    @Test
    void aSubscriptionIsAskedForConfirmedChangedAndEnded() {
        ask("Paula@CLIENT.example", choice(false, "SUB-1"));
        long id = id("paula@client.example");
        assertThat(letters(id)).containsExactly("Paula@client.example confirm QUEUED");
        String confirm = refs.token("confirm:" + id);
        assertThat(subscribers.toConfirm(confirm).orElseThrow().state()).isEqualTo(SubscriberState.PENDING);
        assertThat(subscribers.of(refs.token("subscriber:" + id)).orElseThrow().isActive())
                .isFalse();

        String manage = subscribers.confirm(confirm).orElseThrow();
        assertThat(subscribers.confirm(confirm)).contains(manage);
        Subscriber active = subscribers.of(manage).orElseThrow();
        assertThat(active.isActive()).isTrue();
        assertThat(active.choice()).isEqualTo(choice(false, "SUB-1"));

        SubscriptionChoice less = new SubscriptionChoice("fr", Set.of(Topic.BILLING), true, Set.of());
        assertThat(subscribers.change(manage, less)).isTrue();
        assertThat(subscribers.of(manage).orElseThrow().choice()).isEqualTo(less);

        assertThat(subscribers.unsubscribe(manage)).isTrue();
        assertThat(subscribers.unsubscribe(manage)).isTrue();
        assertThat(subscribers.of(manage).orElseThrow().endedBy()).contains(SubscriptionEnd.SUBSCRIBER);
        assertThat(subscribers.toConfirm(confirm))
                .as("an old link brings nobody back")
                .isEmpty();
        assertThat(subscribers.confirm(confirm)).isEmpty();
        assertThat(subscribers.change(manage, less)).isFalse();
    }

    @Test
    void whoIsKnownGetsTheirLinkAndNothingChangesAndNobodyIsFlooded() {
        ask("known@client.example", choice(true));
        long id = id("known@client.example");
        ask("known@client.example", choice(true));
        assertThat(letters(id)).hasSize(1);
        subscribers.confirm(refs.token("confirm:" + id));
        ask("KNOWN@client.example", choice(false, "SUB-1"));
        assertThat(letters(id)).hasSize(1);

        pass(id, 1);
        ask("KNOWN@client.example", choice(false, "SUB-1"));
        assertThat(letters(id))
                .containsExactly("known@client.example confirm QUEUED", "known@client.example manage QUEUED");
        assertThat(subscribers.of(refs.token("subscriber:" + id)).orElseThrow().choice())
                .isEqualTo(choice(true));
        assertThat(judge(id, "confirm", 1)).isInstanceOf(Judgement.Cancel.class);
        assertThat(judge(id, "manage", 2)).isEqualTo(Judgement.SEND);

        subscribers.unsubscribe(refs.token("subscriber:" + id));
        pass(id, 1);
        ask("known@client.example", choice(false, "SUB-1"));
        assertThat(letters(id)).as("twice as long for the next").hasSize(2);
        pass(id, 2);
        ask("known@client.example", choice(false, "SUB-1"));
        assertThat(letters(id)).hasSize(3);
        assertThat(subscribers.of(refs.token("subscriber:" + id)).orElseThrow().state())
                .isEqualTo(SubscriberState.PENDING);
    }

    @Test
    void whatCannotBeUsedIsRefusedFieldByField() {
        assertThat(catchThrowableOfType(
                                InvalidSubscription.class,
                                () -> subscribers.ask(
                                        "nobody", new SubscriptionChoice("xx", Set.of(), false, Set.of()), "s"))
                        .problems())
                .extracting(InvalidSubscription.Problem::fault)
                .containsExactly(Fault.ADDRESS, Fault.TOPICS_MISSING, Fault.LANGUAGE, Fault.SERVERS_MISSING);
        assertThat(catchThrowableOfType(
                                InvalidSubscription.class,
                                () -> subscribers.ask("a@client.example", choice(false, "SUB-1", "SUB-INT"), "s"))
                        .problems())
                .extracting(InvalidSubscription.Problem::fault)
                .containsExactly(Fault.NO_SUCH_SERVER);
        assertThat(subscribers.choosable())
                .extracting(server -> server.code())
                .contains("SUB-1")
                .doesNotContain("SUB-INT");
        for (int i = 0; i < AskingSources.AN_HOUR; i++) {
            subscribers.ask("many" + i + "@client.example", choice(true), "198.51.100.9");
        }
        assertThatThrownBy(() -> subscribers.ask("many@client.example", choice(true), "198.51.100.9"))
                .isInstanceOf(TooManySubscriptions.class);
    }

    @Test
    void linksAreForWhatTheySay() {
        ask("links@client.example", choice(true));
        long id = id("links@client.example");
        String confirm = refs.token("confirm:" + id);
        assertThat(subscribers.of(confirm)).isEmpty();
        assertThat(subscribers.unsubscribe(confirm)).isFalse();
        assertThat(subscribers.toConfirm(refs.token("subscriber:" + id))).isEmpty();
        assertThat(subscribers.toConfirm("AAAA")).isEmpty();
        assertThat(subscribers.isLink(refs.token("client:1"))).isFalse();
    }

    @Test
    void whoNeverConfirmsAndWhoLeftIsForgotten() {
        ask("late@client.example", choice(true));
        ask("left@client.example", choice(false, "SUB-1"));
        long late = id("late@client.example");
        long left = id("left@client.example");
        subscribers.unsubscribe(refs.token("subscriber:" + left));
        subscribers.purge();
        assertThat(exists(late) && exists(left)).isTrue();
        Rows.update(
                dataSource,
                "update subscriber set created_at = ? where id = ?",
                Rows.time(Instant.now().minus(Duration.ofDays(7)).minusSeconds(1)),
                late);
        subscribers.purge();
        assertThat(exists(late)).as("seven days after the last mail").isTrue();
        pass(late, 168);
        Rows.update(
                dataSource,
                "update subscriber set ended_at = ? where id = ?",
                Rows.time(Instant.now().minus(Duration.ofDays(31))),
                left);
        assertThat(subscribers.purge()).isGreaterThanOrEqualTo(2);
        assertThat(exists(late) || exists(left)).isFalse();
        assertThat(letters(late)).containsExactly("null confirm CANCELLED");
        assertThat(letters(left)).containsExactly("null confirm CANCELLED");
        assertThat(subscribers.confirm(refs.token("confirm:" + late))).isEmpty();
        assertThat(subscribers.unsubscribe(refs.token("subscriber:" + left))).isTrue();
    }

    @Test
    void whatWasSentToSubscribersIsForgottenAfterAMonthAndDeletedAfterAYear() {
        ask("month@client.example", choice(true));
        long id = id("month@client.example");
        Rows.update(dataSource, "update notice set state = 'SENT' where recipient_ref = ?", "subscriber:" + id);
        age(id, 29);
        retention.forget(1000);
        assertThat(letters(id)).containsExactly("month@client.example confirm SENT");
        age(id, 31);
        retention.forget(1000);
        assertThat(letters(id)).containsExactly("null confirm SENT");
        age(id, 420);
        retention.delete(1000);
        assertThat(letters(id)).hasSize(1);
        age(id, 440);
        Rows.update(
                dataSource,
                "insert into notice_event (notice_id, happened_at, state, what, who)"
                        + " select id, created_at, 'SENT', '', '' from notice where recipient_ref = ?",
                "subscriber:" + id);
        assertThat(retention.delete(1000)).isPositive();
        assertThat(letters(id)).isEmpty();
    }

    private void age(long id, int days) {
        Rows.update(
                dataSource,
                "update notice set created_at = ? where recipient_ref = ?",
                Rows.time(Instant.now().minus(Duration.ofDays(days))),
                "subscriber:" + id);
    }

    @Test
    void twoWhoAskAtOnceAreOneSubscriberAndOneMail() {
        Stream.of(1, 2, 3, 4)
                .map(i -> CompletableFuture.runAsync(() -> ask("atonce@client.example", choice(true)), executor))
                .toList()
                .forEach(CompletableFuture::join);
        assertThat(letters(id("atonce@client.example"))).hasSize(1);
    }

    @Test
    void mailThatComesBackEndsASubscriptionAndTheDeskSeesIt() {
        ask("bounces@client.example", choice(true));
        long id = id("bounces@client.example");
        subscribers.confirm(refs.token("confirm:" + id));
        bounced.fire(new AddressBounced("client:" + id));
        assertThat(subscribers.of(refs.token("subscriber:" + id)).orElseThrow().isActive())
                .isTrue();
        bounced.fire(new AddressBounced("subscriber:" + id));
        assertThat(desk.find("BOUNCES@", SubscriberState.ENDED, 0, 10).rows())
                .singleElement()
                .satisfies(one -> assertThat(one.endedBy()).contains(SubscriptionEnd.BOUNCE));
        assertThat(desk.find("bounces%", null, 0, 10).total()).isZero();
        assertThat(desk.counts().get(SubscriberState.ENDED)).isPositive();
        Caller.bind(new Actor(null, "eve@example.org", null, Set.of(Permission.READ)));
        assertThatThrownBy(() -> desk.find("", null, 0, 10)).isInstanceOf(Forbidden.class);
    }

    private Judgement judge(long id, String stage, int revision) {
        String ref = "subscriber:" + id;
        NoticeKey key = new NoticeKey(NoticeKind.CONFIRM_SUBSCRIPTION, ref, ref, stage, revision);
        return judge.judge(key, "any@client.example", Instant.now());
    }

    private void ask(String address, SubscriptionChoice choice) {
        subscribers.ask(address, choice, "test " + source++).join();
    }

    private static SubscriptionChoice choice(boolean all, String... codes) {
        return new SubscriptionChoice("en", EnumSet.of(Topic.INCIDENTS, Topic.MAINTENANCE), all, Set.of(codes));
    }

    private void pass(long id, int hours) {
        Rows.update(
                dataSource,
                "update subscriber set mailed_at = ? where id = ?",
                Rows.time(Instant.now().minus(Duration.ofHours(hours).plusMinutes(1))),
                id);
    }

    private long id(String key) {
        return Rows.query(dataSource, "select id from subscriber where address_key = ?", row -> row.getLong(1), key)
                .get(0);
    }

    private boolean exists(long id) {
        return !Rows.query(dataSource, "select id from subscriber where id = ?", row -> row.getLong(1), id)
                .isEmpty();
    }

    private List<String> letters(long id) {
        return Rows.query(
                dataSource,
                "select address, stage, state from notice where recipient_ref = ? and kind = 'CONFIRM_SUBSCRIPTION' order by id",
                row -> row.getString(1) + " " + row.getString(2) + " " + row.getString(3),
                "subscriber:" + id);
    }

    private void add(String code, Visibility visibility) {
        serverChanges.add(new ServerDraft(code, "Perth", "AU", Role.OTHER, visibility, null, null));
    }
}
