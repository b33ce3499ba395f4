package net.niner.status.batch.platform;

import java.io.File;
import org.eu.ingwar.tools.arquillian.extension.suite.annotations.ArquillianSuiteDeployment;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.spec.WebArchive;

/** The one deployment of this module's tests: the jobs as they ship, their libraries, and the tests. */
@ArquillianSuiteDeployment
public class JobsDeployment {

    @Deployment
    public static WebArchive jobs() {
        WebArchive war = ShrinkWrap.create(WebArchive.class, "test.war")
                .addAsLibraries(new File(System.getProperty("status.test.module")))
                .addPackages(true, p -> p.get().contains("IT"), "net.niner.status.batch")
                .addPackages(true, p -> p.get().contains("PermissionsIT"), "net.niner.status.account");
        for (File library : new File(System.getProperty("status.test.libraries")).listFiles()) {
            war.addAsLibraries(library);
        }
        return war;
    }
}
