package net.niner.status.platform;

import java.io.File;
import org.eu.ingwar.tools.arquillian.extension.suite.annotations.ArquillianSuiteDeployment;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.spec.WebArchive;

/** The one deployment of this module's tests: the services as they ship, their libraries, and the tests. */
@ArquillianSuiteDeployment
public class ServicesDeployment {

    @Deployment
    public static WebArchive services() {
        WebArchive war = ShrinkWrap.create(WebArchive.class, "test.war")
                .addAsLibraries(new File(System.getProperty("status.test.module")))
                .addPackages(true, p -> p.get().contains("IT"), "net.niner.status");
        for (File library : new File(System.getProperty("status.test.libraries")).listFiles()) {
            war.addAsLibraries(library);
        }
        return war;
    }
}
