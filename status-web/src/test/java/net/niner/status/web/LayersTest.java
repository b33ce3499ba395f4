package net.niner.status.web;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.dependencies.SlicesRuleDefinition;

@AnalyzeClasses(packages = "net.niner.status.web", importOptions = ImportOption.DoNotIncludeTests.class)
class LayersTest {

    private static final DescribedPredicate<JavaClass> BATCH_INSIDE = DescribedPredicate.describe(
            "anything of the jobs but Jobs, its results and its refusals",
            type -> type.getPackageName().startsWith("net.niner.status.batch")
                    && !type.getPackageName().equals("net.niner.status.batch.platform"));

    @ArchTest
    static final ArchRule pagesAskServicesNotTheDatabase = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("jakarta.persistence..", "java.sql..", "javax.sql..", "org.flywaydb..");

    @ArchTest
    static final ArchRule jobsAreReachedThroughJobsOnly =
            noClasses().should().dependOnClassesThat().resideInAPackage("jakarta.batch..");

    @ArchTest
    static final ArchRule ofTheJobsOnlyJobsIsUsed = noClasses().should().dependOnClassesThat(BATCH_INSIDE);

    /** They ask nobody for a permission: those who call them have done so. */
    @ArchTest
    static final ArchRule whatAccountsKeepToThemselvesIsLeftAlone = noClasses()
            .should()
            .dependOnClassesThat()
            .haveNameMatching("net\\.niner\\.status\\.account\\.(Accounts|OneTimeLinks|Passwords|SecondFactors)");

    @ArchTest
    static final ArchRule featuresFormNoCycle = SlicesRuleDefinition.slices()
            .matching("net.niner.status.web.(*)..")
            .should()
            .beFreeOfCycles();
}
