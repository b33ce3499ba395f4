package net.niner.status.web.post;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import net.niner.status.post.Pictures;
import net.niner.status.web.platform.Visitor;

/** The bodies of posts as pages show them: the same for visitors and for who writes. */
@ApplicationScoped
public class Bodies {

    private static final Pattern PICTURE = Pattern.compile("^/media/(\\d{1,18})-");

    @EJB
    private Pictures pictures;

    @Inject
    private Visitor visitor;

    /** @param html safe to show */
    public String forPage(String html) {
        return forPage(html, Body.BELOW_TITLE);
    }

    /**
     * @param html safe to show
     * @param highest the level of its first heading: one below that under which it stands
     */
    public String forPage(String html, int highest) {
        return Body.forPage(html, highest, visitor.text("blog.table"), this::size);
    }

    private Optional<Body.Size> size(String address) {
        Matcher picture = PICTURE.matcher(address);
        return picture.find()
                ? pictures.find(Long.parseLong(picture.group(1)))
                        .map(found -> new Body.Size(found.width(), found.height()))
                : Optional.empty();
    }
}
