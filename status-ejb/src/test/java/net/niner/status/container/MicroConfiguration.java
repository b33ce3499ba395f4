package net.niner.status.container;

import org.jboss.arquillian.container.spi.client.container.ContainerConfiguration;

/** Everything comes from system properties of the build. */
public class MicroConfiguration implements ContainerConfiguration {

    @Override
    public void validate() {
        // nothing can be configured
    }
}
