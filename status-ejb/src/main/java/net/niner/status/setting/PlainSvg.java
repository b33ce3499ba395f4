package net.niner.status.setting;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * Writes a drawing anew, with shapes, colours and gradients only: what is not on these lists is left out, with all that it holds. No script, no
 * style sheet, no picture in the picture, no address of anything outside.
 */
final class PlainSvg {

    private static final String NAMESPACE = "http://www.w3.org/2000/svg";

    private static final Set<String> ELEMENTS = Set.of(
            "svg",
            "g",
            "defs",
            "title",
            "desc",
            "path",
            "rect",
            "circle",
            "ellipse",
            "line",
            "polyline",
            "polygon",
            "linearGradient",
            "radialGradient",
            "stop",
            "clipPath");

    private static final Set<String> SHAPES =
            Set.of("path", "rect", "circle", "ellipse", "line", "polyline", "polygon");

    private static final Set<String> ATTRIBUTES = Set.of(
            "viewBox",
            "preserveAspectRatio",
            "width",
            "height",
            "id",
            "transform",
            "d",
            "points",
            "x",
            "y",
            "x1",
            "x2",
            "y1",
            "y2",
            "cx",
            "cy",
            "r",
            "rx",
            "ry",
            "fx",
            "fy",
            "offset",
            "gradientUnits",
            "gradientTransform",
            "spreadMethod",
            "clipPathUnits");

    /** These may stand as attributes, or within {@code style}, as many programs write them. */
    private static final Set<String> PRESENTATION = Set.of(
            "fill",
            "fill-rule",
            "fill-opacity",
            "stroke",
            "stroke-width",
            "stroke-linecap",
            "stroke-linejoin",
            "stroke-miterlimit",
            "stroke-dasharray",
            "stroke-dashoffset",
            "stroke-opacity",
            "stop-color",
            "stop-opacity",
            "opacity",
            "clip-path",
            "clip-rule");

    private static final Pattern HARMLESS = Pattern.compile("[-+\\w.,%#() \\t\\r\\n]*");
    private static final Pattern OUTSIDE = Pattern.compile("(?i)url\\s*\\((?!#[\\w-]+\\))|[a-z]+script|data");

    private final StringBuilder out = new StringBuilder();
    private int depth;
    private int leftOut;
    private boolean draws;

    private PlainSvg() {}

    /** Nothing if it is no SVG, or if nothing would be left to see. */
    static Optional<byte[]> of(byte[] file) {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, true);
        try {
            PlainSvg plain = new PlainSvg();
            plain.copy(factory.createXMLStreamReader(new ByteArrayInputStream(file)));
            return plain.draws ? Optional.of(plain.out.toString().getBytes(StandardCharsets.UTF_8)) : Optional.empty();
        } catch (XMLStreamException e) {
            return Optional.empty();
        }
    }

    private void copy(XMLStreamReader in) throws XMLStreamException {
        while (in.hasNext()) {
            switch (in.next()) {
                case XMLStreamConstants.START_ELEMENT -> start(in);
                case XMLStreamConstants.END_ELEMENT -> end(in.getLocalName());
                case XMLStreamConstants.CHARACTERS -> {
                    if (leftOut == 0 && depth > 1) {
                        out.append(escaped(in.getText()));
                    }
                }
                default -> {
                    // comments, instructions and document types are left out
                }
            }
        }
    }

    private void start(XMLStreamReader in) throws XMLStreamException {
        String name = in.getLocalName();
        boolean drawing = NAMESPACE.equals(in.getNamespaceURI());
        if (depth == 0 && leftOut == 0 && !(drawing && name.equals("svg"))) {
            throw new XMLStreamException("not a drawing");
        }
        if (leftOut > 0 || !drawing || !ELEMENTS.contains(name)) {
            leftOut++;
            return;
        }
        depth++;
        draws |= SHAPES.contains(name);
        out.append('<').append(name);
        if (depth == 1) {
            out.append(" xmlns=\"").append(NAMESPACE).append('"');
        }
        attributes(in).forEach((attribute, value) -> out.append(' ')
                .append(attribute)
                .append("=\"")
                .append(value)
                .append('"'));
        out.append('>');
    }

    private void end(String name) {
        if (leftOut > 0) {
            leftOut--;
        } else {
            depth--;
            out.append("</").append(name).append('>');
        }
    }

    /** Each once, as XML demands: what {@code style} says wins over an attribute of that name, and what it says last over what it says first. */
    private static Map<String, String> attributes(XMLStreamReader in) {
        Map<String, String> kept = new LinkedHashMap<>();
        String style = "";
        for (int i = 0; i < in.getAttributeCount(); i++) {
            String name = in.getAttributeLocalName(i);
            String namespace = in.getAttributeNamespace(i);
            if (namespace != null && !namespace.isEmpty()) {
                continue;
            }
            if (name.equals("style")) {
                style = in.getAttributeValue(i);
            } else if (ATTRIBUTES.contains(name) || PRESENTATION.contains(name)) {
                keep(kept, name, in.getAttributeValue(i));
            }
        }
        for (String declaration : style.split(";")) {
            String[] parts = declaration.split(":", 2);
            if (parts.length == 2 && PRESENTATION.contains(parts[0].strip())) {
                keep(kept, parts[0].strip(), parts[1].strip());
            }
        }
        return kept;
    }

    private static void keep(Map<String, String> kept, String name, String value) {
        if (HARMLESS.matcher(value).matches() && !OUTSIDE.matcher(value).find()) {
            kept.put(name, value);
        }
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
