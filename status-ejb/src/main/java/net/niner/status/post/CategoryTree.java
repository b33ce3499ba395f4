package net.niner.status.post;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** All categories as they stand: each below the one that holds it, by name among its neighbours. */
public final class CategoryTree {

    /**
     * A category in its place.
     *
     * @param depth 0 for what stands below none
     * @param path the names from the top down
     * @param below the ids of itself and of all below it
     */
    public record Node(
            long id,
            String slug,
            String name,
            String parent,
            int version,
            int depth,
            List<String> path,
            List<Long> below) {

        /** @param parent slug of the one above, null for none */
        public Node {
            path = List.copyOf(path);
            below = List.copyOf(below);
        }

        /** The path in one line. */
        public String trail() {
            return String.join(" › ", path);
        }
    }

    private static final Comparator<Category> BY_NAME = Comparator.comparing(
                    (Category each) -> each.name().toLowerCase(Locale.ROOT))
            .thenComparing(Category::slug);

    private final List<Node> nodes = new ArrayList<>();

    private CategoryTree() {}

    public static CategoryTree of(List<Category> categories) {
        Map<Long, List<Category>> children = new HashMap<>();
        categories.stream().sorted(BY_NAME).forEach(each -> children.computeIfAbsent(
                        each.parent().map(Category::id).orElse(null), none -> new ArrayList<>())
                .add(each));
        CategoryTree tree = new CategoryTree();
        tree.hang(children, null, null, List.of());
        return tree;
    }

    /** Returns the ids of all that it hung up. */
    private List<Long> hang(Map<Long, List<Category>> children, Long parentId, String parent, List<String> above) {
        List<Long> all = new ArrayList<>();
        for (Category each : children.getOrDefault(parentId, List.of())) {
            List<String> path = new ArrayList<>(above);
            path.add(each.name());
            int place = nodes.size();
            nodes.add(null);
            List<Long> below = new ArrayList<>(List.of(each.id()));
            below.addAll(hang(children, each.id(), each.slug(), path));
            nodes.set(
                    place,
                    new Node(each.id(), each.slug(), each.name(), parent, each.version(), above.size(), path, below));
            all.addAll(below);
        }
        return all;
    }

    /** Each before those below it. */
    public List<Node> nodes() {
        return List.copyOf(nodes);
    }

    public Optional<Node> find(String slug) {
        return nodes.stream().filter(node -> node.slug().equals(slug)).findFirst();
    }

    /** Those directly below; below none for null. */
    public List<Node> children(String slug) {
        return nodes.stream()
                .filter(node -> Objects.equals(node.parent(), slug))
                .toList();
    }
}
