package net.niner.status.batch;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** The rules of the house that hold in this module. */
@AnalyzeClasses(packages = "net.niner.status.batch", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchRule jobsLeaveTheDatabaseToTheServices = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("jakarta.persistence..", "java.sql..", "javax.sql..");

    @ArchTest
    static final ArchRule jobsShowNothing =
            noClasses().should().dependOnClassesThat().resideInAnyPackage("jakarta.faces..", "jakarta.ws.rs..");

    @ArchTest
    static final ArchRule featuresFormNoCycle =
            slices().matching("net.niner.status.batch.(*)..").should().beFreeOfCycles();
}
