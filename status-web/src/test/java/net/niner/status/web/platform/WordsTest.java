package net.niner.status.web.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.niner.status.account.AccountRefusal;
import net.niner.status.account.Permission;
import net.niner.status.account.UserRole;
import net.niner.status.account.UserState;
import net.niner.status.batch.platform.Job;
import net.niner.status.batch.platform.JobStatus;
import net.niner.status.billing.ImportDateFormat;
import net.niner.status.billing.ImportSource;
import net.niner.status.billing.ImportUpload;
import net.niner.status.billing.InvalidBilling;
import net.niner.status.billing.InvalidPolicy;
import net.niner.status.billing.InvalidRun;
import net.niner.status.billing.InvoiceState;
import net.niner.status.billing.RegisterChange;
import net.niner.status.billing.RunClient;
import net.niner.status.billing.RunState;
import net.niner.status.billing.ServiceKind;
import net.niner.status.billing.ServiceState;
import net.niner.status.board.Observed;
import net.niner.status.history.Span;
import net.niner.status.incident.FollowUpState;
import net.niner.status.incident.IncidentState;
import net.niner.status.incident.InvalidFollowUp;
import net.niner.status.incident.InvalidIncident;
import net.niner.status.incident.InvalidPostMortem;
import net.niner.status.incident.PostMortemState;
import net.niner.status.incident.ProposalKind;
import net.niner.status.incident.Standing;
import net.niner.status.incident.TimelineSource;
import net.niner.status.maintenance.InvalidMaintenance;
import net.niner.status.maintenance.MaintenanceState;
import net.niner.status.notice.AlertSeverity;
import net.niner.status.notice.Audience;
import net.niner.status.notice.InvalidMailSetup;
import net.niner.status.notice.InvalidSubscription;
import net.niner.status.notice.MailSecurity;
import net.niner.status.notice.NoticeKind;
import net.niner.status.notice.NoticeState;
import net.niner.status.notice.SubscriberState;
import net.niner.status.notice.SubscriptionEnd;
import net.niner.status.notice.Topic;
import net.niner.status.post.InvalidCategory;
import net.niner.status.post.InvalidPicture;
import net.niner.status.post.InvalidPost;
import net.niner.status.post.PostFormat;
import net.niner.status.post.PostState;
import net.niner.status.probe.CheckDraft;
import net.niner.status.probe.Fault;
import net.niner.status.probe.ImportReport;
import net.niner.status.probe.Kind;
import net.niner.status.probe.Outcome;
import net.niner.status.probe.Phase;
import net.niner.status.server.DeclaredStatus;
import net.niner.status.server.InvalidServer;
import net.niner.status.server.Role;
import net.niner.status.server.Visibility;
import net.niner.status.setting.Field;
import net.niner.status.web.desk.DeskItem;
import net.niner.status.web.notice.Show;
import net.niner.status.web.probe.FieldRow;
import net.niner.status.web.settings.Age;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class WordsTest {

    /** Keys that are put together: what comes before an enum's constant, and what comes after a word of their own. */
    private static final Set<String> PUT_TOGETHER = Stream.of(
                    keys("role.", Role.values()),
                    keys("subscribe.topic.", Topic.values()),
                    keys("subscribe.severity.", AlertSeverity.values()),
                    keys("subscribe.wrong.", InvalidSubscription.Fault.values()),
                    keys("status.", DeclaredStatus.values()),
                    keys("guide.status.", DeclaredStatus.values()),
                    keys("ping.", Outcome.values()),
                    keys("guide.ping.", Outcome.values()),
                    keys("seen.only.", Outcome.values()),
                    keys("unknown.", Observed.Reason.values()),
                    keys("desk.urgency.", DeskItem.Urgency.values()),
                    Stream.of("down", "answers", "slow", "stale").map("desk."::concat),
                    keys("account.role.", UserRole.values()),
                    keys("account.role.what.", UserRole.values()),
                    keys("account.state.", UserState.values()),
                    keys("account.permission.", Permission.values()),
                    keys("account.refused.", AccountRefusal.values()),
                    keys("server.visibility.", Visibility.values()),
                    keys("server.fault.", InvalidServer.Fault.values()),
                    keys("post.state.", PostState.values()),
                    keys("post.format.", PostFormat.values()),
                    keys("post.fault.", InvalidPost.Fault.values()),
                    keys("post.picture.fault.", InvalidPicture.Fault.values()),
                    keys("post.category.fault.", InvalidCategory.Fault.values()),
                    keys("probe.kind.", Kind.values()),
                    keys("probe.proves.", Kind.values()),
                    keys("probe.phase.", Phase.values()),
                    keys("probe.span.", Span.values()),
                    keys("probe.action.", ImportReport.Action.values()),
                    keys("probe.fault.", Fault.values()),
                    fields(),
                    keys("jobs.about.", Job.values()),
                    keys("jobs.status.", JobStatus.values()),
                    Stream.of(Job.values())
                            .flatMap(job -> job.parameters().stream())
                            .flatMap(parameter -> Stream.concat(
                                    Stream.of("jobs.parameter." + parameter.name()),
                                    parameter.choices().stream().map("jobs.choice."::concat))),
                    keys("maintenance.state.", MaintenanceState.values()),
                    keys("maintenance.fault.", InvalidMaintenance.Fault.values()),
                    keys("incident.state.", IncidentState.values()),
                    keys("incident.proposal.", ProposalKind.values()),
                    keys("incident.fault.", InvalidIncident.Fault.values()),
                    keys("followup.standing.", Standing.values()),
                    keys("followup.standing.low.", Standing.values()),
                    keys("followup.state.", FollowUpState.values()),
                    keys("followup.source.", TimelineSource.values()),
                    keys("followup.pm.state.", PostMortemState.values()),
                    keys("followup.pm.fault.", InvalidPostMortem.Fault.values()),
                    keys("followup.fault.", InvalidFollowUp.Fault.values()),
                    keys("billingimport.source.", ImportSource.values()),
                    keys("billingimport.format.", ImportDateFormat.values()),
                    keys("billingimport.state.", ImportUpload.State.values()),
                    keys("billingimport.action.", RegisterChange.Action.values()),
                    keys("billing.state.", RunState.values()),
                    keys("billing.standing.", RunClient.Standing.values()),
                    keys("billing.kind.", ServiceKind.values()),
                    keys("billing.service.state.", ServiceState.values()),
                    keys("billing.invoice.", InvoiceState.values()),
                    keys("billing.fault.", InvalidBilling.Fault.values()),
                    keys("billing.run.fault.", InvalidRun.Fault.values()),
                    keys("billing.policy.fault.", InvalidPolicy.Fault.values()),
                    keys("settings.field.", Field.values()),
                    keys("settings.fault.", net.niner.status.setting.Fault.values()),
                    keys("settings.unit.", Age.Unit.values()),
                    keys("outbox.show.", Show.values()),
                    keys("outbox.none.", Show.values()),
                    keys("outbox.state.", NoticeState.values()),
                    keys("outbox.means.", NoticeState.values()),
                    keys("outbox.kind.", NoticeKind.values()),
                    keys("outbox.when.", NoticeKind.values()),
                    keys("outbox.audience.", Audience.values()),
                    keys("outbox.subscriber.", SubscriberState.values()),
                    keys("outbox.topic.", Topic.values()),
                    keys("outbox.ended.", SubscriptionEnd.values()),
                    keys("outbox.security.", MailSecurity.values()),
                    keys("outbox.fault.", InvalidMailSetup.Fault.values()),
                    Stream.of("DEGRADED", "PARTIAL_OUTAGE", "MAJOR_OUTAGE", "MAINTENANCE")
                            .map("headline.declared."::concat),
                    Stream.of("undeclared", "answers", "down").map(note -> "note." + note + ".since"),
                    ErrorPage.EXPLAINED.stream()
                            .flatMap(code -> Stream.of("error." + code + ".title", "error." + code + ".advice")))
            .flatMap(group -> group)
            .collect(Collectors.toSet());

    /** A text is asked for by its whole key, or is one of those that are put together. */
    private static final Pattern LITERAL = Pattern.compile(
            "(?:words(?:\\(\\))?\\s*\\.of|visitor\\s*\\.(?:text|format))\\(\\s*[\"']([a-z]+(?:\\.[a-zA-Z0-9_-]+)*)[\"']\\s*[,)+]"
                    + "|[\"']((?:" + String.join("|", Words.BUNDLES)
                    + ")(?!\\.(?:css|js)\\b)(?:\\.[a-zA-Z0-9_-]+)+)[\"']");

    @ParameterizedTest
    @MethodSource("bundles")
    void bothLanguagesSayTheSameThings(String bundle) throws IOException {
        assertThat(read(bundle + "_fr").stringPropertyNames())
                .containsExactlyInAnyOrderElementsOf(read(bundle).stringPropertyNames());
    }

    @ParameterizedTest
    @MethodSource("bundles")
    void aFeaturesTextsBeginWithItsName(String bundle) throws IOException {
        if (!bundle.equals("messages")) {
            assertThat(read(bundle).stringPropertyNames()).allMatch(key -> key.startsWith(bundle + "."));
        }
    }

    @Test
    void aContrastIsWrittenAsTheReaderWritesNumbers() {
        assertThat(Words.in(Language.EN).of("settings.fault.TOO_FAINT", 4.4)).contains("4.4 to 1");
        assertThat(Words.in(Language.FR).of("settings.fault.TOO_FAINT", 4.4)).contains("4,4 à 1");
    }

    @Test
    void everyTextThatIsAskedForIsThereAndNoOther() throws IOException {
        Set<String> used = new TreeSet<>(PUT_TOGETHER);
        try (Stream<Path> files = Files.walk(Path.of("src/main"))) {
            for (Path file :
                    files.filter(f -> f.toString().matches(".*\\.(java|xhtml)")).toList()) {
                LITERAL.matcher(Files.readString(file))
                        .results()
                        .map(m -> m.group(1) == null ? m.group(2) : m.group(1))
                        .forEach(used::add);
            }
        }
        Set<String> known = english().stringPropertyNames();
        used.removeIf(
                key -> !known.contains(key) && PUT_TOGETHER.stream().anyMatch(whole -> whole.startsWith(key + ".")));

        assertThat(known).containsExactlyInAnyOrderElementsOf(used);
    }

    @Test
    void everyTextIsAFormatWithTheSamePlacesInBothLanguages() throws IOException {
        Properties english = english();
        Properties french = all("_fr");

        for (String key : english.stringPropertyNames()) {
            if (key.equals("system")) {
                continue; // a role stands before the code in English, and after it, in brackets, in French
            }
            assertThat(places(french.getProperty(key))).as(key).isEqualTo(places(english.getProperty(key)));
            assertThat(english.getProperty(key) + french.getProperty(key))
                    .as(key)
                    .doesNotContain("'");
        }
    }

    @Test
    void pluralsAgree() {
        assertThat(Words.in(Language.EN).of("seen.unchecked", 1)).isEqualTo("One other has no check yet.");
        assertThat(Words.in(Language.EN).of("seen.unchecked", 9)).isEqualTo("9 others have no check yet.");
        assertThat(Words.in(Language.EN).of("seen.answering", 0, 4)).startsWith("None of the 4");
        assertThat(Words.in(Language.EN).of("seen.answering", 1, 4)).startsWith("One of the 4");
        assertThat(Words.in(Language.EN).of("seen.answering", 3, 4)).startsWith("3 of the 4");
        assertThat(Words.in(Language.FR).of("seen.unchecked", 1)).isEqualTo("Un autre n’est pas encore contrôlé.");
        assertThat(Words.in(Language.FR).of("seen.unchecked", 9)).isEqualTo("9 autres ne sont pas encore contrôlés.");
    }

    private static Set<Integer> places(String text) {
        new MessageFormat(text);
        return Pattern.compile("\\{(\\d)")
                .matcher(text)
                .results()
                .map(m -> Integer.valueOf(m.group(1)))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    static List<String> bundles() {
        return Words.BUNDLES;
    }

    private static Properties english() throws IOException {
        return all("");
    }

    private static Properties all(String ending) throws IOException {
        Properties together = new Properties();
        for (String bundle : Words.BUNDLES) {
            together.putAll(read(bundle + ending));
        }
        return together;
    }

    private static Properties read(String name) throws IOException {
        Properties properties = new Properties();
        try (InputStream in = Words.class.getResourceAsStream("/net/niner/status/web/" + name + ".properties")) {
            properties.load(new InputStreamReader(in, StandardCharsets.UTF_8));
        }
        return properties;
    }

    private static Stream<String> fields() {
        return Stream.concat(
                        Stream.of(Kind.values())
                                .flatMap(kind -> kind.settings().stream().map(name -> FieldRow.wordsOf(kind, name))),
                        Stream.concat(Stream.of("name"), CheckDraft.RULES.stream())
                                .map(FieldRow::wordsOf))
                .flatMap(words -> Stream.of(words, words + ".help"));
    }

    private static Stream<String> keys(String prefix, Enum<?>[] constants) {
        return Stream.of(constants).map(constant -> prefix + constant.name());
    }
}
