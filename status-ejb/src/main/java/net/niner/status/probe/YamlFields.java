package net.niner.status.probe;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/** The fields of one mapping of a YAML file, read one by one; whatever is wrong is noted with its line and place, and reading goes on. */
final class YamlFields {

    /** No setting goes deeper than a map in the mapping; aliases could make it go on without end. */
    private static final int DEEPEST = 4;

    private final String path;
    private final Node node;
    private final Map<String, Node> fields = new LinkedHashMap<>();
    private final Map<String, Node> keys = new LinkedHashMap<>();
    private final Set<String> known = new HashSet<>();
    private final List<Problem> problems;

    /** @param path where the mapping stands, as in {@code servers[0]}; empty at the top */
    YamlFields(String path, Node node, List<Problem> problems) {
        this.path = path;
        this.node = node;
        this.problems = problems;
        if (node instanceof MappingNode mapping) {
            mapping.getValue().forEach(this::field);
        } else {
            note(node, path, "must be a list of fields, each as name: value");
        }
    }

    int line() {
        return node.getStartMark().getLine() + 1;
    }

    /** The value as text; null, and a problem, where it is missing. */
    String required(String name) {
        String text = text(name);
        if (text == null && node instanceof MappingNode && !(fields.get(name) instanceof MappingNode)) {
            note(node, place(name), "is missing");
        }
        return text;
    }

    /** The value as text; null where it is missing or empty. */
    String text(String name) {
        Node value = value(name);
        if (value == null || Tag.NULL.equals(value.getTag())) {
            return null;
        }
        if (value instanceof ScalarNode scalar) {
            return scalar.getValue().strip();
        }
        note(value, place(name), "must be a single value");
        return null;
    }

    /** The value as read by {@code reader}, or {@code otherwise} where it is missing or wrong. */
    <T> T read(String name, T otherwise, Function<String, T> reader) {
        String text = text(name);
        return text == null ? otherwise : convert(name, text, otherwise, reader);
    }

    /** The same for a field that must be there. */
    <T> T readRequired(String name, Function<String, T> reader) {
        String text = required(name);
        return text == null ? null : convert(name, text, null, reader);
    }

    /** The mappings in a list; none where it is missing. */
    List<YamlFields> list(String name) {
        Node value = value(name);
        if (value == null || Tag.NULL.equals(value.getTag())) {
            return List.of();
        }
        List<YamlFields> items = new ArrayList<>();
        if (value instanceof SequenceNode sequence) {
            for (Node item : sequence.getValue()) {
                items.add(new YamlFields(place(name) + "[" + items.size() + "]", item, problems));
            }
        } else {
            note(value, place(name), "must be a list, each item beginning with a hyphen");
        }
        return items;
    }

    boolean has(String name) {
        return fields.containsKey(name);
    }

    /** A mapping as plain texts, lists and maps of texts. */
    Map<String, Object> plain(String name) {
        Node value = value(name);
        if (value instanceof MappingNode mapping) {
            return plain(place(name), mapping, 1);
        }
        if (value != null && !Tag.NULL.equals(value.getTag())) {
            note(value, place(name), "must be a list of settings, each as name: value");
        }
        return Map.of();
    }

    /** Notes what is wrong with a setting inside the mapping {@code name}, at that setting's line where there is one. */
    void noteInside(String name, String setting, String message) {
        Node at = fields.get(name) instanceof MappingNode mapping
                ? mapping.getValue().stream()
                        .filter(t -> textOf(t.getKeyNode()).equals(setting))
                        .findFirst()
                        .map(NodeTuple::getKeyNode)
                        .orElse(keys.get(name))
                : keys.getOrDefault(name, node);
        note(at, place(name) + "." + setting, message);
    }

    void note(String name, String message) {
        note(keys.getOrDefault(name, node), place(name), message);
    }

    /** The same, in a list of one's own: for what comes to light after reading. */
    void noteIn(List<Problem> found, String name, String message) {
        found.add(new Problem(keys.getOrDefault(name, node).getStartMark().getLine() + 1, place(name), message));
    }

    /** Notes every field that nobody asked for. */
    void noteUnknown(String expected) {
        for (Map.Entry<String, Node> key : keys.entrySet()) {
            if (!known.contains(key.getKey())) {
                note(key.getValue(), place(key.getKey()), "is no field here; there are " + expected);
            }
        }
    }

    private <T> T convert(String name, String text, T otherwise, Function<String, T> reader) {
        try {
            return reader.apply(text);
        } catch (IllegalArgumentException e) {
            note(fields.get(name), place(name), e.getMessage());
            return otherwise;
        }
    }

    private Node value(String name) {
        known.add(name);
        return fields.get(name);
    }

    private void field(NodeTuple tuple) {
        String name = textOf(tuple.getKeyNode());
        keys.put(name, tuple.getKeyNode());
        if (fields.put(name, tuple.getValueNode()) != null) {
            note(tuple.getKeyNode(), place(name), "stands here twice");
        }
    }

    private String place(String name) {
        return path.isEmpty() || name.isEmpty() ? path + name : path + "." + name;
    }

    private void note(Node at, String place, String message) {
        problems.add(new Problem(at.getStartMark().getLine() + 1, place, message));
    }

    /** A key that is no word is shown as YAML writes one; it may hold anything, itself among it. */
    private static String textOf(Node key) {
        return key instanceof ScalarNode scalar ? scalar.getValue() : "?";
    }

    private Map<String, Object> plain(String place, MappingNode mapping, int depth) {
        Map<String, Object> plain = new LinkedHashMap<>();
        for (NodeTuple tuple : mapping.getValue()) {
            String name = textOf(tuple.getKeyNode());
            String inside = place + "." + name;
            if (plain.containsKey(name)) {
                note(tuple.getKeyNode(), inside, "stands here twice");
            }
            plain.put(name, plain(inside, tuple.getValueNode(), depth + 1));
        }
        return plain;
    }

    private Object plain(String place, Node value, int depth) {
        if (depth > DEEPEST) {
            note(value, place, "is nested too deeply, or refers to itself");
            return null;
        }
        if (value instanceof SequenceNode sequence) {
            List<Object> plain = new ArrayList<>();
            sequence.getValue().forEach(item -> plain.add(plain(place, item, depth + 1)));
            return plain;
        }
        if (value instanceof MappingNode mapping) {
            return plain(place, mapping, depth);
        }
        return Tag.NULL.equals(value.getTag()) ? null : ((ScalarNode) value).getValue();
    }
}
