package net.niner.status;

import static com.tngtech.archunit.core.domain.properties.CanBeAnnotated.Predicates.annotatedWith;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import jakarta.ejb.Singleton;
import jakarta.ejb.Stateless;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.util.Date;
import java.util.Set;
import java.util.stream.Collectors;
import net.niner.status.account.Allowed;
import net.niner.status.platform.Time;

/** The rules of the house that hold in this module. */
@AnalyzeClasses(packages = "net.niner.status", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {

    /** A feature may use those above it, never those below. */
    @ArchTest
    static final ArchRule featuresUseThoseAboveThem = layeredArchitecture()
            .consideringOnlyDependenciesInLayers()
            .layer("platform")
            .definedBy("net.niner.status.platform..")
            .layer("account")
            .definedBy("net.niner.status.account..")
            .optionalLayer("setting")
            .definedBy("net.niner.status.setting..")
            .layer("server")
            .definedBy("net.niner.status.server..")
            .layer("post")
            .definedBy("net.niner.status.post..")
            .layer("probe")
            .definedBy("net.niner.status.probe..")
            .layer("history")
            .definedBy("net.niner.status.history..")
            .optionalLayer("maintenance")
            .definedBy("net.niner.status.maintenance..")
            .optionalLayer("incident")
            .definedBy("net.niner.status.incident..")
            .layer("board")
            .definedBy("net.niner.status.board..")
            .whereLayer("board")
            .mayNotBeAccessedByAnyLayer()
            .whereLayer("incident")
            .mayOnlyBeAccessedByLayers("board")
            .whereLayer("maintenance")
            .mayOnlyBeAccessedByLayers("incident", "board")
            .whereLayer("history")
            .mayOnlyBeAccessedByLayers("maintenance", "incident", "board")
            .whereLayer("probe")
            .mayOnlyBeAccessedByLayers("history", "maintenance", "incident", "board")
            .whereLayer("post")
            .mayOnlyBeAccessedByLayers("maintenance", "incident", "board")
            .whereLayer("server")
            .mayOnlyBeAccessedByLayers("post", "probe", "history", "maintenance", "incident", "board")
            .whereLayer("setting")
            .mayOnlyBeAccessedByLayers("server", "post", "probe", "history", "maintenance", "incident", "board");

    @ArchTest
    static final ArchRule featuresFormNoCycle =
            slices().matching("net.niner.status.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule noPagesNoRestNoBatch = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("jakarta.faces..", "jakarta.ws.rs..", "jakarta.batch..", "jakarta.servlet..");

    @ArchTest
    static final ArchRule servicesAreStatelessAndConcrete = classes()
            .that()
            .areAnnotatedWith(Stateless.class)
            .should()
            .notBeInterfaces()
            .andShould()
            .haveSimpleNameNotEndingWith("Impl");

    /** What of accounts is open to whoever calls: before somebody has signed in, and for the other services. */
    private static final Set<String> OPEN = Set.of(
            "Accounts.*",
            "OneTimeLinks.*",
            "OperatorToken.*",
            "OwnerSetup.*",
            "SecondFactors.*",
            "Links.*",
            "SignIn.*",
            "ApiTokens.find",
            "Audit.record",
            "AuditSeals.seal",
            "UserSessions.begin",
            "UserSessions.endBySecret",
            "UserSessions.endOthersOf",
            "UserSessions.find");

    @ArchTest
    static final ArchRule whatOfAccountsIsOpenIsMeantToBe = methods()
            .that()
            .arePublic()
            .and()
            .areNotAnnotatedWith(Allowed.class)
            .and()
            .areDeclaredInClassesThat()
            .resideInAPackage("net.niner.status.account")
            .and()
            .areDeclaredInClassesThat(annotatedWith(Stateless.class).or(annotatedWith(Singleton.class)))
            .should()
            .haveFullNameMatching("("
                    + OPEN.stream()
                            .map(name ->
                                    ".*\\.account\\." + name.replace(".", "\\.").replace("*", "\\w+") + "\\(.*")
                            .collect(Collectors.joining("|"))
                    + ")");

    @ArchTest
    static final ArchRule timeComesFromTheClock = noClasses()
            .that()
            .doNotBelongToAnyOf(Time.class)
            .should()
            .callMethod(Instant.class, "now")
            .orShould()
            .callMethod(Clock.class, "systemUTC")
            .orShould()
            .callMethod(System.class, "currentTimeMillis")
            .orShould()
            .callConstructor(Date.class)
            .orShould()
            .callMethod(LocalDate.class, "now")
            .orShould()
            .callMethod(LocalDateTime.class, "now")
            .orShould()
            .callMethod(ZonedDateTime.class, "now")
            .orShould()
            .callMethod(OffsetDateTime.class, "now");

    @ArchTest
    static final ArchRule nobodyWritesToTheConsole = NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS;
}
