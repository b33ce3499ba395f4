package net.niner.status.web.post;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import net.niner.status.post.CategoryTree;
import net.niner.status.post.PublishedPosts;
import net.niner.status.server.Server;
import net.niner.status.server.Servers;
import net.niner.status.web.platform.Address;
import net.niner.status.web.platform.Visitor;

/** Of which posts an address speaks. */
@RequestScoped
public class Subjects {

    /** Those of the blog that was, in which every incident's posts are. */
    static final String INCIDENTS = "incidents";

    @EJB
    private PublishedPosts posts;

    @EJB
    private Servers servers;

    @Inject
    private Shelves shelves;

    @Inject
    private Visitor visitor;

    /** Empty where there is nothing of that name. */
    public Optional<Subject> of(Address address) {
        if (address.part("category").isPresent()) {
            return category(address.part("category").get());
        }
        if (address.part("tag").isPresent()) {
            return tag(address.part("tag").get());
        }
        if (address.part("server").isPresent()) {
            return server(address.part("server").get());
        }
        if (address.part("year").isPresent()) {
            return days(address);
        }
        return Optional.of(new Subject(visitor.text("blog.all"), "/", true, PublishedPosts::latest));
    }

    /** @param named the slug alone, or behind those of the categories above it */
    private Optional<Subject> category(String named) {
        String last = named.substring(named.lastIndexOf('/') + 1);
        CategoryTree tree = shelves.contents().tree();
        return Paths.spellings(last).stream()
                .flatMap(slug -> tree.find(slug).stream())
                .findFirst()
                .map(node -> new Subject(
                        node.name(),
                        Paths.href("/category/" + node.slug()),
                        true,
                        (from, first, most) -> from.inCategories(node.below(), first, most)));
    }

    /** Of incidents, also while nobody has made that category. */
    Subject incidents() {
        return category(INCIDENTS)
                .map(known -> new Subject(visitor.text("blog.incidents"), "/history", true, known.source()))
                .orElseGet(() -> new Subject(
                        visitor.text("blog.incidents"),
                        "/history",
                        true,
                        (from, first, most) -> from.inCategories(List.of(), first, most)));
    }

    private Optional<Subject> tag(String named) {
        return Paths.spellings(named).stream()
                .flatMap(slug -> posts.tag(slug).stream())
                .findFirst()
                .map(tag -> new Subject(
                        visitor.format("blog.tagged", tag.name()),
                        Paths.href("/tag/" + tag.slug()),
                        true,
                        (from, first, most) -> from.tagged(tag.slug(), first, most)));
    }

    private Optional<Subject> server(String code) {
        return servers.find(code)
                .map(Server::code)
                .map(known -> new Subject(
                        visitor.format("blog.about", known),
                        "/systems/" + known,
                        true,
                        (from, first, most) -> from.about(known, first, most)));
    }

    private Optional<Subject> days(Address address) {
        String month = address.part("month").orElse(null);
        String day = address.part("day").orElse(null);
        return Dates.of(address.part("year").orElseThrow(), month, day)
                .map(dates -> new Subject(
                        dates.text(visitor.getLanguage().locale()),
                        "/" + address.part("year").orElseThrow() + (month == null ? "" : "/" + month)
                                + (day == null ? "" : "/" + day),
                        false,
                        (from, first, most) -> from.between(dates.from(), dates.until(), first, most)));
    }
}
