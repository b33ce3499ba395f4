package net.niner.status.platform;

import java.nio.file.Path;
import org.eclipse.microprofile.config.spi.Converter;

/** Lets a setting be a path: the server's configuration knows none. */
public class PathConverter implements Converter<Path> {

    private static final long serialVersionUID = 1;

    @Override
    public Path convert(String value) {
        return Path.of(value);
    }
}
