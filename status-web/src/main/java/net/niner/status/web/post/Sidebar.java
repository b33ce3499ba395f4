package net.niner.status.web.post;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import net.niner.status.post.CategoryTree;
import net.niner.status.post.PublishedPosts.MonthCount;
import net.niner.status.web.platform.Visitor;
import net.niner.status.web.platform.Words;

/** What stands beside every page for visitors, in their language. */
@Named
@RequestScoped
public class Sidebar {

    /** Older ones are counted by year. */
    private static final int MONTHS = 12;

    @Inject
    private Shelves shelves;

    @Inject
    private Visitor visitor;

    /**
     * A way to some posts.
     *
     * @param posts how many are there
     * @param depth how far down in the tree it is, 0 at the top
     */
    public record Way(String text, String href, int posts, int depth) {}

    public List<Label> getRecent() {
        return shelves.contents().recent().stream()
                .map(post -> new Label(post.title(), visitor.link(Paths.href(post.path()))))
                .toList();
    }

    /** The last months that have posts, then the years of the others. */
    public List<Way> getArchives() {
        List<MonthCount> months = shelves.contents().months();
        DateTimeFormatter format =
                DateTimeFormatter.ofPattern("LLLL yyyy", visitor.getLanguage().locale());
        List<Way> ways = new ArrayList<>();
        months.stream()
                .limit(MONTHS)
                .map(each -> new Way(
                        Words.capital(format.format(each.month())), visitor.link(path(each.month())), each.posts(), 0))
                .forEach(ways::add);
        Map<Integer, Integer> years = new TreeMap<>(Comparator.reverseOrder());
        months.stream().skip(MONTHS).forEach(each -> years.merge(each.month().getYear(), each.posts(), Integer::sum));
        years.keySet().forEach(year -> ways.add(new Way(year.toString(), visitor.link("/" + year), whole(year), 0)));
        return ways;
    }

    /** Those with posts, and those above them. */
    public List<Way> getCategories() {
        Shelves.Contents contents = shelves.contents();
        return contents.tree().nodes().stream()
                .filter(node -> contents.counts().getOrDefault(node.id(), 0) > 0)
                .map(node -> way(node, contents.counts().get(node.id())))
                .toList();
    }

    /** The most used ones, by name. */
    public List<Way> getTags() {
        return shelves.contents().tags().stream()
                .map(tag -> new Way(tag.name(), visitor.link(Paths.href("/tag/" + tag.slug())), tag.posts(), 0))
                .sorted(Comparator.comparing(Way::text, String.CASE_INSENSITIVE_ORDER))
                .toList();
    }

    private Way way(CategoryTree.Node node, int posts) {
        return new Way(node.name(), visitor.link(Paths.href("/category/" + node.slug())), posts, node.depth());
    }

    /** The page of a year has all its posts, also those of months that are listed by themselves. */
    private int whole(int year) {
        return shelves.contents().months().stream()
                .filter(each -> each.month().getYear() == year)
                .mapToInt(MonthCount::posts)
                .sum();
    }

    private static String path(YearMonth month) {
        return "/%04d/%02d".formatted(month.getYear(), month.getMonthValue());
    }
}
